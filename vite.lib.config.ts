/**
 * The build of the API: `dist/lib/index.js` with its types in one file, and beside it the worker that it starts and the
 * WebAssembly reader. Everything is bundled; what imports it installs nothing else.
 */
import { copyFileSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { rollup } from "rollup";
import { dts } from "rollup-plugin-dts";
import { defineConfig, type Plugin } from "vite";
import { notices } from "./src/build/notices.mjs";
import { pageAddress } from "./src/build/page-address.ts";

const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };

/** The reader, and all types of the API rolled into one file: the folders of `src` do not matter outside. */
function finish(): Plugin {
  let out = "";
  return {
    name: "wheelscope-lib-finish",
    configResolved(config) {
      out = config.build.outDir;
    },
    async writeBundle() {
      copyFileSync("wasm/dist/reader.wasm", join(out, "reader.wasm"));
      const types = await rollup({
        input: "src/index.ts",
        plugins: [dts({ tsconfig: "src/tsconfig.json", compilerOptions: { composite: false } })],
        external: /^node:/,
        onLog(level, log) {
          if (level === "warn") throw new Error(log.message);
        },
      });
      await types.write({ file: join(out, "index.d.ts"), format: "es" });
      await types.close();
    },
  };
}

export default defineConfig({
  plugins: [notices("library").main, finish(), pageAddress(process.env["WHEELSCOPE_PAGE"])],
  publicDir: false,
  define: { __VERSION__: JSON.stringify(version) },
  ssr: { noExternal: true, target: "node" },
  build: {
    ssr: true,
    outDir: "dist/lib",
    emptyOutDir: true,
    target: "node20",
    rollupOptions: {
      input: { index: "src/index.ts", "node-worker": "src/node/worker.ts" },
      output: { entryFileNames: "[name].js", chunkFileNames: "[name].js" },
    },
  },
});
