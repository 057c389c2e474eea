/**
 * What `.ci/run` runs: `npm test`, then what needs a network or minutes. Every check prints its own report and ends with
 * its own figures; the last line sums them up. With words, only the checks whose name contains one of them:
 * `node test/run/full.mjs readers auditwheel`.
 */
import { cp, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { closingLine, root, run } from "./step.mjs";
import { unit } from "./suites.mjs";

const built = join(root, "wasm/dist");

const live = (command, ...args) => run(command, args, { live: true });

/** By the check's closing line, or its exit code where it prints none. */
async function counted(command, ...args) {
  const result = await live(command, ...args);
  const { output } = result;
  if (/^\d+ passed, \d+ failed/m.test(output)) return { ...closingLine(result), output };
  return { ...(result.code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }), output };
}

/** Lines by which a check says what failed, as they begin or hold it. They are said again at the end, where nobody overlooks them. */
const FAULT = /^\s*(?:✗|×|FAIL\b|not ok\b|error(?:\[|:))|AssertionError|panicked at/;

function faultsOf({ failed, output = "" }) {
  // Colours would hide how a line begins.
  const plain = output.replaceAll(/\u001b\[[\d;]*m/g, "");
  return failed === 0
    ? []
    : plain
        .split("\n")
        .filter((line) => FAULT.test(line))
        .slice(0, 20);
}

/** Builds the reader from source and runs the unit tests against that build; the committed one is put back. */
async function rebuilt() {
  const kept = await mkdtemp(join(tmpdir(), "wheelscope-reader-"));
  await cp(built, kept, { recursive: true });
  try {
    const build = await live("npm", "run", "--silent", "wasm");
    if (build.code !== 0) return { passed: 0, failed: 1, output: build.output };
    const [fresh, committed] = await Promise.all(
      [built, kept].map((folder) => readFile(join(folder, "reader.wasm"))),
    );
    console.log(
      `The rebuilt reader ${fresh.equals(committed) ? "is" : "is not"} byte for byte the committed one.`,
    );
    const tests = await unit();
    console.log(tests.failed > 0 ? tests.output : "The unit tests pass with it.");
    return { ...tests, passed: tests.passed + 1 };
  } finally {
    await cp(kept, built, { recursive: true });
    await rm(kept, { recursive: true, force: true });
  }
}

const checks = [
  ["npm test", () => counted("npm", "test", "--silent")],
  ["WebAssembly from source", rebuilt],
  ["both readers agree", () => counted("npm", "run", "--silent", "wasm", "--", "--check")],
  ["fixtures rebuilt", () => counted("npm", "run", "--silent", "fixtures", "--", "--check")],
  ["third-party notices", () => counted("npm", "run", "--silent", "notices", "--", "--check")],
  ["against auditwheel", () => counted("npm", "run", "--silent", "conformance")],
  ["against readelf", () => counted("npm", "run", "--silent", "oracle")],
  ["against the loader", () => counted("npm", "run", "--silent", "load-proof")],
  ["against abi3audit", () => counted("npm", "run", "--silent", "abi3-proof")],
  ["GPU code", () => counted("npm", "run", "--silent", "gpu-proof")],
  ["share links", () => counted("npm", "run", "--silent", "links")],
  ["commands of the learn pages", () => counted("npm", "run", "--silent", "learn-proof")],
  ["the guide to a finding", () => counted("npm", "run", "--silent", "finding-proof")],
  ["benchmark", () => counted("npm", "run", "--silent", "bench", "--", "--quick")],
];

const wanted = process.argv.slice(2);
const chosen = checks.filter(([name]) => wanted.length === 0 || wanted.some((word) => name.includes(word)));

const rows = [];
for (const [name, check] of chosen) {
  console.log(`\n======== ${name}\n`);
  const started = performance.now();
  const result = await check();
  const { passed, failed, skipped = 0 } = result;
  const minutes = (performance.now() - started) / 60_000;
  rows.push({ name, passed, failed, skipped, minutes, faults: faultsOf(result) });
}

console.log("\n======== all\n");
for (const { name, passed, failed, skipped, minutes } of rows) {
  const more = skipped > 0 ? `, ${skipped} skipped` : "";
  console.log(`${name.padEnd(24)} ${passed} passed, ${failed} failed${more}  (${minutes.toFixed(1)} min)`);
}
for (const { name, faults } of rows)
  for (const line of faults) console.log(`${name}: ${line.trim().slice(0, 300)}`);
const sum = (key) => rows.reduce((total, row) => total + row[key], 0);
const skipped = sum("skipped") > 0 ? `, ${sum("skipped")} skipped` : "";
console.log(`\n${sum("passed")} passed, ${sum("failed")} failed${skipped}`);
// A run that checked nothing has not passed.
process.exitCode = sum("failed") > 0 || sum("passed") === 0 ? 1 : 0;
