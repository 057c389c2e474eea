/**
 * The command line's build: `dist/cli/wheelscope.js` and the worker it starts, everything bundled, so that the folder
 * runs with Node alone, and the WebAssembly reader beside them.
 */
import { chmodSync, copyFileSync } from "node:fs";
import { defineConfig, type Plugin } from "vite";

const out = "dist/cli";

/** npm's `bin` and a plain `./wheelscope.js` both need the mark; the reader is read from beside the program. */
function finish(): Plugin {
  return {
    name: "wheelscope-cli-finish",
    closeBundle() {
      chmodSync(`${out}/wheelscope.js`, 0o755);
      copyFileSync("wasm/dist/reader.wasm", `${out}/reader.wasm`);
    },
  };
}

export default defineConfig({
  plugins: [finish()],
  publicDir: false,
  ssr: { noExternal: true, target: "node" },
  build: {
    ssr: true,
    outDir: out,
    emptyOutDir: true,
    target: "node20",
    rollupOptions: {
      input: { wheelscope: "src/cli/main.ts", "node-worker": "src/cli/node-worker.ts" },
      output: { entryFileNames: "[name].js", chunkFileNames: "[name].js" },
    },
  },
});
