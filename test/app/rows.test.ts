import { describe, expect, it } from "vitest";
import { groupBlockers, summarise } from "../../src/present/blockers.ts";
import { countSeverities, groupFindings } from "../../src/present/findings.ts";
import { ladderRungs } from "../../src/present/ladder.ts";
import {
  comparisons,
  emptyColumns,
  isProblem,
  libraryRows,
  matchesText,
  shortPolicy,
  withoutFamily,
} from "../../src/present/library/library-rows.ts";
import { libraryReport, report } from "./fixture.ts";

const rows = libraryRows(report);
const [native, fast] = rows;
if (native === undefined || fast === undefined) throw new Error("the fixture has two libraries");

describe("libraryRows", () => {
  it("splits paths, and maxima into the families with a column and the others", () => {
    expect(native).toMatchObject({
      folder: "example/",
      name: "_native.so",
      kind: "extension",
      architecture: "x86_64",
    });
    expect(native.maxima).toEqual({ GLIBC: "2.28", GLIBCXX: "3.4.21" });
    expect(native.otherFamilies).toEqual([]);
    expect(fast.maxima).toEqual({ GLIBC: "2.4" });
    expect(fast.otherFamilies).toEqual(["CURL_OPENSSL_4"]);
  });

  it("counts what is needed from outside, what is missing first", () => {
    expect(native.outside).toEqual([{ needed: "libc.so.6", kind: "allowed" }]);
    expect(fast.outside.map((need) => need.kind)).toEqual(["missing", "allowed"]);
  });

  it("keeps an unreadable library as a row", () => {
    const unreadable = libraryReport("x.so", {});
    const facts = { ...unreadable.facts, elf: null };
    const [row] = libraryRows({
      ...report,
      libraries: [{ ...unreadable, facts, fits: null, maxima: [], linkage: [] }],
    });
    expect(row).toMatchObject({
      kind: "unreadable",
      readable: false,
      fits: null,
      fitsRank: report.ladder.length,
    });
  });

  it("hides columns that tell nothing", () => {
    expect(emptyColumns(rows)).toEqual(["arch", "cxxabi", "gcc", "string", "python", "toolchain", "gpu"]);
    expect(emptyColumns(rows.slice(0, 1))).toContain("others");
  });
});

describe("sorting", () => {
  it("orders versions by number, policies by the ladder, findings by weight", () => {
    expect(comparisons.glibc(fast, native)).toBeLessThan(0);
    expect(comparisons.fits(fast, native)).toBeLessThan(0);
    expect(comparisons.findings(fast, native)).toBeLessThan(0);
    expect(comparisons.outside(native, fast)).toBeLessThan(0);
    expect(comparisons.library(fast, native)).toBeLessThan(0);
  });
});

describe("filtering", () => {
  it.each([
    ["NATIVE", [true, false]],
    ["_native.so", [true, false]],
    ["glibc_2.28 example", [true, true]],
    ["curl_openssl", [false, false]],
    ["manylinux_2_5_", [false, true]],
    ["symbol-version-too-new", [true, false]],
    ["libfast nothing", [false, false]],
  ])("%s", (text, expected) => {
    // The fixture's second library has the same version needs as the first; its path and policy differ.
    expect([matchesText(native, text), matchesText(fast, text)]).toEqual(expected);
  });

  it("problems are errors and warnings", () => {
    expect(rows.map(isProblem)).toEqual([true, false]);
    const [note] = libraryRows({ ...report, libraries: [libraryReport("a.so", { severity: "info" })] });
    expect(note === undefined || isProblem(note)).toBe(false);
  });
});

describe("names", () => {
  it.each([
    ["manylinux_2_17_x86_64", "2.17"],
    ["musllinux_1_2_aarch64", "1.2"],
    ["android_24_arm64_v8a", "24"],
    ["linux_x86_64", "linux"],
  ])("%s is %s", (tag, short) => {
    expect(shortPolicy(tag)).toBe(short);
  });

  it("takes only its own family off a version", () => {
    expect(withoutFamily("GLIBCXX_3.4.21", "GLIBCXX")).toBe("3.4.21");
    expect(withoutFamily("GLIBC_2.5", "GLIBCXX")).toBe("GLIBC_2.5");
  });
});

describe("ladder and findings", () => {
  const claimed = report.ladder[1];
  if (claimed === undefined) throw new Error("the fixture has four rungs");

  it("groups blockers by library, the one with the most first, libraries before versions", () => {
    const groups = groupBlockers(claimed.blockers);
    expect(groups.map((group) => [group.path, group.summary])).toEqual([
      ["example/_native.so", "1 outside library, 1 symbol version"],
      ["example/_other.so", "1 outside library"],
    ]);
    expect(groups[0]?.blockers.map((blocker) => blocker.kind)).toEqual(["library", "symbol-version"]);
    expect(summarise(claimed.blockers)).toBe("1 outside library, 1 symbol version");
  });

  it("tells what others bring from what stands in the way", () => {
    const blockers = [{ kind: "library", needed: "libcudart.so.13", in: "a.so" }] as const;
    const state = (fits: boolean, setAside: number) =>
      ladderRungs({ ...report, ladder: [{ ...claimed, blockers, fits, setAside }] })[0]?.state;
    expect(state(true, 1)).toBe("but-for-others");
    expect(state(false, 0)).toBe("blocked");
    expect(state(true, 0)).toBe("fits");
    expect(ladderRungs(report).map((rung) => rung.state)).toEqual(["blocked", "blocked", "fits", "fits"]);
  });

  it("groups findings by id and counts them in words", () => {
    const twice = [...report.findings, ...report.findings.slice(0, 1)];
    const groups = groupFindings(twice);
    expect(groups.map((group) => [group.id, group.findings.length])).toEqual([
      ["symbol-version-too-new", 2],
      ["library-from-driver", 1],
    ]);
    expect(countSeverities(groups)).toBe("1 problem, 1 note");
    expect(countSeverities([])).toBeNull();
  });
});
