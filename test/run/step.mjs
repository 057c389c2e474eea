/**
 * Steps of `npm run check`, `npm test` and the full check: each runs programs, is counted, and prints one line, or everything it
 * said where it failed.
 */
import { spawn } from "node:child_process";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../..", import.meta.url));

/**
 * @typedef {object} Counted what a step comes to
 * @property {number} [passed]
 * @property {number} [failed]
 * @property {number} [skipped] what the machine lacks; `reason` says what
 * @property {string} [reason]
 * @property {string} [note] put behind the figures
 * @property {string} [output] shown where it failed
 * @typedef {readonly [name: string, step: () => Promise<Counted>]} Step
 */

/** Programs under way; whoever is interrupted ends them. */
const running = new Set();

export function endPrograms() {
  for (const child of running) child.kill();
}

/** Runs a program without standard input; collects what it prints. `live` shows it at once as well. */
export function run(command, args, { cwd = root, env = {}, live = false } = {}) {
  return new Promise((done) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ["ignore", "pipe", "pipe"],
      shell: process.platform === "win32",
    });
    running.add(child);
    let output = "";
    const take = (piece) => {
      output += piece;
      if (live) process.stdout.write(piece);
    };
    child.stdout.setEncoding("utf8").on("data", take);
    child.stderr.setEncoding("utf8").on("data", take);
    child.on("error", (error) => done({ code: 127, output: `${output}${error.message}\n` }));
    child.on("close", (code) => {
      running.delete(child);
      done({ code: code ?? 1, output });
    });
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
 * Runs groups of steps, one group after the other; the steps of a group side by side, as many at a time as there are cores, begun in
 * their order. Each prints its line when it is done.
 * @param {readonly (readonly Step[])[]} groups
 * @returns {Promise<{ passed: number, failed: number, skipped: number }>} the sums
 */
export async function runSteps(groups, lanes = Math.max(2, availableParallelism())) {
  const sum = { passed: 0, failed: 0, skipped: 0 };
  const width = Math.max(...groups.flat().map(([name]) => name.length));
  for (const group of groups) {
    const waiting = [...group];
    const lane = async () => {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
        const [name, step] = next;
        const started = performance.now();
        const counted = await step().catch((error) => ({ failed: 1, output: String(error?.stack ?? error) }));
        for (const key of Object.keys(sum)) sum[key] += counted[key] ?? 0;
        console.log(lineOf(name.padEnd(width), counted, performance.now() - started));
        if ((counted.failed ?? 0) > 0) console.log(`\n${(counted.output ?? "").trimEnd()}\n`);
      }
    };
    await Promise.all(Array.from({ length: lanes }, lane));
  }
  return sum;
}

function lineOf(name, { passed = 0, failed = 0, skipped = 0, reason, note }, ms) {
  const figures = [
    passed > 0 || (failed > 0 && note === undefined) ? `${passed} passed` : "",
    failed > 0 ? `${failed} FAILED` : "",
    skipped > 0 ? `${skipped} skipped${reason ? `: ${reason}` : ""}` : "",
    note ?? "",
  ];
  return `${name}  ${figures.filter(Boolean).join(", ")}  (${(ms / 1000).toFixed(1)} s)`;
}

/** Prints the closing line and sets the exit code. `mayBeNothing`: nothing tried is no failure, for it has passed before. */
export function conclude(sum, { mayBeNothing = false } = {}) {
  const skipped = sum.skipped > 0 ? `, ${sum.skipped} skipped` : "";
  console.log(`\n${sum.passed} passed, ${sum.failed} failed${skipped}`);
  process.exitCode = sum.failed > 0 || (sum.passed === 0 && !mayBeNothing) ? 1 : 0;
}
