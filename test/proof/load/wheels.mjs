/**
 * The model of loading against this system's loader: every shared library of many real wheels is opened in a process of its own
 * (dlopen, RTLD_NOW). Which needed library the loader does not find, if any, has to be what the model says.
 */
import { execFileSync, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { ensureWheels, pinnedWheels } from "../wheels.mjs";
import { createReader, loadProduct } from "../links/facts.mjs";

/** Bytes of the largest wheel tried: larger ones say the same and take minutes. */
const largest = 100e6;
const quickBytes = 3e6;

/** Python, kept open: it opens one file after the other, each in a fork. */
function opener() {
  const child = spawn("python3", [join(import.meta.dirname, "open.py")], {
    stdio: ["pipe", "pipe", "inherit"],
    env: { ...process.env, LD_LIBRARY_PATH: "" },
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    async open(path) {
      child.stdin.write(`${path}\n`);
      return JSON.parse((await lines.next()).value).message;
    },
    end: () => child.stdin.end(),
  };
}

/** Where ld.so looks in the end, with what its cache does not name (ld.so(8)). */
const systemFolders = [
  "/lib/x86_64-linux-gnu",
  "/usr/lib/x86_64-linux-gnu",
  "/lib64",
  "/usr/lib64",
  "/lib",
  "/usr/lib",
];

/** Names that this system has by itself. */
function systemLibraries() {
  const cache = execFileSync("/sbin/ldconfig", ["-p"], { encoding: "utf8" });
  const cached = [...cache.matchAll(/^\t(\S+) \(.*x86-64/gm)].map(([, name]) => name);
  return new Set([...cached, ...systemFolders.filter(existsSync).flatMap((folder) => readdirSync(folder))]);
}

/** @returns {Promise<{ passed: number, failed: number }>} files */
export async function compareWheels({ quick, show = console.log }) {
  const product = await loadProduct(import.meta.dirname);
  const pins = pinnedWheels().filter(
    ({ file, size }) => /manylinux.*x86_64\.whl$/.test(file) && size < (quick ? quickBytes : largest),
  );
  const wheels = await ensureWheels(pins.map(({ name }) => name));
  const reader = await createReader(product);
  const python = opener();
  const system = systemLibraries();
  const total = { wheels: 0, files: 0, loaded: 0, unfound: 0, later: 0, died: 0, wrong: 0 };
  for (const { name, path } of wheels) {
    const outcome = await reader.read(path);
    if (!outcome.ok) continue;
    const folder = mkdtempSync(join(tmpdir(), "wheelscope-load-"));
    try {
      execFileSync("unzip", ["-q", path, "-d", folder]);
      const counts = await compareWheel(outcome.value, folder, { product, python, system, show, name });
      total.wheels += 1;
      for (const [key, amount] of Object.entries(counts)) total[key] += amount;
    } finally {
      rmSync(folder, { recursive: true });
    }
  }
  python.end();
  reader.end();
  const { wheels: count, files, loaded, unfound, later, died, wrong } = total;
  show(
    `${count} wheels, ${files} files: ${loaded} load, ${unfound} lack a library, ${later} fail later (names, versions), ${died} end the process; ${wrong} where the model says otherwise`,
  );
  return { passed: files - wrong, failed: wrong };
}

async function compareWheel(facts, folder, { product, python, system, show, name }) {
  const { judge, ownJudgement, linkLibraries, indexWheel, loadTree, knowledge } = product;
  const judgement = ownJudgement(facts, knowledge, judge(facts, knowledge));
  const linkage = linkLibraries(facts, knowledge, judgement);
  const index = indexWheel(facts);
  const counts = { files: 0, loaded: 0, unfound: 0, later: 0, died: 0, wrong: 0 };
  for (const library of facts.libraries) {
    const { elf, path } = library;
    if (elf === null || elf.architecture !== "x86_64" || elf.libc === "musl") continue;
    if (elf.role !== "extension-module" && elf.role !== "shared-library") continue;
    const message = await python.open(join(folder, path));
    counts.files += 1;
    if (message === null) {
      counts.died += 1;
      continue;
    }
    const tree = loadTree(library, index, linkage, { left: 1_000_000 });
    // The first that is not found ends it.
    const first = tree.unfound.find(({ needed }) => !system.has(needed))?.needed ?? null;
    const missing = /^(.*?): cannot open shared object file/.exec(message)?.[1] ?? null;
    if (message === "") counts.loaded += 1;
    else if (missing !== null) counts.unfound += 1;
    else counts.later += 1;
    if (first === missing) continue;
    counts.wrong += 1;
    show(
      `✗ ${name} ${path}: the loader ${missing === null ? "finds all" : `lacks ${missing}`}, the model ${first === null ? "finds all" : `lacks ${first}`}`,
    );
  }
  return counts;
}
