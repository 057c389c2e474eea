/**
 * The suites that say more than a closing line, counted: Vitest's, from its JSON report, cargo's, from its output, and the page in
 * Firefox, which a developer's machine may lack.
 */
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { advice, ensureFirefox } from "./firefox.mjs";
import { closingLine, root, run } from "./step.mjs";

/** `test/**` by Vitest. A file that cannot even be loaded holds no tests and still counts as one failure. */
export async function unit() {
  const folder = await mkdtemp(join(tmpdir(), "wheelscope-unit-"));
  const report = join(folder, "report.json");
  try {
    const args = ["vitest", "run", "--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
    const { code, output } = await run("npx", args);
    if (!existsSync(report)) return { failed: 1, output };
    const found = JSON.parse(await readFile(report, "utf8"));
    const unloaded = found.testResults.filter(
      (file) => file.status === "failed" && file.assertionResults.length === 0,
    );
    const failed = found.numFailedTests + unloaded.length;
    return {
      passed: found.numPassedTests,
      failed: failed === 0 && (code !== 0 || found.numPassedTests === 0) ? 1 : failed,
      skipped: found.numPendingTests + found.numTodoTests,
      output,
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The crate's tests. Rust is optional: the built module is committed. */
export async function crate() {
  const cwd = join(root, "wasm");
  const cargo = (...args) => run("cargo", args, { cwd });
  if ((await cargo("--version")).code !== 0)
    return { skipped: 1, reason: "there is no cargo on this machine" };
  const fetched =
    (await cargo("fetch", "--locked", "--offline")).code === 0 ||
    (await cargo("fetch", "--locked")).code === 0;
  if (!fetched) return { skipped: 1, reason: "the crates it needs are neither here nor can be fetched" };
  const { code, output } = await cargo("test", "--locked", "--offline", "--no-fail-fast");
  const sum = { passed: 0, failed: 0, skipped: 0 };
  for (const [, passed, failed, ignored] of output.matchAll(
    /^test result: .*? (\d+) passed; (\d+) failed; (\d+) ignored/gm,
  )) {
    sum.passed += Number(passed);
    sum.failed += Number(failed);
    sum.skipped += Number(ignored);
  }
  // It may not even have compiled.
  if (sum.failed === 0 && (code !== 0 || sum.passed === 0)) sum.failed = 1;
  return { ...sum, output };
}

/** The page in Firefox. Optional on a developer's machine: Chromium has run all cases there; in CI it is not. */
export async function firefox() {
  const found = ensureFirefox();
  if (found !== null)
    return closingLine(await run("node", ["test/run/e2e-firefox.mjs"], { env: { FIREFOX: found } }));
  return process.env.CI ? { failed: 1, output: advice } : { skipped: 1, reason: "there is no Firefox here" };
}
