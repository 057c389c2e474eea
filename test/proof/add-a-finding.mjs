/**
 * `npm run finding-proof`: follows “How to add a finding” (src/core/findings/README.md) word by word in a copy of the tracked files,
 * and then leaves out one step after another, each of which must fail and name what is missing. The last line is
 * `N passed, N failed`. `--keep` leaves the copy where it is.
 */
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { root, run } from "../run/step.mjs";

const guide = "src/core/findings/README.md";
const index = "src/core/findings/index.ts";
const folder = "src/core/findings/debug-information";

/** What the guide asks for, in its order: files to make, lines to add, commands to run. */
function stepsOf(text) {
  const steps = [];
  const fences = /^( *)```(ts|sh)\n([\s\S]*?)^\1```$/gm;
  let end = 0;
  for (const fence of text.matchAll(fences)) {
    const [all, indent, language, block] = fence;
    const words = text.slice(end, fence.index).replace(/\s+/g, " ");
    end = fence.index + all.length;
    const content = block.replaceAll(new RegExp(`^${indent}`, "gm"), "");
    const made = /New file `([^`]+)`: $/.exec(words);
    const added = /In `([^`]+)`, after `([^`]+)`: $/.exec(words);
    if (language === "sh") steps.push({ kind: "run", commands: content.trim().split("\n") });
    else if (made) steps.push({ kind: "file", path: made[1], content });
    else if (added) steps.push({ kind: "line", path: added[1], after: added[2], content });
    else throw new Error(`${guide}: nothing before this block says where it goes:\n${content}`);
  }
  return steps;
}

/** The tracked files as they are in the working tree. Caches of compilers stay in the copy: packages are linked one by one. */
function copyOfTheRepository() {
  const copy = mkdtempSync(join(tmpdir(), "wheelscope-finding-"));
  const files = execFileSync("git", ["ls-files", "-z"], { cwd: root, encoding: "utf8" }).split("\0");
  for (const file of files)
    if (file !== "" && existsSync(join(root, file))) cpSync(join(root, file), join(copy, file));
  mkdirSync(join(copy, "node_modules"));
  for (const name of readdirSync(join(root, "node_modules")))
    if (![".cache", ".vite", ".vitest", ".vite-temp"].includes(name))
      symlinkSync(join(root, "node_modules", name), join(copy, "node_modules", name));
  return copy;
}

function apply(copy, step) {
  const path = join(copy, step.path);
  if (step.kind === "file") {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, step.content);
    return;
  }
  const lines = readFileSync(path, "utf8").split("\n");
  const places = lines.flatMap((line, at) => (line.trim() === step.after ? [at] : []));
  if (places.length !== 1) throw new Error(`${step.path} has ${places.length} lines ${step.after}`);
  const indent = /^ */.exec(lines[places[0]])[0];
  const added = step.content.trimEnd().split("\n");
  lines.splice(places[0] + 1, 0, ...added.map((line) => indent + line));
  writeFileSync(path, lines.join("\n"));
}

const sum = { passed: 0, failed: 0 };
function report(name, problem, output = "") {
  sum[problem === null ? "passed" : "failed"] += 1;
  console.log(`${problem === null ? "✓" : "✗"} ${name}${problem === null ? "" : `: ${problem}`}`);
  if (problem !== null && output !== "") console.log(output.trimEnd().replaceAll(/^/gm, "    "));
}

/** One command of the guide, as a shell would take it: variables first, then the program and its arguments. */
function command(line, cwd) {
  const words = line.split(" ");
  const first = words.findIndex((word) => !/^[A-Z_]+=/.test(word));
  const env = Object.fromEntries(words.slice(0, first).map((word) => word.split("=")));
  return run(words[first], words.slice(first + 1), { cwd, env: { ...env, NO_COLOR: "1" } });
}

async function succeeds(line, cwd, says = []) {
  const { code, output } = await command(line, cwd);
  const missing = says.filter((text) => !output.includes(text));
  const problem = code !== 0 ? `exit code ${code}` : missing.length > 0 ? `does not say ${missing[0]}` : null;
  report(line, problem, output);
}

async function failsNaming(name, line, cwd, text) {
  const { code, output } = await command(line, cwd);
  report(name, code === 0 ? "all is green" : output.includes(text) ? null : `does not say ${text}`, output);
}

/** Expected reports may change only for the fixture that has the finding, and only by it. */
function checkExpected(copy) {
  const read = (base, name) => readFileSync(join(base, "test/expected", name), "utf8");
  const names = readdirSync(join(copy, "test/expected"));
  const changed = names.filter((name) => read(copy, name) !== read(root, name));
  const others = changed.filter((name) => name !== "debug_info.json");
  report("only the expected report of debug_info changes", others.length > 0 ? others.join(", ") : null);
  const found = JSON.parse(read(copy, "debug_info.json")).findings.map(({ id }) => id);
  const before = JSON.parse(read(root, "debug_info.json")).findings.map(({ id }) => id);
  const expected = ["debug-information", ...before].join(" ");
  report("and it has the finding", found.join(" ") === expected ? null : `it has ${found.join(" ")}`);
}

const steps = stepsOf(readFileSync(join(root, guide), "utf8"));
const edits = steps.filter(({ kind }) => kind !== "run");
const lines = edits.reduce((total, { content }) => total + content.trimEnd().split("\n").length, 0);
console.log(`${guide} asks for ${edits.length} files, ${lines} lines.\n`);
if (existsSync(join(root, folder)))
  throw new Error(`${folder} is an example; it must not be in the repository`);

const copy = copyOfTheRepository();
try {
  for (const step of steps) {
    if (step.kind !== "run") apply(copy, step);
    else for (const line of step.commands) await succeeds(line, copy);
  }
  checkExpected(copy);

  // What the guide promises of the built program.
  const wheel = readdirSync(join(copy, "test/fixtures/wheels")).find((name) =>
    name.startsWith("debug_info-"),
  );
  await succeeds("npx vite build --config vite.cli.config.ts", copy);
  const program = "node dist/cli/wheelscope.js";
  const title = "Carries debug information";
  await succeeds(`${program} explain debug-information`, copy, [title, "objcopy", "Wheel size"]);
  await succeeds(`${program} explain wheel-size`, copy, ["debug-information"]);
  await succeeds(`${program} show test/fixtures/wheels/${wheel}`, copy, [
    title,
    "carries debug information.",
  ]);

  // Each step left out.
  const tests = "npx vitest run test/core/findings/cases.test.ts test/learn/explain.test.ts";
  const kept = readFileSync(join(copy, index), "utf8");
  writeFileSync(join(copy, index), kept.replace('  "debug-information",\n', ""));
  await failsNaming("without the line", tests, copy, `${folder} is not registered in ${index}`);
  writeFileSync(join(copy, index), kept);
  for (const { path, content } of edits.filter(({ kind }) => kind === "file")) {
    rmSync(join(copy, path));
    await failsNaming(`without ${path}`, tests, copy, `${path} is missing`);
    writeFileSync(join(copy, path), content);
  }
  await succeeds(tests, copy);
} finally {
  if (process.argv.includes("--keep")) console.log(`\nThe copy is ${copy}`);
  else rmSync(copy, { recursive: true, force: true });
}

console.log(`\n${sum.passed} passed, ${sum.failed} failed`);
process.exitCode = sum.failed > 0 || sum.passed === 0 ? 1 : 0;
