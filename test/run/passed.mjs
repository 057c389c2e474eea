/** What has passed before and with which inputs, so that `npm run check` need not try it again. Kept beside the other caches. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { root } from "./step.mjs";

const path = join(root, "node_modules/.cache/wheelscope-check.json");

/** @returns {Record<string, string>} name → hash of its inputs when it last passed */
export function readPassed() {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch {
    // None yet, or cut short: everything is tried.
    return {};
  }
}

/** Sets some names; `null` forgets one. */
export function notePassed(news) {
  const all = Object.entries({ ...readPassed(), ...news }).filter(([, hash]) => hash !== null);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, JSON.stringify(Object.fromEntries(all), null, 1));
}
