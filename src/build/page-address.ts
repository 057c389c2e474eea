/**
 * Where the page will be, if it is set for the build: `WHEELSCOPE_PAGE=https://example.org/wheelscope/ npm run build`. Documents then name
 * their schema there, and the schema beside the built page has that address.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "vite";
import {
  placeholderAddress,
  placeholderTogetherAddress,
  schemaPath,
  togetherSchemaPath,
} from "../document/schema-address.ts";

/** `given`: the variable of the environment. */
export function pageAddress(given: string | undefined): Plugin {
  const page = pageOf(given);
  let folder = "";
  return {
    name: "wheelscope-page-address",
    config: () => (page === null ? {} : { define: { __PAGE_ADDRESS__: JSON.stringify(page) } }),
    configResolved(config) {
      folder = config.build.outDir;
    },
    writeBundle() {
      // The command line's build has no schema beside it.
      for (const [path, placeholder] of [
        [schemaPath, placeholderAddress],
        [togetherSchemaPath, placeholderTogetherAddress],
      ] as const) {
        const file = join(folder, path);
        if (page === null || !existsSync(file)) continue;
        // The committed file is the description's text (a test holds that); the program itself is not loaded while it is built.
        const text = readFileSync(file, "utf8");
        writeFileSync(
          file,
          text.replace(JSON.stringify(placeholder), () => JSON.stringify(`${page}${path}`)),
        );
      }
    },
  };
}

/** The folder of the page: without file name, query or fragment. Null if nothing is given; throws for what is no address. */
export function pageOf(given: string | undefined): string | null {
  if (given === undefined || given.trim() === "") return null;
  const address = URL.canParse(given.trim()) ? new URL(given.trim()) : null;
  if (address === null || !["https:", "http:"].includes(address.protocol))
    throw new Error(`WHEELSCOPE_PAGE takes the address of a page, https://…, not “${given}”.`);
  address.search = "";
  address.hash = "";
  const folder = address.href.replace(/[^/]*\.html$/, "");
  return folder.endsWith("/") ? folder : `${folder}/`;
}
