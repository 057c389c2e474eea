/**
 * The suites that say more than a closing line, counted: Vitest's, from its JSON report, cargo's, from its output, and the page in
 * Firefox, which a developer's machine may lack.
 */
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { advice, findBrowser } from "./browsers.mjs";
import { closingLine, root, run } from "./step.mjs";

/**
 * Tests by Vitest: all, or with its arguments (`--project`, files) some. A file that cannot even be loaded holds no tests and still
 * counts as one failure. `files`: the state of each, by path in the repository.
 */
export async function unit(...chosen) {
  const folder = await mkdtemp(join(tmpdir(), "wheelscope-unit-"));
  const report = join(folder, "report.json");
  try {
    const args = ["vitest", "run", "--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
    const { code, output } = await run("npx", [...args, ...chosen]);
    if (!existsSync(report)) return { failed: 1, output };
    const found = JSON.parse(await readFile(report, "utf8"));
    const unloaded = found.testResults.filter(
      (file) => file.status === "failed" && file.assertionResults.length === 0,
    );
    const failed = found.numFailedTests + unloaded.length;
    const within = (path) => path.slice(root.length).replaceAll("\\", "/");
    return {
      passed: found.numPassedTests,
      failed: failed === 0 && (code !== 0 || found.numPassedTests === 0) ? 1 : failed,
      skipped: found.numPendingTests + found.numTodoTests,
      output,
      // A fault outside of any test is nobody's; then nothing counts as passed.
      files: new Map(found.testResults.map(({ name, status }) => [within(name), status === "passed"])),
      clean: code === 0,
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const cargo = (...args) => run("cargo", args, { cwd: join(root, "wasm") });

/** In CI the crate is tried with as many made-up inputs as proptest has by itself, else with a tenth. */
const cases =
  process.env.CI === "true" || process.env.WHEELSCOPE_FULL === "1" ? {} : { PROPTEST_CASES: "26" };

/** The crate: its format, what clippy says, its tests. Rust is optional: the built module is committed. */
export async function crate() {
  if ((await cargo("--version")).code !== 0)
    return { skipped: 1, reason: "there is no cargo on this machine" };
  const fetched =
    (await cargo("fetch", "--locked", "--offline")).code === 0 ||
    (await cargo("fetch", "--locked")).code === 0;
  if (!fetched) return { skipped: 1, reason: "the crates it needs are neither here nor can be fetched" };
  const sum = { passed: 0, failed: 0, skipped: 0, output: "", reason: "" };
  const missing = [];
  for (const [tool, ...args] of [
    ["fmt", "--check"],
    ["clippy", "--locked", "--offline", "--all-targets", "--", "-D", "warnings"],
  ]) {
    if ((await cargo(tool, "--version")).code !== 0) missing.push(`cargo ${tool}`);
    else {
      const { code, output } = await cargo(tool, ...args);
      if (code === 0) sum.passed += 1;
      else sum.failed += 1;
      sum.output += code === 0 ? "" : output;
    }
  }
  if (missing.length > 0) {
    sum.skipped = missing.length;
    sum.reason = `there is no ${missing.join(" and no ")} on this machine`;
  }
  const { code, output } = await run("cargo", ["test", "--locked", "--offline", "--no-fail-fast"], {
    cwd: join(root, "wasm"),
    env: cases,
  });
  const tests = { passed: 0, failed: 0 };
  for (const [, passed, failed, ignored] of output.matchAll(
    /^test result: .*? (\d+) passed; (\d+) failed; (\d+) ignored/gm,
  )) {
    tests.passed += Number(passed);
    tests.failed += Number(failed);
    sum.skipped += Number(ignored);
  }
  // It may not even have compiled.
  if (tests.failed === 0 && (code !== 0 || tests.passed === 0)) tests.failed = 1;
  return {
    ...sum,
    passed: sum.passed + tests.passed,
    failed: sum.failed + tests.failed,
    output: sum.output + output,
  };
}

/** The page in Firefox. Optional on a developer's machine: Chromium has run all cases there; in CI it is not. */
export async function firefox() {
  const found = findBrowser("firefox");
  if (found !== null)
    return closingLine(await run("node", ["test/run/e2e-firefox.mjs"], { env: { FIREFOX: found } }));
  return process.env.CI
    ? { failed: 1, output: advice("firefox") }
    : { skipped: 1, reason: "there is no Firefox here" };
}
