/** What the pictures of the learn pages show: the timeline's figures, the way of a need, names compared, symbols in a pasted text. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { format } from "prettier";
import { describe, expect, it } from "vitest";
import { commonPieces } from "../../src/app/learn/strings/compare-pieces.ts";
import { placeLabels } from "../../src/app/learn/labels.ts";
import { arrivalOf, exampleNeeds } from "../../src/app/learn/need/need-path.ts";
import { MOST_SYMBOLS, readSymbols } from "../../src/app/learn/strings/read-symbols.ts";
import { pieceRows, type PieceRow } from "../../src/app/learn/strings/string-case-pieces.ts";
import { piecesOfCase, stringCases } from "../../src/app/learn/strings/string-cases.ts";
import {
  aboutGlibc,
  dateText,
  drawnSystems,
  gccReleases,
  glibcReleases,
  hasGlibc,
  versionsWithPolicy,
  yearOf,
} from "../../src/app/learn/timeline/timeline-data.ts";
import { knowledge, systemsReleased, tagProposals } from "../../src/app/learn/knowledge.ts";
import { cpuNow } from "../cpu-time.ts";
import { newReader } from "../engine/elf/elf-fixtures.ts";

describe("the timeline", () => {
  it("knows every system it draws, and each came out before its support ended and after its glibc", () => {
    expect(drawnSystems.map(({ id }) => id)).toEqual(systemsReleased.map(([id]) => id));
    for (const { name, released, ends, glibc } of drawnSystems) {
      expect(released).toMatch(/^20\d\d-\d\d-\d\d$/);
      expect(released < (ends ?? "9"), name).toBe(true);
      const release = glibcReleases.find(({ version }) => version === glibc);
      expect(release?.date, `${name}: glibc ${glibc}`).toBeDefined();
      expect((release?.date ?? "9") < released, name).toBe(true);
    }
  });

  it("knows the compilers of the systems whose compilers are known", () => {
    const compilers = Object.fromEntries(drawnSystems.map(({ id, gcc }) => [id, gcc]));
    expect(compilers).toMatchObject({
      "rhel-5": "4.1.2",
      "rhel-7": "4.8.5",
      "rhel-8": "8.5.0",
      "debian-12": "12.2.0",
      "ubuntu-22.04": "11.4.0",
      "amazon-linux-2023": null,
    });
  });

  it("has releases in order, and a policy or the next one for each", () => {
    for (const list of [glibcReleases, gccReleases, tagProposals]) {
      expect(list.map(({ date }) => date)).toEqual(list.map(({ date }) => date).sort());
    }
    expect(gccReleases.map(({ version }) => version)).toContain("4.8");
    expect(gccReleases.at(-1)?.version).toBe("16");
    for (const { version } of glibcReleases) {
      const about = aboutGlibc(version);
      expect(about?.policy !== null).toBe(versionsWithPolicy.has(version));
    }
    for (const { glibc } of tagProposals) if (glibc !== null) expect(aboutGlibc(glibc)?.alias).not.toBeNull();
    expect(aboutGlibc("2.17")).toMatchObject({
      policy: "manylinux_2_17",
      alias: "manylinux2014",
      next: null,
      gcc: { version: "4.7" },
      images: ["manylinux2014 (RHEL 7)"],
    });
    expect(aboutGlibc("2.29")).toMatchObject({ policy: null, next: "manylinux_2_31" });
    expect(aboutGlibc("2.43")).toMatchObject({ policy: null, next: null });
    expect(aboutGlibc("9.9")).toBeNull();
  });

  it("compares versions as numbers, and writes dates as people do", () => {
    expect(hasGlibc("2.5", "2.12")).toBe(false);
    expect(hasGlibc("2.5", "2.2.5")).toBe(true);
    expect(dateText("2018-08-01")).toBe("1 August 2018");
    expect(yearOf("2018-01-01")).toBe(2018);
    expect(yearOf("2018-07-01")).toBe(2018.5);
  });

  it("places labels without overlap", () => {
    expect(
      placeLabels([
        { at: 0, width: 50 },
        { at: 30, width: 50 },
        { at: 40, width: 10 },
        { at: 100, width: 10 },
      ]),
    ).toEqual([0, 1, 2, 0]);
  });
});

describe("a need on its way", () => {
  it("ends where the call was linked", () => {
    expect(arrivalOf(exampleNeeds.old)).toMatchObject({
      tag: "manylinux_2_5_x86_64",
      alias: "manylinux1",
      refuses: null,
      accepts: { id: "rhel-5" },
    });
    const arrival = arrivalOf(exampleNeeds.new);
    expect(arrival).toMatchObject({
      tag: "manylinux_2_34_x86_64",
      alias: null,
      refuses: { id: "debian-11" },
      accepts: { id: "ubuntu-22.04" },
    });
    expect(arrival.systems.every(({ system }) => (system.ends ?? "9") >= knowledge.systems.date)).toBe(true);
    expect(arrival.systems.find(({ system }) => system.id === "rhel-8")?.has).toBe(false);
  });

  it("has no tag where no policy allows the version", () => {
    expect(arrivalOf({ ...exampleNeeds.new, version: "GLIBC_2.43" }).tag).toBeNull();
    expect(arrivalOf({ ...exampleNeeds.new, architecture: "toString" }).tag).toBeNull();
  });
});

describe("two names", () => {
  it.each(stringCases.map(({ label, ...example }) => [label, example] as const))("%s", (_, example) => {
    const [older, newer] = [piecesOfCase(example.old), piecesOfCase(example.new)];
    const common = commonPieces(older, newer);
    const kept = (pieces: typeof older, flags: readonly boolean[]): string =>
      pieces.flatMap(({ text }, index) => (flags[index] === true ? [text] : [])).join("");
    expect(kept(older, common.a)).toBe(kept(newer, common.b));
    const differs = [...common.a, ...common.b].includes(false);
    expect(differs).toBe(example.old !== example.new);
  });

  it("have the pieces that the reader gives them; U=1 writes them again", async () => {
    const names = [...new Set(stringCases.flatMap((each) => [each.old, each.new]))];
    const pieces = newReader().pieces(names);
    const rows = (at: number): readonly PieceRow[] =>
      (pieces[at] ?? []).map(({ text, kind, depth, abi, parameter, repeats }) => [
        text,
        kind,
        depth,
        abi,
        parameter,
        repeats,
      ]);
    const expected = Object.fromEntries(names.map((name, at) => [name, rows(at)]));
    if (process.env["U"] !== undefined) return writeRows(expected);
    expect(pieceRows).toEqual(expected);
  });
});

async function writeRows(rows: Readonly<Record<string, readonly PieceRow[]>>): Promise<void> {
  const path = join(import.meta.dirname, "../../src/app/learn/strings/string-case-pieces.ts");
  const source = readFileSync(path, "utf8");
  const declaration = /^export const pieceRows[^=]*= /m.exec(source);
  if (declaration === null) throw new Error(`${path} declares no pieceRows`);
  const text = `${source.slice(0, declaration.index)}${declaration[0]}${JSON.stringify(rows)};`;
  writeFileSync(path, await format(text, { parser: "typescript", printWidth: 110 }));
}

describe("symbols in a pasted text", () => {
  it("are found in lists, in what tools print and in messages", () => {
    const text = [
      "                 U _ZNSs4_Rep20_S_empty_rep_storageE@GLIBCXX_3.4 (2)",
      "0000000000001139 T _ZN3api3retB5cxx11Ev",
      "ImportError: /x/_native.so: undefined symbol: _ZN3c105ErrorC2Ev.",
      "main@@GLIBC_2.34",
      "_RNvC4demo4main",
      "_ZN3api3retB5cxx11Ev",
      "words that are no symbol",
      "",
    ].join("\n");
    expect(readSymbols(text)).toEqual({
      names: [
        "_ZNSs4_Rep20_S_empty_rep_storageE",
        "_ZN3api3retB5cxx11Ev",
        "_ZN3c105ErrorC2Ev",
        "main",
        "_RNvC4demo4main",
      ],
      more: 0,
    });
  });

  it("are bounded in number and length", () => {
    const many = Array.from({ length: 500 }, (_, index) => `_Z1f${String(index)}v`).join("\n");
    expect(readSymbols(many).names).toHaveLength(MOST_SYMBOLS);
    expect(readSymbols(many).more).toBe(500 - MOST_SYMBOLS);
    const began = cpuNow();
    expect(readSymbols("_Z".repeat(1_000_000)).names.join("").length).toBeLessThanOrEqual(16 * 1024);
    expect(cpuNow() - began).toBeLessThan(500);
  });
});
