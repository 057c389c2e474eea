/**
 * Compares our reader with `readelf` over every ELF file of this Debian system and of the pinned wheels: `npm run oracle`.
 *
 *   --quick      500 files of the system and the smallest wheels
 *   --no-wheels  the system alone
 *   PATH…        these files and wheels instead
 */
import { existsSync } from "node:fs";
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { ensureWheels, pinnedWheels } from "../wheels.mjs";
import { installCrossPackages, sample, systemFiles } from "./collect.mjs";
import { bundleReader } from "./ours.mjs";

/** Wheels up to this size belong to the quick selection. */
const QUICK_BYTES = 1e6;

const options = process.argv.slice(2);
const quick = options.includes("--quick");
const paths = options.filter((option) => !option.startsWith("--"));

if (!existsSync("/usr/bin/readelf")) {
  console.log("readelf is missing: install binutils (Debian: apt-get install binutils)");
  process.exit(2);
}
const tasks = paths.length > 0 ? paths.map(asTask) : await allTasks();
await bundleReader();
const total = await work(tasks);
report(total);

function asTask(path) {
  return { kind: path.endsWith(".whl") ? "wheel" : "file", path };
}

async function allTasks() {
  installCrossPackages(console.log, { quick });
  const system = systemFiles();
  const files = quick ? sample(system, 500) : system;
  console.log(`${files.length} of the ${system.length} ELF files of this system`);
  if (options.includes("--no-wheels")) return files.map(asTask);
  const names = quick
    ? pinnedWheels()
        .filter((pin) => pin.size <= QUICK_BYTES)
        .map((pin) => pin.name)
    : undefined;
  const wheels = await ensureWheels(names);
  console.log(`${wheels.length} wheels`);
  // The largest first, so that no thread is left alone with one at the end.
  return [...wheels.sort((a, b) => b.size - a.size).map((wheel) => wheel.path), ...files].map(asTask);
}

/** Hands the tasks to two threads and adds up what they answer. */
async function work(queue) {
  const total = { files: 0, facts: 0, symbols: 0, counts: {}, ways: {}, refused: [], different: [] };
  const threads = Math.max(1, Math.min(2, availableParallelism(), queue.length));
  let next = 0;
  let lastLine = performance.now();
  async function one() {
    const worker = new Worker(new URL("worker.mjs", import.meta.url));
    await new Promise((done, fail) => {
      worker.on("error", fail);
      worker.on("message", (results) => {
        for (const result of results) add(total, result);
        if (performance.now() - lastLine > 20_000) {
          lastLine = performance.now();
          console.error(`${total.files} files, ${next} of ${queue.length} tasks`);
        }
        if (next < queue.length) worker.postMessage(queue[next++]);
        else done();
      });
    });
    await worker.terminate();
  }
  await Promise.all(Array.from({ length: threads }, one));
  return total;
}

function add(total, { file, facts, symbols = 0, classes, refused, differences }) {
  total.files++;
  total.facts += facts;
  total.symbols += symbols;
  addEach(total.counts, classes?.counts);
  addEach(total.ways, classes?.ways);
  if (refused) total.refused.push(`${file}: ${refused}`);
  if (differences.length === 0) return;
  total.different.push(file);
  console.log(`${file}\n${differences.map((line) => `  ${line}`).join("\n")}`);
}

function addEach(sums, counts = {}) {
  for (const [name, count] of Object.entries(counts)) sums[name] = (sums[name] ?? 0) + count;
}

function report({ files, facts, symbols, counts, ways, refused, different }) {
  for (const line of refused) console.log(`refused by both: ${line}`);
  const count = (number) => number.toLocaleString("en");
  console.log(
    `${count(files)} files, ${count(facts)} facts, among them ${count(symbols)} dynamic symbols with version and provider`,
  );
  const list = (sums) =>
    Object.entries(sums)
      .map(([name, sum]) => `${count(sum)} ${name}`)
      .join(", ");
  console.log(`C++ names by their string ABI: ${list(counts)}`);
  console.log(`  by c++filt: ${list(ways)} (hidden: it does not print what tells the ABI; see cxxfilt.mjs)`);
  console.log(`${files - different.length} passed, ${different.length} failed`);
  process.exitCode = different.length > 0 || files === 0 ? 1 : 0;
}
