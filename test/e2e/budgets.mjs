/** Sizes of the built page, as sent compressed (gzip -9), against the budgets. No browser: the same figures everywhere. */
import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { built } from "./browser.mjs";

/** All files with their sizes in bytes, by path in the built folder. */
async function weigh() {
  const entries = await readdir(built, { recursive: true, withFileTypes: true });
  const files = new Map();
  for (const entry of entries.filter((one) => one.isFile())) {
    const full = join(entry.parentPath, entry.name);
    const bytes = await readFile(full);
    const path = full.slice(join(built, "/").length);
    // Compressed already.
    const gzip = /\.(?:woff2|png|whl)$/.test(path) ? bytes.length : gzipSync(bytes, { level: 9 }).length;
    files.set(path, { gzip, text: path.endsWith(".js") ? bytes.toString() : "" });
  }
  return files;
}

/** A part with all that it cannot start without. */
function withImports(files, pattern) {
  const needed = new Set([...files.keys()].filter((path) => pattern.test(path)));
  assert.ok(needed.size > 0, `no file is called ${pattern}`);
  for (const path of needed) {
    for (const [, other] of files.get(path).text.matchAll(/(?:from|import)\s*["'`]\.\/([\w.-]+\.js)["'`]/g))
      needed.add(`assets/${other}`);
  }
  return [...needed];
}

/** Fails where the files are too large together, and names the largest. */
function within(files, what, paths, limit) {
  const sizes = paths.map((path) => ({ path, gzip: files.get(path).gzip }));
  const sum = sizes.reduce((total, { gzip }) => total + gzip, 0);
  const largest = sizes
    .sort((a, b) => b.gzip - a.gzip)
    .slice(0, 6)
    .map(({ path, gzip }) => `${path} ${gzip}`);
  console.log(`    ${what}: ${sum} of ${limit} bytes`);
  assert.ok(paths.length > 0 && sum > 1_000, `${what}: nothing was weighed`);
  assert.ok(
    sum <= limit,
    `${what}: ${sum} bytes, ${sum - limit} too many; the largest: ${largest.join(", ")}`,
  );
}

export const cases = {
  "budget: script of the landing page, and of landing page and report": async () => {
    const files = await weigh();
    within(files, "landing page, script", withImports(files, /^assets\/index-.*\.js$/), 100_000);
    const both = withImports(files, /^assets\/(?:index|ReportScreen)-.*\.js$/);
    assert.ok(both.length > 2, "shared parts are followed");
    within(files, "landing page and report, script", both, 130_000);
  },

  "budget: the reader": async () => {
    const files = await weigh();
    within(
      files,
      "WebAssembly",
      [...files.keys()].filter((path) => path.endsWith(".wasm")),
      220_000,
    );
  },

  "budget: fonts, styles, and all that is kept for offline use": async () => {
    const files = await weigh();
    const all = [...files.keys()];
    within(
      files,
      "fonts",
      all.filter((path) => path.endsWith(".woff2")),
      60_000,
    );
    within(
      files,
      "styles",
      all.filter((path) => path.endsWith(".css")),
      25_000,
    );
    within(
      files,
      "everything",
      all.filter((path) => path !== "wheelscope.png"),
      1_000_000,
    );
  },
};
