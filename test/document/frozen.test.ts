/**
 * Documents of version 1 as they were written before it gained any key. frozen/report-1/ is never rewritten: they follow today's
 * schema, they open, and what is written of the same facts today has every key they have, with the same value.
 */
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { assess } from "../../src/core/assess.ts";
import { openReportJson } from "../../src/document/link/document.ts";
import { errorJson, reportJson } from "../../src/document/json/report-json.ts";
import { inspectError, type InspectErrorId } from "../../src/facts/inspect-error.ts";
import { knowledge } from "../../src/data/index.ts";
import { strictValidator } from "./schema.ts";

interface Frozen {
  readonly [key: string]: unknown;
  readonly error_id?: InspectErrorId;
  readonly error_path?: string | null;
  readonly error_detail?: string | null;
}

const folder = join(import.meta.dirname, "frozen/report-1");
const tool = { name: "wheelscope", version: "0.0.0" };
const documents = readdirSync(folder).map((name): [string, Frozen] => [
  name,
  JSON.parse(readFileSync(join(folder, name), "utf8")) as Frozen,
]);
const validate = strictValidator();

/** Words for people, which may improve; and the form of links, which has samples of its own. */
const changing = new Set(["headline", "second", "sentence", "message", "error", "advice", "why", "note"]);
/** How a system gets on with the wheel: the judgement becomes more exact with what is known of systems and of loading. */
const judgedAnew = /^systems\.\d+\.(?:outcome|evidence)$/;
/** Lists that grow with what is known; entries are found by their ids. */
const growing = new Set(["findings", "systems"]);

/** What `today` lacks of `then`, by path. */
function lacking(then: unknown, today: unknown, path: string): string[] {
  const key = path.split(".").at(-1) ?? "";
  if (key === "facts" || path === "tool.policies" || changing.has(key) || judgedAnew.test(path))
    return typeof today === typeof then && Array.isArray(today) === Array.isArray(then) ? [] : [path];
  if (Array.isArray(then)) {
    if (!Array.isArray(today)) return [path];
    const same = (index: number): unknown =>
      growing.has(key) ? today.find((one) => idOf(one) === idOf(then[index])) : (today[index] as unknown);
    return [
      ...(growing.has(key) || today.length === then.length ? [] : [`${path}.length`]),
      ...then.flatMap((entry, index) => lacking(entry, same(index), `${path}.${index}`)),
    ];
  }
  if (typeof then !== "object" || then === null) return Object.is(then, today) ? [] : [path];
  if (typeof today !== "object" || today === null) return [path];
  const [before, after] = [then, today] as Record<string, unknown>[];
  return Object.entries(before ?? {}).flatMap(([name, value]) =>
    lacking(value, after?.[name], path === "" ? name : `${path}.${name}`),
  );
}

const idOf = (entry: unknown): unknown =>
  typeof entry === "object" && entry !== null && "id" in entry ? entry.id : entry;

/** The same document, written today: judged again from its own facts. */
function writtenToday(document: Frozen): object {
  if (document.error_id !== undefined)
    return errorJson(
      String(document["wheel"]),
      inspectError(document.error_id, {
        path: document.error_path ?? null,
        detail: document.error_detail ?? null,
      }),
      tool,
    );
  const opened = openReportJson(JSON.stringify(document));
  if (!opened.ok) throw new Error(opened.error.id);
  const [first] = opened.value.wheels;
  if (first === undefined) throw new Error("there is no wheel");
  return reportJson(assess(first.facts, knowledge), tool);
}

test("there are documents of every shape", () => {
  const shapes = documents.map(([, document]) => ("error" in document ? "error" : document["pure"]));
  expect(new Set(shapes)).toEqual(new Set(["error", true, false]));
});

describe.each(documents)("%s", (_, document) => {
  test("follows today's schema, strictly", () => {
    validate(document);
    expect(validate.errors ?? []).toEqual([]);
  });

  test("has nothing that is not written any more, or otherwise", () => {
    expect(lacking(document, writtenToday(document), "")).toEqual([]);
  });

  test("names no schema, and today's does first", () => {
    expect(document).not.toHaveProperty("$schema");
    expect(Object.keys(writtenToday(document))[0]).toBe("$schema");
  });
});

test("the comparison sees a lost key, another value, another type and a missing entry", () => {
  const then = { a: 1, findings: [{ id: "x", sentence: "s" }], list: [1, 2] };
  expect(lacking(then, then, "")).toEqual([]);
  expect(lacking(then, { findings: [], list: [1] }, "")).toEqual([
    "a",
    "findings.0",
    "list.length",
    "list.1",
  ]);
  expect(lacking(then, { ...then, a: 2, findings: [{ id: "x", sentence: 1 }] }, "")).toEqual([
    "a",
    "findings.0.sentence",
  ]);
});
