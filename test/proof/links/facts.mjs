/** Facts of wheels as the engine gives them, read on this thread; and the product's code, bundled for Node. */
import { createHash } from "node:crypto";
import { createReadStream, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { pathToFileURL } from "node:url";
import { build } from "vite";

const root = join(import.meta.dirname, "../../..");

/** What `entry.ts` of a proof's folder takes from the product. */
export async function loadProduct(proof = import.meta.dirname) {
  const folder = join(root, "node_modules/.cache", basename(proof));
  await build({
    root,
    configFile: false,
    logLevel: "error",
    build: {
      ssr: join(proof, "entry.ts"),
      outDir: folder,
      emptyOutDir: true,
      target: "node20",
      rollupOptions: { output: { entryFileNames: "product.mjs" } },
    },
  });
  return import(pathToFileURL(join(folder, "product.mjs")).href);
}

/** @returns {Promise<{ read: (path: string) => Promise<object>, end: () => void }>} `read` gives an outcome with facts */
export async function createReader({
  createEngine,
  workerHere,
  openPath,
  watchListOf,
  knowledge,
  commonNames,
}) {
  const module = await WebAssembly.compile(readFileSync(join(root, "wasm/dist/reader.wasm")));
  const open = (source) => openPath(source.path);
  const spawn = () => workerHere(open);
  const engine = createEngine({ module, workers: 1, open, spawn });
  const watch = watchListOf(knowledge);
  return {
    async read(path) {
      const options = {
        fileName: basename(path),
        watch,
        commonNames: () => Promise.resolve(commonNames),
        evidenceLimit: 50,
      };
      const outcome = await engine.inspect({ kind: "path", path }, options);
      if (!outcome.ok) return outcome;
      outcome.value.close();
      return { ok: true, value: { ...outcome.value.facts, sha256: await sha256(path) } };
    },
    end: () => engine.dispose(),
  };
}

async function sha256(path) {
  const hash = createHash("sha256");
  await pipeline(createReadStream(path), hash);
  return hash.digest("hex");
}
