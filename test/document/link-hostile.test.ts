/** Links that nobody made, or that somebody made on purpose. */
import fc from "fast-check";
import { deflateSync, strToU8 } from "fflate";
import { describe, expect, test } from "vitest";
import { assess } from "../../src/core/assess.ts";
import { toBase64url } from "../../src/document/link/base64url.ts";
import { decodeLink } from "../../src/document/link/decode.ts";
import { encodeLink } from "../../src/document/link/encode.ts";
import { pack } from "../../src/document/link/pack.ts";
import { sharedReport, type SharedReport } from "../../src/document/link/shared-report.ts";
import type { WheelFacts } from "../../src/facts/model.ts";
import { knowledge } from "../../src/data/index.ts";
import { example } from "./link-wheels.ts";
import { propertyRuns } from "../property-runs.ts";
import { cpuNow } from "../cpu-time.ts";

const judge = (facts: WheelFacts) => assess(facts, knowledge);

function linkOf(facts: WheelFacts, codec: "d" | "j" = "d"): string {
  const tool = { name: "wheelscope", version: "1.2.3" };
  const link = encodeLink(sharedReport([judge(facts)], { title: null, tool }), { judge, codec });
  if (link.kind !== "link") throw new Error("too long");
  return link.text;
}

function open(text: string): SharedReport {
  const outcome = decodeLink(text);
  if (!outcome.ok) throw new Error(`${outcome.error.id}: ${outcome.error.detail ?? ""}`);
  return outcome.value;
}

/** A link with this payload, whatever it is. */
function linkWith(payload: unknown, codec: "d" | "j" = "d"): string {
  const { data, check } = pack(JSON.stringify(payload), codec);
  return `1.${codec}.${data}.${check}`;
}

const link = linkOf(example);

describe("what is no link", () => {
  const damaged = (text: string) => ({
    ok: false,
    error: {
      id: "link-damaged",
      path: null,
      offset: null,
      detail: `${text.length.toLocaleString("en")} ${text.length === 1 ? "character" : "characters"} received`,
    },
  });

  test.each([
    "",
    "1",
    "1.d",
    "1.d.",
    "1.d..",
    "0.d.a.b",
    "01.d.a.b",
    "x",
    "1.D.AA.00000000",
    `${link}.x`,
    ` ${link}`,
  ])("%j is damaged", (text) => {
    expect(decodeLink(text)).toEqual(damaged(text));
  });

  test("cut anywhere it is damaged, and the length received is reported", () => {
    for (let end = 4; end < link.length; end++) {
      expect(decodeLink(link.slice(0, end))).toEqual(damaged(link.slice(0, end)));
    }
  });

  test("with any character changed it is damaged or too new, never another report", () => {
    const letters = "Aa0-_.9z~";
    let [tried, refused] = [0, 0];
    for (let at = 0; at < link.length; at++) {
      for (const letter of letters) {
        if (link[at] === letter) continue;
        const outcome = decodeLink(link.slice(0, at) + letter + link.slice(at + 1));
        // The last bits of deflate's last byte mean nothing; whatever opens is the same report.
        if (outcome.ok) expect(outcome.value).toEqual(open(link));
        else refused += 1;
        tried += 1;
      }
    }
    expect(refused).toBeGreaterThan(tried - 10);
  });

  test.each([
    ["2.d.AAAA.00000000", "version 2"],
    ["12.z.?.", "version 12"],
    ["1.z.AAAA.00000000", "codec z"],
  ])("%s is too new", (text, detail) => {
    expect(decodeLink(text)).toMatchObject({ ok: false, error: { id: "link-too-new", detail } });
  });

  test("random text never opens and never throws", () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 80, unit: "binary" }),
        fc.base64String({ maxLength: 60 }),
        (text, data) => {
          expect(decodeLink(text).ok).toBe(false);
          expect(decodeLink(`1.d.${data}.00000000`).ok).toBe(false);
          expect(decodeLink(`1.j.${toBase64url(strToU8(data))}.00000000`).ok).toBe(false);
        },
      ),
    );
  });

  test("JSON of any shape is refused or judged, whatever it says", () => {
    const payload = payloadOf(linkOf(example, "j"));
    const places = pathsIn(payload);
    const value = fc.oneof(
      fc.jsonValue({ maxDepth: 2 }),
      fc.constantFrom(
        0,
        1,
        3,
        "",
        "libc.so.6",
        -1,
        0.5,
        1e308,
        2 ** 53,
        null,
        true,
        "__proto__",
        [],
        {},
        "x".repeat(513),
        999,
      ),
    );
    let opened = 0;
    fc.assert(
      fc.property(fc.constantFrom(...places), value, (place, put) => {
        const outcome = decodeLink(linkWith(changed(payload, place, put), "j"));
        if (!outcome.ok) {
          expect(outcome.error.id).toBe("link-damaged");
          return;
        }
        opened += 1;
        for (const { facts } of outcome.value.wheels) judge(facts);
      }),
      { numRuns: propertyRuns(800) },
    );
    expect(opened).toBeGreaterThan(propertyRuns(800) / 40);
  });

  test("keys that are not known are let through", () => {
    const payload = payloadOf(linkOf(example, "j"));
    expect(open(linkWith({ ...payload, later: { a: 1 } }))).toEqual(open(link));
  });

  test("__proto__ is a key like any other", () => {
    const payload = payloadOf(linkOf(example, "j"));
    const text = JSON.stringify(payload).replace('"wheels"', '"__proto__":{"polluted":1},"wheels"');
    const { data, check } = pack(text, "d");
    expect(open(`1.d.${data}.${check}`)).toEqual(open(link));
    expect(Object.hasOwn(Object.prototype, "polluted")).toBe(false);
  });

  test("the version inside is the one outside", () => {
    const payload = payloadOf(linkOf(example, "j"));
    expect(decodeLink(linkWith({ ...payload, version: 2 }))).toMatchObject({ error: { id: "link-damaged" } });
  });
});

