/**
 * Does the reader read what the loader reads? Small libraries of our own are changed where a loader looks: program headers, section
 * headers, the dynamic section, version tables. This system's loader is asked which libraries and versions it finds needed in them
 * (`ld.so --list` with LD_DEBUG; it runs nothing of the file). Whatever it finds, the reader has to find, or to refuse the file.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { unzipSync } from "fflate";
import { bundleReader, loadReader } from "../oracle/ours.mjs";

const LOADER = "/lib64/ld-linux-x86-64.so.2";
const wheels = join(import.meta.dirname, "../../fixtures/wheels");

/** Wheels whose libraries this system can load as they are. */
const BASES = ["glibc_too_new", "no_section_headers", "weak_version", "bundled_library", "many_symbols"];

/** A number from 0 up to a limit, from a seed: the same run gives the same files. */
function randomFrom(seed) {
  let state = seed >>> 0;
  return (limit) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

/** Where in a 64-bit file the tables lie that a loader looks at: `[offset, width]` of every field. */
function fieldsOf(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const word = (at) => Number(view.getBigUint64(at, true));
  const fields = [];
  const add = (at, ...widths) => {
    for (const width of widths) {
      fields.push([at, width]);
      at += width;
    }
  };
  const [phoff, shoff] = [word(32), word(40)];
  const [phnum, shnum] = [view.getUint16(56, true), view.getUint16(60, true)];
  add(32, 8, 8);
  add(54, 2, 2, 2, 2, 2);
  let dynamic = null;
  for (let index = 0; index < phnum; index++) {
    const at = phoff + 56 * index;
    add(at, 4, 4, 8, 8, 8, 8, 8, 8);
    if (view.getUint32(at, true) === 2) dynamic = [word(at + 8), word(at + 32)];
  }
  for (let index = 0; index < shnum; index++) add(shoff + 64 * index, 4, 4, 8, 8, 8, 8, 4, 4, 8, 8);
  const [start, size] = dynamic;
  for (let at = start; at + 16 <= start + size; at += 16) {
    // Three times as often as others.
    for (let time = 0; time < 3; time++) add(at, 8, 8);
    // In these files addresses of what is read only are offsets.
    if (word(at) === 0x6fff_fffe) for (let entry = word(at + 8), n = 0; n < 24; n++) add(entry + 4 * n, 2, 2);
    if (word(at) === 0x6fff_fffe) for (let entry = word(at + 8), n = 0; n < 24; n++) add(entry + 4 * n, 4);
    if (word(at) === 0) break;
  }
  return fields.filter(([at, width]) => at + width <= bytes.length);
}

/** A copy with one to three fields changed: another field's value, a small number, a little more or less, or anything. */
function mutant(bytes, fields, random) {
  const changed = Uint8Array.from(bytes);
  const view = new DataView(changed.buffer);
  for (let times = 1 + random(3); times > 0; times--) {
    const [at, width] = fields[random(fields.length)];
    const read = (from) => {
      let value = 0n;
      for (let byte = width - 1; byte >= 0; byte--)
        value = (value << 8n) | BigInt(view.getUint8(from + byte));
      return value;
    };
    const same = fields.filter(([, other]) => other === width);
    const values = [
      () => read(same[random(same.length)][0]),
      () => BigInt(random(16)),
      () => read(at) + BigInt(random(64)) - 32n,
      () => BigInt(random(2 ** 16)),
      () => (BigInt(random(2 ** 32)) << 32n) | BigInt(random(2 ** 32)),
    ];
    let value = BigInt.asUintN(width * 8, values[random(values.length)]());
    for (let byte = 0; byte < width; byte++, value >>= 8n) view.setUint8(at + byte, Number(value & 255n));
  }
  return changed;
}

/** What the loader found in the file itself; `null`: it did not come that far. */
function seenByLoader(path) {
  const { stdout, stderr, signal } = spawnSync(LOADER, ["--list", path], {
    env: { LD_DEBUG: "versions,files" },
    encoding: "utf8",
    timeout: 10_000,
    maxBuffer: 64 << 20,
  });
  const said = `${stdout}\n${stderr}`;
  const needed = new Set();
  const versions = new Set();
  for (const line of said.split("\n")) {
    const [, file] = /file=(.*) \[0\];  needed by (?:.*)$/.exec(line) ?? [];
    if (file !== undefined && line.includes(`needed by ${path} [0]`)) needed.add(file);
    const [, version] = /\tchecking for version `(.*)' in file .* required by file /.exec(line) ?? [];
    if (version !== undefined && line.includes(`required by file ${path} [0]`)) versions.add(version);
  }
  const loads =
    signal === null &&
    /=> .*\(0x|statically linked/.test(stdout) &&
    !/error while loading|not found/.test(said);
  return { needed, versions, loads, said };
}

/**
 * Compares so many mutants of each library.
 * @returns {Promise<{ passed: number, failed: number }>}
 */
export async function compareMutants({ each, seed = 1, show = console.log }) {
  await bundleReader();
  const { reader } = await loadReader();
  const random = randomFrom(seed);
  const folder = mkdtempSync(join(tmpdir(), "wheelscope-mutants-"));
  const counts = { libraries: 0, files: 0, loaded: 0, refused: 0, hidden: 0, more: 0 };
  /** Why we refuse what the loader takes. */
  const reasons = new Map();
  try {
    for (const [name, bytes] of libraries()) {
      const fields = fieldsOf(bytes);
      for (let nth = 0; nth <= each; nth++) {
        // The first is the library as it is.
        const changed = nth === 0 ? bytes : mutant(bytes, fields, random);
        const path = join(folder, "library.so");
        writeFileSync(path, changed);
        const loader = seenByLoader(path);
        // One that needs a library beside it says too little.
        if (nth === 0 && !loader.loads) break;
        if (nth === 0) counts.libraries++;
        const ours = readIt(reader, changed);
        counts.files++;
        if (loader.loads) counts.loaded++;
        if (!ours.ok) {
          counts.refused++;
          if (loader.loads) {
            const why = ours.error.detail.replace(/\d+/g, "N");
            reasons.set(why, (reasons.get(why) ?? 0) + 1);
          }
          continue;
        }
        const has = {
          needed: new Set(ours.value.facts.needed),
          versions: new Set(ours.value.facts.versionNeeds.map((need) => need.version)),
        };
        const hidden = [...missing(loader.needed, has.needed), ...missing(loader.versions, has.versions)];
        if (hidden.length > 0) {
          counts.hidden++;
          const kept = join(tmpdir(), `hidden-${name}-${nth}.so`);
          writeFileSync(kept, changed);
          show(
            `✗ ${name}, mutant ${nth}: hidden from us: ${hidden.map((text) => JSON.stringify(text)).join(", ")} (kept as ${kept})`,
          );
        } else if (loader.loads && missing(has.versions, loader.versions).length > 0) counts.more++;
      }
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  if (counts.libraries < 5) throw new Error(`only ${counts.libraries} of the libraries load here`);
  show(
    `${counts.files} files: ${counts.loaded} load, ${counts.refused} refused by us, ${counts.more} in which we see more than the loader, ${counts.hidden} in which it sees more`,
  );
  for (const [why, times] of [...reasons].sort(([, a], [, b]) => b - a))
    show(`  refused though it loads: ${times} × ${why}`);
  return { passed: counts.files - counts.hidden, failed: counts.hidden };
}

const missing = (all, known) => [...all].filter((one) => !known.has(one));

function readIt(reader, bytes) {
  const length = bytes.length;
  const job = {
    path: "library.so",
    compression: "stored",
    compressedBytes: length,
    sizeBytes: length,
    crc32: null,
  };
  return reader.readWhole(job, bytes);
}

/** The libraries of the wheels named above. */
function* libraries() {
  for (const base of BASES) {
    const file = readdirSync(wheels).find((name) => name.startsWith(`${base}-`));
    for (const [path, bytes] of Object.entries(unzipSync(readFileSync(join(wheels, file)))))
      if (bytes[0] === 0x7f) yield [`${base}-${path.split("/").pop()}`, bytes];
  }
}
