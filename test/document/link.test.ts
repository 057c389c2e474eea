import fc from "fast-check";
import { strToU8 } from "fflate";
import { beforeAll, describe, expect, test } from "vitest";
import { assess } from "../../src/core/assess.ts";
import { crc32 } from "../../src/facts/crc32.ts";
import { fromBase64url, toBase64url } from "../../src/document/link/base64url.ts";
import { decodeLink } from "../../src/document/link/decode.ts";
import { encodeLink, linkText } from "../../src/document/link/encode.ts";
import { essenceOf, numbersOf } from "../../src/document/link/prune/essence.ts";
import { Malformed } from "../../src/document/link/form/json.ts";
import { LINK_LIMIT } from "../../src/document/link/limits.ts";
import {
  droppedText,
  sharedReport,
  type EncodedLink,
  type SharedReport,
} from "../../src/document/link/shared-report.ts";
import { assertComplete, upgraded } from "../../src/document/link/upgrade.ts";
import type { WheelFacts } from "../../src/facts/model.ts";
import { knowledge } from "../../src/data/index.ts";
import { bareLibrary, library } from "../core/builders.ts";
import { anyWheel } from "../arbitrary.ts";
import { example, longWheel } from "./link-wheels.ts";
import { propertyRuns } from "../property-runs.ts";

const tool = { name: "wheelscope", version: "1.2.3" };
const judge = (facts: WheelFacts) => assess(facts, knowledge);
const share = (...wheels: WheelFacts[]): SharedReport =>
  sharedReport(wheels.map(judge), { title: null, tool });

function linkOf(facts: WheelFacts, codec: "d" | "j" = "d"): string {
  const link = encodeLink(share(facts), { judge, codec });
  if (link.kind !== "link") throw new Error("too long");
  return link.text;
}

function open(link: string): SharedReport {
  const outcome = decodeLink(link);
  if (!outcome.ok) throw new Error(`${outcome.error.id}: ${outcome.error.detail ?? ""}`);
  return outcome.value;
}

const link = linkOf(example);

describe("a link", () => {
  test("is made of characters that no address needs to escape, and ends in its check", () => {
    expect(link).toMatch(/^1\.d\.[\w-]+\.[0-9a-f]{8}$/);
    expect(link.length).toBeLessThan(400);
  });

  test("is the same for the same report", () => {
    expect(linkOf(JSON.parse(JSON.stringify(example)) as WheelFacts)).toBe(link);
  });

  test.each(["d", "j"] as const)("opens as it was made (codec %s)", (codec) => {
    const { title, policyDate, toolVersion, dropped, wheels } = open(linkOf(example, codec));
    expect({ title, policyDate, toolVersion, dropped }).toEqual({
      title: null,
      policyDate: knowledge.policyDate,
      toolVersion: "1.2.3",
      dropped: [],
    });
    const [first] = wheels;
    expect(wheels).toHaveLength(1);
    expect(first?.then).toEqual({ outcome: "fails", bestTag: "manylinux_2_34_x86_64" });
    // What no report needs is gone; all else is there.
    const libraries = example.libraries.map((each) => ({ ...each, compressedBytes: 0 }));
    const [head, ...rest] = libraries[0]?.elf?.versionNeeds ?? [];
    const versionNeeds = [{ ...head, symbols: [] }, ...rest];
    expect(first?.facts).toEqual({
      ...example,
      libraries: [{ ...libraries[0], elf: { ...libraries[0]?.elf, versionNeeds } }, libraries[1]],
      directories: ["pkg.libs"],
    });
  });

  test("holds several wheels and a title", () => {
    const other = bareLibrary("libx.so", { soname: "libx.so" });
    const made = encodeLink(
      sharedReport([judge(example), judge(other)], { title: "  Release <1.0> 💥 ", tool }),
      { judge },
    );
    if (made.kind !== "link") throw new Error("too long");
    const { title, wheels } = open(made.text);
    expect(title).toBe("Release <1.0> 💥");
    expect(wheels.map(({ facts }) => facts.fileName)).toEqual(["libx.so", example.fileName]);
  });

  test("a title has an end, and blanks are none", () => {
    expect(sharedReport([judge(example)], { title: "💥".repeat(500), tool }).title).toBe("💥".repeat(120));
    expect(sharedReport([judge(example)], { title: " \n", tool }).title).toBeNull();
  });
});

describe("any facts", () => {
  test("are written and read without loss", () => {
    fc.assert(
      fc.property(anyWheel, anyWheel, (one, other) => {
        const shared: SharedReport = {
          title: null,
          policyDate: "2026-01-01",
          toolVersion: "1",
          dropped: [{ kind: "symbol-names", count: 3 }],
          wheels: [one, other].map((facts) => ({ facts, then: { outcome: "unknown", bestTag: "x" } })),
        };
        expect(open(linkText(shared, "d"))).toEqual(shared);
        expect(open(linkText(shared, "j"))).toEqual(shared);
      }),
      { numRuns: propertyRuns(60) },
    );
  });

  test("make a link that says the same when it is judged again", () => {
    fc.assert(
      fc.property(anyWheel, (facts) => {
        const [opened] = open(linkOf(facts)).wheels;
        if (opened === undefined) throw new Error("no wheel");
        expect(essenceOf(judge(opened.facts))).toBe(essenceOf(judge(facts)));
      }),
      { numRuns: propertyRuns(40) },
    );
  });
});

