/**
 * Comments and documents name files that are there: whoever moves or renames a file finds here what else speaks of it. A name counts
 * if some file ends in it, so `zip/directory.ts` will do for `src/engine/zip/directory.ts`, and a bare name for a file in any folder.
 */
import { readFileSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, it } from "vitest";
import { root } from "./step.mjs";

const under = (folder, recursive) =>
  readdirSync(join(root, folder), { recursive, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name).slice(root.length).replaceAll("\\", "/").replace(/^\//, ""),
    );

const files = [
  ...["", "wasm"].flatMap((folder) => under(folder, false)),
  ...["src", "test", "public", "wasm/src", "wasm/tests", "wasm/fuzz/fuzz_targets"].flatMap((folder) =>
    under(folder, true),
  ),
];

/** All that a path may be called by: itself, and what is left of it without its first folders. */
const endsOf = (path) => path.split("/").map((_, at, parts) => parts.slice(at).join("/"));
const fileNames = new Set(files.flatMap(endsOf));
/** Folders that hold a file, and those around them. */
const foldersOf = (path) => (path === "." ? [] : [path, ...foldersOf(dirname(path))]);
const folderNames = new Set([...new Set(files.map(dirname))].flatMap(foldersOf).flatMap(endsOf));

const named = /(?<![\w./*<-])(?:[\w.-]+\/)*[\w-][\w.-]*\.(?:tsx?|mjs|rs|css|md)(?![\w-])/g;
/** Built, not written; and what the example of a new finding adds. */
const elsewhere = /^dist\/|\.d\.ts$|\/debug-information\//;

/** What is prose in a file: all of a document but what its examples import, and the comments of a program. */
function proseOf(path) {
  const lines = readFileSync(join(root, path), "utf8").split("\n");
  if (path.endsWith(".md")) return lines.filter((line) => !/^\s*(?:import|export) /.test(line));
  return lines.flatMap((line) => /^\s*(?:\/[/*]|\*).*|(?<=\s)\/[/*] .*/.exec(line) ?? []);
}

it("comments and documents name files that are there", () => {
  const missing = files
    .filter((path) => /\.(?:tsx?|mjs|rs|css|md)$/.test(path))
    .flatMap((path) => {
      const names = proseOf(path)
        .flatMap((line) => line.match(named) ?? [])
        .map((name) => name.replace(/^(?:\.\.?\/)+/, ""));
      return names
        .filter((name) => !fileNames.has(name) && !elsewhere.test(name))
        .map((name) => `${path} names ${name}`);
    });
  expect(missing).toEqual([]);
});

it("the README of a folder names folders that are there", () => {
  const missing = files
    .filter((path) => /^src\/.*README\.md$/.test(path))
    .flatMap((path) => {
      const names = [...readFileSync(join(root, path), "utf8").matchAll(/`([\w-]+(?:\/[\w-]+)*)\/`/g)];
      return names.filter(([, name]) => !folderNames.has(name)).map(([, name]) => `${path} names ${name}/`);
    });
  expect(missing).toEqual([]);
});
