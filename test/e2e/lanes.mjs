/** Runs cases side by side, each in pages of its own, and counts. */

/** A case that hangs fails. Generous: the machine may be busy. */
const limitMs = 300_000;

/**
 * @typedef {(world: object) => Promise<void>} Case
 * @param {Record<string, Case>} cases
 * @param {object} how
 * @param {(test: Case) => Promise<void>} how.attempt runs one in pages of its own; rejects where it fails
 * @param {string} [how.only] part of a name: only those
 * @param {ReadonlySet<string>} [how.alone] cases that measure; they come last and one at a time
 * @param {number} [how.lanes] so many at a time; on two cores a third page makes the others wait
 * @param {string} [how.prefix] before each name
 */
export async function runCases(cases, { attempt, only = "", alone = new Set(), lanes = 2, prefix = "" }) {
  const chosen = Object.entries(cases).filter(([name]) => name.includes(only));
  const durations = [];
  let failed = 0;

  const attemptOnce = async (test) => {
    let timer;
    const late = new Promise((_, fail) => {
      timer = setTimeout(() => fail(new Error(`not done after ${limitMs / 1000} s`)), limitMs);
    });
    try {
      await Promise.race([attempt(test, late), late]);
      return null;
    } catch (error) {
      return String(error?.stack ?? error).replaceAll("\n", "\n    ");
    } finally {
      clearTimeout(timer);
    }
  };
  /** Those that failed, to be tried once more when nothing else runs: what fails twice has failed. */
  const again = [];
  const run = async ([name, test]) => {
    const started = performance.now();
    const fault = await attemptOnce(test);
    const ms = Math.round(performance.now() - started);
    durations.push({ name, ms });
    if (fault === null) return console.log(`  ✓ ${prefix}${name}  ${ms} ms`);
    again.push([name, test]);
    console.error(`  ? ${prefix}${name}  ${ms} ms, to be tried again\n    ${fault}`);
  };

  const waiting = chosen.filter(([name]) => !alone.has(name));
  const lane = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await run(next);
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  for (const one of chosen.filter(([name]) => alone.has(name))) await run(one);
  for (const [name, test] of again) {
    const fault = await attemptOnce(test);
    if (fault === null) {
      console.log(`  ✓ ${prefix}${name}  at the second try: unsteady, worth a look`);
      continue;
    }
    failed += 1;
    console.error(`  ✗ ${prefix}${name}, twice\n    ${fault}`);
  }

  const slowest = durations.toSorted((a, b) => b.ms - a.ms).slice(0, 8);
  if (chosen.length > 8)
    console.log(`  slowest: ${slowest.map(({ name, ms }) => `${prefix}${name} (${ms} ms)`).join("; ")}`);
  return { passed: chosen.length - failed, failed };
}
