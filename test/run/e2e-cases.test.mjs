/** No file of cases is forgotten, and no case is lost to another of the same name. */
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { all, alone, files } from "../e2e/cases.mjs";

const folder = join(import.meta.dirname, "../e2e");

it("runs every file that has cases", async () => {
  const names = (await readdir(folder)).filter((name) => name.endsWith(".mjs"));
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name), "utf8")));
  const withCases = names.filter((_, at) => /^export const cases\b/m.test(texts[at]));
  expect(withCases.length).toBeGreaterThan(10);
  expect(Object.keys(files).sort()).toEqual(withCases.map((name) => name.replace(/\.mjs$/, "")).sort());
});

it("runs every case, and those that measure by themselves", () => {
  const each = Object.values(files).reduce((sum, cases) => sum + Object.keys(cases).length, 0);
  expect(Object.keys(all)).toHaveLength(each);
  for (const name of alone) expect(Object.keys(all)).toContain(name);
  expect(alone.size).toBeGreaterThan(3);
});
