/** Word for word: error-texts.json holds what was reviewed. `U=1` writes it again; read the difference before committing. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { errorText, type ErrorText } from "../../src/core/error-text.ts";
import { errorIds } from "../../src/learn/explain.ts";
import { inspectError } from "../../src/facts/inspect-error.ts";

const file = join(import.meta.dirname, "error-texts.json");
const texts = Object.fromEntries(
  errorIds.map((id) => [
    id,
    {
      bare: errorText(inspectError(id)),
      full: errorText(inspectError(id, { path: "pkg/_x.so", detail: "12 of 34 bytes", offset: 56 })),
    },
  ]),
);
if (process.env.U === "1") writeFileSync(file, `${JSON.stringify(texts, null, 2)}\n`);
const reviewed = JSON.parse(readFileSync(file, "utf8")) as Record<
  string,
  { bare: ErrorText; full: ErrorText }
>;

test.each(errorIds)("%s", (id) => {
  expect(texts[id]).toEqual(reviewed[id]);
});

test("nothing is reviewed that does not exist", () => {
  expect(Object.keys(reviewed)).toEqual([...errorIds]);
});

test("titles are short, the rest are sentences", () => {
  for (const { bare, full } of Object.values(texts)) {
    expect(bare.title).not.toMatch(/\.$/);
    for (const text of [bare.sentence, bare.advice, full.sentence, full.advice])
      expect(text).toMatch(/^\S.*\.$/);
    expect(full.sentence).not.toMatch(/null|undefined/);
  }
});

test("only faults of the program ask for a report", () => {
  const ours = errorIds.filter((id) => texts[id]?.bare.about === "program");
  expect(ours).toEqual(["engine-crashed", "out-of-memory"]);
});