describe("limits", () => {
  const quickly = (text: string): number => {
    const start = cpuNow();
    expect(decodeLink(text)).toMatchObject({
      ok: false,
      error: { id: expect.stringMatching(/^link-(?:damaged|too-long)$/) as string },
    });
    return cpuNow() - start;
  };
  const body = (libraries: unknown[], fields: object = {}) => ({
    version: 1,
    names: [],
    policies: "2026-01-01",
    tool: "1",
    wheels: [[{ f: "x.whl", z: 1, e: 1, l: libraries, ...fields }, [0, null]]],
  });
  const entry = (path: string) => ({ p: path, z: 1, e: { k: [0, 0, 0], se: 1 } });
  const many = (count: number) => Array.from({ length: count }, (_, index) => entry(`a${String(index)}`));

  test("a name of 512 characters is read, a longer one is not", () => {
    expect(decodeLink(linkWith(body([entry("a".repeat(512))]))).ok).toBe(true);
    expect(decodeLink(linkWith(body([entry("a".repeat(513))]))).ok).toBe(false);
  });

  test("5,000 libraries are read, more are not", () => {
    expect(decodeLink(linkWith(body(many(5000)))).ok).toBe(true);
    quickly(linkWith(body(many(5001))));
  });

  test("lists have an end, together and nested", () => {
    quickly(linkWith(body([], { d: Array.from({ length: 90_000 }, () => "a") })));
    quickly(linkWith(body([], { id: [[[[]]]] })));
    const deep = `${"[".repeat(300_000)}${"]".repeat(300_000)}`;
    const { data, check } = pack(deep, "d");
    expect(quickly(`1.d.${data}.${check}`)).toBeLessThan(2000);
  });

  test("what unpacks to more than 2 MB is given up on the way", () => {
    const bomb = toBase64url(deflateSync(new Uint8Array(60 * 1024 * 1024), { level: 6 }));
    expect(quickly(`1.d.${bomb}.00000000`)).toBeLessThan(2000);
  });

  test("a text too long to be a link is not looked at", () => {
    expect(quickly(`1.j.${"A".repeat(5_000_000)}.00000000`)).toBeLessThan(200);
  });

  test("the most that is let through is judged in time", () => {
    const needs = Array.from({ length: 26_000 }, (_, index) => [`GLIBC_2.${String(index)}`, 1]);
    const worst = body([{ p: "a.so", z: 1, e: { k: [0, 0, 0], se: 1, v: ["libc.so.6", ...needs] } }], {
      f: "pkg-1.0-cp312-cp312-manylinux_2_17_x86_64.whl",
    });
    const { wheels } = open(linkWith(worst));
    const start = cpuNow();
    for (const { facts } of wheels) judge(facts);
    expect(cpuNow() - start).toBeLessThan(10_000);
  });
});

function payloadOf(plain: string): Record<string, unknown> {
  const data = plain.split(".")[2] ?? "";
  return JSON.parse(Buffer.from(data, "base64url").toString("utf8")) as Record<string, unknown>;
}

type Path = readonly (string | number)[];

function pathsIn(value: unknown, path: Path = []): Path[] {
  if (typeof value !== "object" || value === null) return [path];
  const inside = Array.isArray(value)
    ? value.flatMap((each, index) => pathsIn(each, [...path, index]))
    : Object.entries(value).flatMap(([key, each]) => pathsIn(each, [...path, key]));
  return [path, ...inside];
}

function changed(value: unknown, [step, ...rest]: Path, put: unknown): unknown {
  if (step === undefined) return put;
  if (Array.isArray(value))
    return value.map((each, index) => (index === step ? changed(each, rest, put) : each));
  return Object.fromEntries(
    Object.entries(value as object).map(([key, each]) => [
      key,
      key === step ? changed(each, rest, put) : each,
    ]),
  );
}
