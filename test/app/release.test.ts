import { describe, expect, it } from "vitest";
import { groupLines, linesOf, tellingPlace } from "../../src/present/release/matrix-lines.ts";
import { cellState, needLines } from "../../src/present/release/matrix.ts";
import {
  columnIds,
  comparisons,
  emptyColumns,
  nextSort,
  sortOf,
  tableRows,
  type ColumnId,
} from "../../src/present/release/rows.ts";
import { releaseTitle, summarySentence, summaryState } from "../../src/present/release/summary.ts";
import { gpuWords } from "../../src/core/release/code-words.ts";
import { claimWords, libcWord, shortName, tellingTags } from "../../src/present/release/words.ts";
import { defaultSort } from "../../src/app/address/route.ts";
import type { ReleaseGroup, ReleaseRow } from "../../src/core/release/release.ts";
import { tellingPolicies } from "../../src/core/release/telling-policies.ts";
import { built, glibc, groupOf, unread } from "../core/release/wheels.ts";

/** x86_64 keeps its claim, aarch64 does not, musl is beside, riscv64 cannot claim anything older. */
const inputs = [
  built("cp312-cp312-manylinux_2_17_x86_64", glibc("2.14")),
  built("cp312-cp312-manylinux_2_17_aarch64", glibc("2.34", "pthread_create")),
  built("cp312-cp312-musllinux_1_2_x86_64"),
  built("cp313-cp313-manylinux_2_17_x86_64", glibc("2.14")),
  built("cp312-cp312-manylinux_2_31_riscv64", glibc("2.27")),
];
const group = groupOf(...inputs);
const keys = inputs.map((_, index) => `key ${String(index)}`);
const rows = tableRows(group.rows, group.differences, keys);

function rowOf(index: number, from: ReleaseGroup = group): ReleaseRow {
  const row = from.rows.find((each) => each.index === index);
  if (row === undefined) throw new Error(`no row ${String(index)}`);
  return row;
}
const aarch64 = rowOf(1);
const family = group.families[0];
if (family === undefined) throw new Error("no family");

describe("words", () => {
  it("keeps of several claims of one kind the oldest, spelt with its version", () => {
    expect(tellingTags(["manylinux_2_28_x86_64", "manylinux_2_27_x86_64"])).toEqual([
      "manylinux_2_27_x86_64",
    ]);
    expect(tellingTags(["manylinux2014_x86_64", "manylinux_2_17_x86_64"])).toEqual(["manylinux_2_17_x86_64"]);
    expect(tellingTags(["manylinux_2_17_x86_64", "manylinux2014_x86_64"])).toEqual(["manylinux_2_17_x86_64"]);
    expect(tellingTags(["manylinux1_x86_64", "musllinux_1_1_x86_64"])).toEqual([
      "manylinux1_x86_64",
      "musllinux_1_1_x86_64",
    ]);
    expect(tellingTags(["win_amd64"])).toEqual(["win_amd64"]);
  });

  it("names a wheel by its tags, and other files by their names", () => {
    expect(shortName(aarch64)).toBe("cp312-manylinux_2_17_aarch64");
    expect(shortName({ ...aarch64, variant: "cu12" })).toBe("cp312-manylinux_2_17_aarch64-cu12");
    expect(shortName({ ...aarch64, python: "", fileName: "libx.so" })).toBe("libx.so");
  });

  it("says what is claimed and, where it is not that, what fits", () => {
    expect(claimWords(rowOf(0))).toEqual({ claimed: "manylinux_2_17", fits: "2_17", differs: false });
    expect(claimWords({ ...rowOf(0), bestTag: "manylinux_2_5_x86_64" })).toEqual({
      claimed: "manylinux_2_17",
      fits: "2_5",
      differs: true,
    });
    expect(claimWords(aarch64)).toEqual({ claimed: "manylinux_2_17", fits: "2_34", differs: true });
    expect(claimWords({ ...aarch64, bestTag: null })).toEqual({
      claimed: "manylinux_2_17",
      fits: "none",
      differs: true,
    });
    expect(claimWords({ ...aarch64, platformTags: ["linux_aarch64"] })).toEqual({
      claimed: "linux",
      fits: "manylinux_2_34",
      differs: true,
    });
    expect(claimWords({ ...aarch64, outcome: "pure", platformTags: ["any"], bestTag: null })).toEqual({
      claimed: "any",
      fits: "",
      differs: false,
    });
    // By the release that is promised, not by how it is spelled.
    const legacy = { ...aarch64, platformTags: ["manylinux2014_aarch64"], bestTag: "manylinux_2_17_aarch64" };
    expect(claimWords(legacy)).toEqual({ claimed: "manylinux_2_17", fits: "2_17", differs: false });
  });

  it("names the C library, or the system that is not Linux", () => {
    expect(group.rows.map(libcWord)).toContain("musl");
    expect(libcWord({ ...aarch64, libc: null, system: "macOS" })).toBe("macOS");
    expect(libcWord({ ...aarch64, libc: "none" })).toBe("");
    expect(libcWord({ ...aarch64, libc: null, system: "any" })).toBe("");
    expect(gpuWords({ cudaMajors: [12, 13], rocm: ["gfx942"] })).toBe("CUDA 12 and 13, ROCm");
    expect(gpuWords({ cudaMajors: [], rocm: [] })).toBe("");
  });
});

