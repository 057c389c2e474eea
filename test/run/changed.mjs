/** What of the unit tests and the crate has changed since it last passed: for `npm run check` and nothing else. */
import { createInputs, repositoryFiles } from "./inputs.mjs";
import { notePassed, readPassed } from "./passed.mjs";
import { crate, unit } from "./suites.mjs";

const isTest = (path) => /^test\/.*\.test\.(?:tsx?|mjs)$/.test(path) && path !== "test/cli/built.test.ts";
const isCrate = (path) => /^wasm\/(?!dist\/|README|fuzz\/)/.test(path);

/** What else decides: how often properties are tried. */
const setting = [process.env.CI ?? "", process.env.WHEELSCOPE_FULL ?? ""];

/** The unit tests whose inputs are not those with which they last passed. */
export async function changedUnit() {
  const files = repositoryFiles();
  if (files === null) return unit("--project", "!built");
  const passed = readPassed();
  const inputs = createInputs(files);
  const tests = files.filter(isTest);
  const hashes = new Map(tests.map((file) => [file, inputs.hash(inputs.inputsOf(file), ...setting)]));
  const due = tests.filter((file) => passed[file] !== hashes.get(file));
  const unchanged = tests.length - due.length;
  const note =
    unchanged > 0 ? `${unchanged} of ${tests.length} files unchanged since they passed` : undefined;
  if (due.length === 0) return { note };
  const result = await unit("--project", "!built", ...(unchanged > 0 ? due : []));
  const forgotten = due.filter((file) => result.files !== undefined && !result.files.has(file));
  if (forgotten.length > 0)
    return { failed: 1, output: `Vitest did not run ${forgotten.join(", ")}.\n${result.output}` };
  // A fault outside of any test is some file's: none of them has passed then, but those of another run stand.
  const isPassed = (file) => result.files?.get(file) === true && (result.clean || (result.failed ?? 0) > 0);
  notePassed(Object.fromEntries(due.map((file) => [file, isPassed(file) ? hashes.get(file) : null])));
  return { ...result, note };
}

/** The crate, unless nothing of it has changed since it passed without anything missing. */
export async function changedCrate() {
  const files = repositoryFiles();
  if (files === null) return crate();
  const inputs = createInputs(files);
  const hash = inputs.hash(files.filter(isCrate), ...setting);
  if (readPassed()["wasm"] === hash) return { note: "unchanged since it passed" };
  const result = await crate();
  const isPassed = result.failed === 0 && (result.skipped ?? 0) === 0;
  notePassed({ wasm: isPassed ? hash : null });
  return result;
}
