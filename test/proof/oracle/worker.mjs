/** A thread of the oracle: takes files and wheels one after the other, compares every ELF file in them. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { parentPort } from "node:worker_threads";
import { compareValues } from "./compare.mjs";
import { compareClasses } from "./cxxfilt.mjs";
import { expectedFacts } from "./expected.mjs";
import { allSymbols, loadReader } from "./ours.mjs";
import { readelf } from "./readelf.mjs";
import { inflate, openWheel } from "./wheel-file.mjs";

const { reader, watch } = await loadReader();

parentPort.on("message", async (task) => {
  const results = [];
  try {
    if (task.kind === "file") results.push(await compareFile(task.path));
    else await compareWheel(task.path, results);
  } catch (error) {
    results.push({ file: task.path, facts: 0, differences: [`the comparison failed: ${error.stack}`] });
  }
  parentPort.postMessage(results);
});
parentPort.postMessage([]);

async function compareFile(path) {
  const bytes = readFileSync(path);
  const job = {
    path: basename(path),
    compression: "stored",
    compressedBytes: bytes.length,
    sizeBytes: bytes.length,
    crc32: null,
  };
  return compare(path, path, job, bytes);
}

async function compareWheel(path, results) {
  const wheel = openWheel(path);
  const folder = mkdtempSync(join(tmpdir(), "oracle-"));
  try {
    for (const entry of wheel.entries) {
      if (entry.path.endsWith("/")) continue;
      const start = wheel.start(entry, 4096);
      const isElf = inflate(entry, start, true).subarray(0, 4).toString("latin1") === "\x7fELF";
      const sniffed = reader.sniff(start, entry.compression);
      const label = `${basename(path)}: ${entry.path}`;
      if ((sniffed === "elf") !== isElf) {
        results.push({
          file: label,
          facts: 1,
          differences: [`sniff: ${sniffed}, but the first bytes are ${isElf ? "ELF" : "other"}`],
        });
      }
      if (!isElf) continue;
      const compressed = wheel.compressed(entry);
      const unpacked = join(folder, "library");
      writeFileSync(unpacked, inflate(entry, compressed));
      results.push(await compare(label, unpacked, entry, compressed));
    }
  } finally {
    wheel.close();
    rmSync(folder, { recursive: true });
  }
}

/** Compressed bytes up to which the engine reads a library in one go. */
const SMALL = 1 << 20;

/** @param onDisk where readelf finds the file @param bytes what our reader is given: the compressed bytes of `job` */
async function compare(label, onDisk, job, bytes) {
  // Pieces of an odd size, so that no table lies where a piece begins.
  async function* pieces(from) {
    for (let at = from; at < bytes.length; at += 1_000_003)
      yield bytes.subarray(at, Math.min(at + 1_000_003, bytes.length));
  }
  const said = await readelf(onDisk);
  const got = await reader.read(job, pieces);
  if (!got.ok) {
    const reason = `${got.error.id}: ${got.error.detail}`;
    if (said.errors.length > 0)
      return { file: label, facts: 1, differences: [], refused: `${reason} / ${said.errors[0]}` };
    return { file: label, facts: 1, differences: [`ours refuses (${reason}), readelf does not`] };
  }
  const expected = expectedFacts(said, job.path, watch);
  const { facts, differences } = compareValues(expected.facts, got.value.facts);
  if (bytes.length <= SMALL) {
    const whole = reader.readWhole(job, bytes);
    if (!isDeepStrictEqual(whole, got)) differences.push("readWhole and read disagree");
  }
  if (expected.rows === null) return { file: label, facts, differences };
  const symbols = await allSymbols(reader, job, pieces);
  if (!symbols.ok)
    return {
      file: label,
      facts,
      differences: [...differences, `symbols: ${symbols.error.id}: ${symbols.error.detail}`],
    };
  const listed = compareValues(expected.rows, symbols.value, "symbols");
  const classes = compareClasses(symbols.value, got.value.facts.cxx);
  return {
    file: label,
    facts: facts + listed.facts,
    symbols: expected.rows.length,
    classes,
    differences: [...differences, ...listed.differences, ...classes.differences],
  };
}
