/**
 * The command line's build: `dist/cli/wheelscope.js` and the worker it starts, everything bundled, so that the folder
 * runs with Node alone, and the WebAssembly reader beside them.
 */
import { chmodSync, copyFileSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { defineConfig, type Plugin } from "vite";
import { pageAddress } from "./src/build/page-address.ts";
import { notices } from "./src/build/notices.mjs";

const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };

/** npm's `bin` and a plain `./wheelscope.js` both need the mark; the reader is read from beside the program. */
function finish(): Plugin {
  let out = "";
  return {
    name: "wheelscope-cli-finish",
    configResolved(config) {
      out = config.build.outDir;
    },
    writeBundle() {
      chmodSync(join(out, "wheelscope.js"), 0o755);
      copyFileSync("wasm/dist/reader.wasm", join(out, "reader.wasm"));
    },
  };
}

export default defineConfig({
  plugins: [notices("command line").main, finish(), pageAddress(process.env["WHEELSCOPE_PAGE"])],
  publicDir: false,
  define: { __VERSION__: JSON.stringify(version) },
  ssr: { noExternal: true, target: "node" },
  build: {
    ssr: true,
    outDir: "dist/cli",
    emptyOutDir: true,
    target: "node20",
    rollupOptions: {
      input: { wheelscope: "src/cli/main.ts", "node-worker": "src/node/worker.ts" },
      output: { entryFileNames: "[name].js", chunkFileNames: "[name].js" },
    },
  },
});
