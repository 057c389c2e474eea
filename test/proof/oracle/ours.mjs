/** Our reader as the engine uses it: src/engine/elf/elf.ts, bundled for Node, over the WebAssembly module of the repository. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "vite";

const root = join(import.meta.dirname, "../../..");
const folder = join(root, "node_modules/.cache/oracle");

/** Bundles the reader and the watch list; called once before the threads start. */
export async function bundleReader() {
  const entry = join(import.meta.dirname, "entry.ts");
  await build({
    root,
    configFile: false,
    logLevel: "error",
    build: {
      ssr: entry,
      outDir: folder,
      emptyOutDir: true,
      target: "node20",
      rollupOptions: { output: { entryFileNames: "reader.mjs" } },
    },
  });
}

export async function loadReader() {
  const { createReader, watch } = await import(pathToFileURL(join(folder, "reader.mjs")).href);
  const module = await WebAssembly.compile(readFileSync(join(root, "wasm/dist/reader.wasm")));
  return { reader: createReader(module, { watch, evidenceLimit: 50 }), watch };
}

/** All symbols of a library, page by page. */
export async function allSymbols(reader, job, pieces) {
  const limit = 5000;
  const rows = [];
  for (;;) {
    const query = { side: "all", text: "", version: null, cxx: null, offset: rows.length, limit };
    const page = await reader.symbols(job, pieces, query);
    if (!page.ok) return page;
    rows.push(...page.value.rows);
    if (page.value.rows.length < limit) return { ok: true, value: rows };
  }
}
