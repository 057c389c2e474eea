/**
 * Compares what our reader says of GPU code with a walker of its own in Python (walk.py), over pinned wheels of CUDA 12 and 13 and of
 * ROCm: `npm run gpu-proof`. Those that other proofs have too are named below, the others pinned in wheels.json beside this file.
 *
 *   --quick   wheels below 100 MB
 *   PATH…     these wheels instead
 */
import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { promisify } from "node:util";
import { bundleReader, loadReader } from "../oracle/ours.mjs";
import { openWheel } from "../oracle/wheel-file.mjs";
import { ensurePython } from "../python.mjs";
import { ensurePins, pinnedWheels } from "../wheels.mjs";
import { compareLibrary } from "./compare.mjs";

const shared = ["torch", "torchvision", "onnxruntime_gpu", "triton", "nvidia_nccl_cu13"];
const QUICK_BYTES = 100e6;

const options = process.argv.slice(2);
const paths = options.filter((option) => !option.startsWith("--"));
const wheels = paths.length > 0 ? paths : (await pinned()).map(({ path }) => path);
const python = await ensurePython();
await bundleReader();
const { reader } = await loadReader();

const total = {
  libraries: 0,
  containers: 0,
  entries: 0,
  bytes: 0,
  bundles: 0,
  sections: 0,
  passed: 0,
  failed: 0,
};
for (const path of wheels) await compareWheel(path);

console.log(
  `${count(wheels.length, "wheel")}, ${count(total.libraries, "library", "libraries")}; in those ` +
    `${count(total.containers, "CUDA container")} of ${(total.bytes / 1e6).toFixed(0)} MB with ${count(total.entries, "entry", "entries")}, ` +
    `${count(total.bundles, "HIP bundle")}; ${count(total.sections, "section")} made of them without anything else inside`,
);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;

async function pinned() {
  const own = JSON.parse(readFileSync(join(import.meta.dirname, "wheels.json"), "utf8"));
  const pins = [...pinnedWheels().filter(({ name }) => shared.includes(name)), ...own];
  return ensurePins(pins.filter(({ size }) => !options.includes("--quick") || size < QUICK_BYTES));
}

async function compareWheel(path) {
  // The walker works in a process of its own while our reader does.
  const walking = walk(path);
  const ours = await readAll(path);
  const walked = await walking;
  const sum = { containers: 0, facts: 0, differences: [] };
  for (const library of walked) {
    const got = ours.get(library.path);
    const { facts, differences } =
      got === undefined || !got.ok
        ? { facts: 1, differences: [`ours does not read it: ${JSON.stringify(got?.error ?? null)}`] }
        : compareLibrary(got.value.facts, library);
    sum.containers += library.containers;
    sum.facts += facts;
    sum.differences.push(...differences.map((difference) => `${library.path}: ${difference}`));
    total.containers += library.containers;
    total.bytes += library.bytes;
    total.entries += Object.values(library.targets).reduce((entries, [each]) => entries + each, 0);
    total.bundles += library.hip.bundles + library.hip.compressed;
    total.sections += library.rest.filter(({ zeros }) => zeros).length;
  }
  if (ours.size !== walked.length)
    sum.differences.push(`ours finds ${ours.size} libraries, the walker ${walked.length}`);
  total.libraries += walked.length;
  total.passed += sum.facts - Math.min(sum.facts, sum.differences.length);
  total.failed += sum.differences.length;
  console.log(
    `${basename(path)}: ${count(walked.length, "library", "libraries")}, ${count(sum.containers, "container")}, ` +
      `${sum.facts} values, ${count(sum.differences.length, "difference")}`,
  );
  for (const difference of sum.differences.slice(0, 20)) console.log(`  ${difference}`);
}

async function walk(path) {
  const { stdout } = await promisify(execFile)(python, [join(import.meta.dirname, "walk.py"), path], {
    maxBuffer: 256 << 20,
  });
  return stdout
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line));
}

/** Every library of a wheel through our reader, by its path. */
async function readAll(path) {
  const wheel = openWheel(path);
  const answers = new Map();
  try {
    for (const entry of wheel.entries) {
      if (entry.path.endsWith("/")) continue;
      if (reader.sniff(wheel.start(entry, 4096), entry.compression) !== "elf") continue;
      const bytes = wheel.compressed(entry);
      async function* pieces(from) {
        for (let at = from; at < bytes.length; at += 1 << 20) yield bytes.subarray(at, at + (1 << 20));
      }
      answers.set(entry.path, await reader.read(entry, pieces));
    }
  } finally {
    wheel.close();
  }
  return answers;
}

function count(number, one, many = `${one}s`) {
  return `${number.toLocaleString("en")} ${number === 1 ? one : many}`;
}