describe("rows", () => {
  it("has the numbers of the differences that it is part of", () => {
    const row = rows.find(({ key }) => key === "key 1");
    const notes = row?.notes.get("GLIBC") ?? [];
    expect(notes).toHaveLength(1);
    for (const { number, difference } of notes) expect(group.differences[number - 1]).toBe(difference);
    expect(rows.find(({ key }) => key === "key 0")?.notes.get("GLIBC")).toBeUndefined();
  });

  it("takes hostile names as names", () => {
    const hostile = groupOf(unread("__proto__-1-py3-none-any.whl"));
    expect(tableRows(hostile.rows, [], ["__proto__"])[0]).toMatchObject({ key: "__proto__", position: 0 });
  });

  it.each(columnIds)("compares both ways alike by %s", (id) => {
    const compare = comparisons[id];
    const sorted = [...rows].sort(compare);
    for (const a of sorted) {
      expect(compare(a, a)).toBe(0);
      for (const b of sorted) expect(Math.sign(compare(a, b)) + Math.sign(compare(b, a))).toBe(0);
    }
  });

  it("sorts versions by their numbers and verdicts by what is wrong", () => {
    const first = (id: ColumnId): number | undefined =>
      [...rows].sort((a, b) => comparisons[id](b, a))[0]?.row.index;
    expect(first("glibc")).toBe(1);
    expect(first("verdict")).toBe(1);
    expect(first("problems")).toBe(1);
  });

  it("begins in its own order, with what is looked for first on a new heading", () => {
    expect(sortOf(defaultSort)).toEqual({ column: "wheel", descending: false });
    expect(sortOf({ column: "constructor", descending: true }).column).toBe("wheel");
    expect(nextSort(sortOf(defaultSort), "glibc")).toEqual({ column: "glibc", descending: true });
    expect(nextSort({ column: "glibc", descending: true }, "glibc")).toEqual({
      column: "glibc",
      descending: false,
    });
    expect(nextSort({ column: "glibc", descending: true }, "arch").descending).toBe(false);
  });

  it("hides columns that say nothing", () => {
    const empty = emptyColumns(rows);
    expect(empty).toContain("gpu");
    expect(empty).not.toContain("glibc");
    expect(emptyColumns(rows.filter(({ row }) => row.libc === "musl"))).toContain("glibc");
  });
});