describe("a long report", () => {
  const facts = longWheel(300);
  let made: Extract<EncodedLink, { kind: "link" }>;
  beforeAll(() => {
    const link = encodeLink(share(facts), { judge });
    if (link.kind !== "link") throw new Error("too long");
    made = link;
  });

  test("leaves out step by step, tells what, and decides the same", () => {
    expect(made.dropped.map(({ kind }) => kind).slice(0, 3)).toEqual([
      "build-ids",
      "symbol-names",
      "lower-versions",
    ]);
    expect(made.dropped[0]?.count).toBe(300);
    const opened = open(made.text);
    expect(opened.dropped).toEqual(made.dropped);
    const [before, after] = [judge(facts), judge(opened.wheels[0]?.facts ?? facts)];
    expect(after.verdict).toEqual(before.verdict);
    expect(after.findings.map(({ id }) => id)).toEqual(before.findings.map(({ id }) => id));
    // Made once more from what was opened, nothing is forgotten of what the first left out.
    const again = encodeLink(opened, { judge });
    if (again.kind !== "link") throw new Error("too long");
    for (const { kind, count } of made.dropped) {
      expect(again.dropped.find((each) => each.kind === kind)?.count).toBeGreaterThanOrEqual(count);
    }
  });

  test("keeps its numbers: all libraries, and how many files need a version", () => {
    expect(made.text.length).toBeGreaterThan(8_000);
    expect(made.dropped.map(({ kind }) => kind)).toEqual(["build-ids", "symbol-names", "lower-versions"]);
    const after = judge(open(made.text).wheels[0]?.facts ?? facts);
    expect(after.libraries).toHaveLength(300);
    expect(numbersOf(after)).toBe(numbersOf(judge(facts)));
  });

  test("loses libraries only where there were no link else", () => {
    // A name of 64 digits that follow no pattern costs some 43 characters.
    const name = (seed: number): string =>
      Array.from({ length: 8 }, (_, at) =>
        crc32(strToU8(`${seed} ${at}`))
          .toString(16)
          .padStart(8, "0"),
      ).join("");
    const quiet = Array.from({ length: 800 }, (_, seed) => library(`pkg.libs/${name(seed)}.so`));
    const made = encodeLink(share({ ...example, libraries: [...example.libraries, ...quiet] }), { judge });
    if (made.kind !== "link") throw new Error("too long");
    expect(made.dropped).toContainEqual({ kind: "quiet-libraries", count: 800 });
    expect(open(made.text).wheels[0]?.facts.libraries).toHaveLength(2);
  });

  test("has no link above the limit", () => {
    const made = encodeLink(share(longWheel(1200)), { judge });
    expect(made).toMatchObject({ kind: "too-long", limit: LINK_LIMIT });
    expect(made.kind === "too-long" && made.length).toBeGreaterThan(LINK_LIMIT);
  });

  test("words for what was left out", () => {
    expect(droppedText({ kind: "build-ids", count: 1 })).toBe("the build id of one library");
    expect(droppedText({ kind: "build-ids", count: 24 })).toBe("build ids of 24 libraries");
    expect(droppedText({ kind: "symbol-names", count: 1200 })).toBe(
      "names of 1,200 symbols (their numbers are there)",
    );
    expect(droppedText({ kind: "lower-versions", count: 7 })).toBe(
      "7 versions needed, lower than another of their family",
    );
    expect(droppedText({ kind: "quiet-libraries", count: 1 })).toBe("one library without findings");
  });
});

describe("parts", () => {
  test("base64url", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
        const text = toBase64url(bytes);
        expect(text).toBe(Buffer.from(bytes).toString("base64url"));
        expect(fromBase64url(text)).toEqual(bytes);
      }),
    );
    // One spelling: no padding, no bits that say nothing, no other letters.
    for (const text of ["A", "AB==", "AB", "A+", "A/", "é"]) expect(fromBase64url(text)).toBeNull();
  });

  test("CRC-32", () => {
    expect(crc32(strToU8("123456789"))).toBe(0xcbf43926);
    expect(crc32(new Uint8Array())).toBe(0);
  });

  test("upgrades lead from every version to today's", () => {
    expect(() => assertComplete([], 1)).not.toThrow();
    expect(() => assertComplete([], 2)).toThrow("0 upgrades");
    const steps = [
      (payload: object) => ({ ...payload, version: 2, one: true }),
      (payload: object) => ({ ...payload, version: 3, two: true }),
    ];
    expect(upgraded({ version: 1 }, steps)).toEqual({ version: 3, one: true, two: true });
    expect(upgraded({ version: 2 }, steps)).toEqual({ version: 3, two: true });
    expect(upgraded({ version: 3 }, steps)).toEqual({ version: 3 });
    for (const version of [0, 4, 1.5, "1", null])
      expect(() => upgraded({ version }, steps)).toThrow(Malformed);
  });
});
