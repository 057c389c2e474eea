/**
 * The notices as far as they can be tested without a build: each build compares what it bundles with the list, and
 * `npm run notices -- --check` the whole file, which takes cargo.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import {
  formatNotices,
  noticesFile,
  npmComponent,
  packageFolder,
  readNotices,
} from "../../src/build/notices.mjs";
import { root } from "./step.mjs";

const text = readFileSync(noticesFile, "utf8");
const listed = readNotices(text);
const lock = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8"));
const inReader = listed.filter(({ products }) => products.includes("reader")).map(({ name }) => name);

describe("THIRD-PARTY-NOTICES.txt", () => {
  it.each(listed.filter(({ products }) => !products.includes("reader")))(
    "has the licence of $name as it is installed",
    ({ name, license }) => {
      // What is bundled may be another copy than the one at the top, which some other package asks for.
      const copies = Object.keys(lock.packages).filter((path) => path.endsWith(`node_modules/${name}`));
      const installed = copies.map((path) => npmComponent(join(root, path)));
      const bundled = installed.filter((copy) => text.includes(copy.text));
      expect(bundled.map((copy) => copy.license)).toContain(license);
    },
  );

  it("has every crate that the reader names, and none that its lock file does not know", () => {
    const manifest = readFileSync(join(root, "wasm/Cargo.toml"), "utf8");
    const [, dependencies] = /^\[dependencies\]\n([^]*?)(?=^\[)/m.exec(manifest);
    const named = [...dependencies.matchAll(/^([\w-]+) *=/gm)].map(([, name]) => name);
    expect(named.length).toBeGreaterThan(4);
    expect(inReader).toEqual(expect.arrayContaining(named));
    const lock = readFileSync(join(root, "wasm/Cargo.lock"), "utf8");
    const locked = [...lock.matchAll(/^name = "(.+)"$/gm)].map(([, name]) => name);
    expect([...locked, "rust-std"]).toEqual(expect.arrayContaining(inReader));
  });

  it("lists only licences that ask for no more than to be named", () => {
    const known = ["MIT", "Apache-2.0", "Zlib", "OFL-1.1", "Unlicense"];
    for (const { name, license } of listed)
      expect(
        license.split(/ OR |\//).every((each) => known.includes(each)),
        `${name}: ${license}`,
      ).toBe(true);
  });
});

describe("notices", () => {
  const mit = { license: "MIT", text: "The same words." };
  const bundled = new Map([
    [
      "page",
      [
        { name: "b", ...mit },
        { name: "@a/c", license: "Zlib", text: "Other words." },
      ],
    ],
    ["library", [{ name: "b", ...mit }]],
    ["reader", [{ name: "d", ...mit }]],
  ]);

  it("are read as they were written, each text once", () => {
    const written = formatNotices(bundled);
    expect(readNotices(written)).toEqual([
      { name: "@a/c", license: "Zlib", products: ["page"] },
      { name: "b", license: "MIT", products: ["page", "library"] },
      { name: "d", license: "MIT", products: ["reader"] },
    ]);
    expect(written.match(/The same words\./g)).toHaveLength(1);
    expect(written).toContain("\nb, d\n");
  });

  it.each([
    ["/x/node_modules/react/index.js", "/x/node_modules/react"],
    ["\0/x/node_modules/react/index.js?commonjs-exports", "/x/node_modules/react"],
    ["C:\\x\\node_modules\\@a\\b\\c.js", "C:/x/node_modules/@a/b"],
    ["/x/node_modules/a/node_modules/b/c.js", "/x/node_modules/a/node_modules/b"],
    ["/x/src/main.ts", null],
  ])("know the package of %s", (id, folder) => {
    expect(packageFolder(id)).toBe(folder);
  });
});
