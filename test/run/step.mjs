/**
 * Steps of `npm test` and of the full check: each runs programs, is counted, and prints one line, or everything it
 * said where it failed.
 */
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../..", import.meta.url));

/** Runs a program without standard input; collects what it prints. `live` shows it at once as well. */
export function run(command, args, { cwd = root, env = {}, live = false } = {}) {
  return new Promise((done) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ["ignore", "pipe", "pipe"],
      shell: process.platform === "win32",
    });
    let output = "";
    const take = (piece) => {
      output += piece;
      if (live) process.stdout.write(piece);
    };
    child.stdout.setEncoding("utf8").on("data", take);
    child.stderr.setEncoding("utf8").on("data", take);
    child.on("error", (error) => done({ code: 127, output: `${output}${error.message}\n` }));
    child.on("close", (code) => done({ code: code ?? 1, output }));
  });
}

/** One command that passes or fails as a whole. */
export async function runOne(command, args, options) {
  const { code, output } = await run(command, args, options);
  return code === 0 ? { passed: 1, failed: 0, output } : { passed: 0, failed: 1, output };
}

/** The figures of a program's own closing line `N passed, N failed`; a program that never printed one has failed. */
export function closingLine({ code, output }) {
  const lines = [...output.matchAll(/^(\d+) passed, (\d+) failed(?:, (\d+) skipped)?\r?$/gm)];
  const last = lines.at(-1);
  if (last === undefined) return { passed: 0, failed: 1, output };
  const failed = Number(last[2]);
  return {
    passed: Number(last[1]),
    failed: code !== 0 && failed === 0 ? 1 : failed,
    skipped: Number(last[3] ?? 0),
    output,
  };
}

/**
 * Runs steps in order and prints a line for each. A step gives `{passed, failed, output}`, or `{skipped: 1, reason}`
 * where the machine lacks what it needs. Ends with the closing line and the exit code.
 */
export async function runSteps(steps) {
  const sum = { passed: 0, failed: 0, skipped: 0 };
  const width = Math.max(...steps.map(([name]) => name.length));
  for (const [name, step] of steps) {
    const started = performance.now();
    const { passed = 0, failed = 0, skipped = 0, reason, output = "" } = await step();
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    sum.passed += passed;
    sum.failed += failed;
    sum.skipped += skipped;
    const figures = [
      passed > 0 || failed > 0 ? `${passed} passed` : "",
      failed > 0 ? `${failed} FAILED` : "",
      skipped > 0 ? `${skipped} skipped${reason ? `: ${reason}` : ""}` : "",
    ];
    console.log(`${name.padEnd(width)}  ${figures.filter(Boolean).join(", ")}  (${seconds} s)`);
    if (failed > 0) console.log(`\n${output.trimEnd()}\n`);
  }
  const skipped = sum.skipped > 0 ? `, ${sum.skipped} skipped` : "";
  console.log(`\n${sum.passed} passed, ${sum.failed} failed${skipped}`);
  process.exitCode = sum.failed > 0 || sum.passed === 0 ? 1 : 0;
}
