/**
 * `npm run check`: what a change can break, within a minute: types, lint, format, unit tests, and the crate if it changed; side by side,
 * and only what has changed since it passed. `--all` tries everything again, `--watch` goes on with every change.
 */
import { watch } from "node:fs";
import { join } from "node:path";
import { changedCrate, changedUnit } from "./changed.mjs";
import { circles, format, lint, types } from "./lint.mjs";
import { conclude, endPrograms, root, runSteps } from "./step.mjs";
import { crate, unit } from "./suites.mjs";

const options = process.argv.slice(2);
const unknown = options.filter((option) => option !== "--all" && option !== "--watch");
if (unknown.length > 0) throw new Error(`npm run check knows --all and --watch, not ${unknown.join(" ")}.`);
const all = options.includes("--all");

async function check() {
  const started = performance.now();
  // The longest first.
  const steps = [
    ["lint", () => lint({ cached: !all })],
    ["unit", all ? () => unit("--project", "!built") : changedUnit],
    ["types", types],
    ["format", format],
    ["circles", circles],
    ["crate", all ? crate : changedCrate],
  ];
  conclude(await runSteps([steps]), { mayBeNothing: true });
  console.log(`in ${((performance.now() - started) / 1000).toFixed(1)} s`);
}

await check();

if (options.includes("--watch")) {
  const places = ["src", "test", "wasm", "public", "package.json", "vitest.config.ts", "eslint.config.js"];
  const ignored = /(?:^|[\\/])(?:target|dist|screenshots|node_modules)(?:[\\/]|$)/;
  /** A change while a check is under way is looked at when that is done. */
  let [busy, due, timer] = [false, false, undefined];
  const again = async () => {
    if (busy) return void (due = true);
    busy = true;
    do {
      due = false;
      console.log();
      await check();
    } while (due);
    busy = false;
    console.log("Waiting for a change (Ctrl+C ends it)");
  };
  for (const place of places) {
    watch(join(root, place), { recursive: true }, (_, name) => {
      if (ignored.test(name ?? "")) return;
      clearTimeout(timer);
      timer = setTimeout(() => void again(), 200);
    });
  }
  process.on("SIGINT", () => {
    endPrograms();
    process.exit(130);
  });
  console.log("Waiting for a change (Ctrl+C ends it)");
}
