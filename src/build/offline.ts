/**
 * Writes `service-worker.js` beside the built page: src/offline in one script, with the list of all files of the page and
 * their hashes. The list is made last, from the folder as it was written, so that it cannot differ from what is published.
 */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, sep } from "node:path";
import { build, type Plugin } from "vite";
import type { Build, PageFile } from "../offline/files.ts";

const script = "service-worker.js";

/** In the folder, but nothing that the page itself shows. */
const notKept = [/^wheelscope\.png$/, /^THIRD-PARTY-NOTICES\.txt$/, /\.map$/];

export function offline(): Plugin {
  let folder = "";
  return {
    name: "wheelscope-offline",
    apply: "build",
    configResolved(config) {
      folder = config.build.outDir;
    },
    writeBundle: {
      order: "post",
      sequential: true,
      async handler() {
        writeFileSync(join(folder, script), await serviceWorker(describe(folder)));
      },
    },
  };
}

/** The files of a built page, in a fixed order, and a version that changes with any of them. */
export function describe(folder: string): Build {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(folder, sep).length).replaceAll(sep, "/"))
    .filter((path) => path !== script && !notKept.some((pattern) => pattern.test(path)))
    .sort()
    .map((path): PageFile => ({ path, sha256: sha256(readFileSync(join(folder, path))) }));
  const version = createHash("sha256").update(JSON.stringify(files)).digest("hex").slice(0, 16);
  return { version, files };
}

function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("base64");
}

async function serviceWorker(about: Build): Promise<string> {
  const result = await build({
    configFile: false,
    publicDir: false,
    logLevel: "warn",
    define: { __WHEELSCOPE_BUILD__: JSON.stringify(about) },
    build: {
      write: false,
      target: "es2023",
      rollupOptions: {
        input: join(import.meta.dirname, "../offline/service-worker.ts"),
        // A classic script: module service workers are still missing in some browsers.
        output: { format: "iife" },
      },
    },
  });
  const [chunk] = "output" in result ? result.output : [];
  if (chunk?.type !== "chunk") throw new Error("the service worker was not built");
  return chunk.code;
}