describe("summary", () => {
  it("is called by project and version where all share them", () => {
    expect(releaseTitle(["My.Pkg-1.0-py3-none-any.whl", "my_pkg-1.0-cp312-cp312-win_amd64.whl"])).toBe(
      "My.Pkg 1.0",
    );
    expect(releaseTitle(["a-1-py3-none-any.whl", "a-2-py3-none-any.whl"])).toBe("2 wheels");
    expect(releaseTitle(["a-1-py3-none-any.whl", "lib.so"])).toBe("2 files");
    expect(releaseTitle(["a.so", "b.so"])).toBe("2 files");
  });

  it("counts what is wrong first, and what is still to be read", () => {
    expect(summarySentence(group.rows, 0)).toBe(
      "Of 5 wheels, 1 does not keep its claim, 4 keep their claim.",
    );
    expect(summarySentence([rowOf(0), rowOf(3)], 0)).toBe("Both wheels keep their claim.");
    expect(summarySentence([rowOf(0), rowOf(3), rowOf(2)], 0)).toBe("All 3 wheels keep their claim.");
    expect(summarySentence([rowOf(0)], 0)).toBe("The only wheel read keeps its claim.");
    expect(summarySentence([rowOf(0)], 2)).toBe(
      "Of 1 wheel read so far, 1 keeps its claim. Still to be read: 2.",
    );
    expect(summarySentence([], 3)).toBe("Still to be read: 3.");
    expect(summarySentence([], 0)).toBe("Nothing has been read.");
  });

  it("takes the worst for the state, and does not say complies before all are read", () => {
    expect(summaryState(group.rows, 0).tone).toBe("bad");
    expect(summaryState([rowOf(0)], 0).word).toBe("Complies");
    expect(summaryState([rowOf(0)], 1).word).toBe("Reading");
    expect(summaryState([rowOf(0), rowOf(0, groupOf(unread("a-1-py3-none-any.whl")))], 0).tone).toBe(
      "warning",
    );
    expect(summaryState([{ ...rowOf(0), outcome: "pure" }], 0).tone).toBe("info");
  });
});

describe("matrix", () => {
  it("words a cell by how many fit", () => {
    const cell = { limiting: [], claiming: [] };
    expect(cellState({ ...cell, state: "all" }, 5).word).toBe("all 5 fit");
    expect(cellState({ ...cell, state: "all" }, 1).word).toBe("fits");
    expect(cellState({ ...cell, state: "some", limiting: [1, 2] }, 5).word).toBe("3 of 5");
    expect(cellState({ ...cell, state: "none" }, 5).word).toBe("none");
    expect(cellState({ ...cell, state: "none" }, 1).word).toBe("does not fit");
    expect(cellState({ ...cell, state: "undefined" }, 5)).toMatchObject({
      word: "not defined",
      tone: "neutral",
    });
  });

  it("shows the policies that tell, and all of them on demand", () => {
    const telling = tellingPolicies(family).map(({ policy }) => policy);
    expect(telling).toEqual(expect.arrayContaining(["manylinux_2_17", "manylinux_2_31", "manylinux_2_34"]));
    expect(telling.length).toBeLessThan(family.policies.length);
    expect(linesOf(family, true).length - linesOf(family, false).length).toBe(
      family.policies.length - telling.length,
    );
  });

  it("begins at a claim that is not kept", () => {
    expect(tellingPlace(linesOf(family, false))).toBe("manylinux_2_17 1");
    expect(tellingPlace([])).toBe("");
  });

  it("tells who asks for the highest version", () => {
    const [glibcLine] = needLines(family.columns);
    expect(glibcLine?.title).toBe("glibc");
    expect(glibcLine?.cells.map(({ text }) => text)).toEqual(["2.14", "2.34", "2.27"]);
    expect(glibcLine?.cells[1]?.from).toMatchObject({ symbol: "pthread_create", row: 1 });
    expect(groupLines(linesOf(family, false)).map(({ title }) => title)).toEqual(["", "Needs at most"]);
  });
});
