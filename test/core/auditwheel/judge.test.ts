/** What auditwheel answers, rule by rule (after wheel_abi.py and policy/__init__.py), on policies of a few lines. */
import { describe, expect, it } from "vitest";
import { judge } from "../../../src/core/auditwheel/judge.ts";
import type { LibraryFacts } from "../../../src/facts/model.ts";
import { bareLibrary, extension, library, watched, wheel, type WheelShape } from "../builders.ts";
import { tinyKnowledge } from "../knowledge/tiny-knowledge.ts";

const judged = (libraries: LibraryFacts[], shape: WheelShape = {}) =>
  judge(wheel({ ...shape, libraries }), tinyKnowledge);

/** The verdict of a wheel that gets one. */
function verdict(libraries: LibraryFacts[], shape: WheelShape = {}) {
  const { verdict: given } = judged(libraries, shape);
  if (given.kind !== "platform") throw new Error(`refused: ${given.reason}`);
  return given;
}

const overall = (...libraries: LibraryFacts[]): string => verdict(libraries).overallTag;

describe("symbol versions", () => {
  it.each([
    [["GLIBC_2.5"], "manylinux_2_5_x86_64"],
    [["GLIBC_2.5", "GLIBC_2.17"], "manylinux_2_17_x86_64"],
    [["GLIBC_2.28"], "manylinux_2_28_x86_64"],
    [["GLIBC_2.29"], "linux_x86_64"],
    [["GLIBC_PRIVATE"], "linux_x86_64"],
    [["GLIBC_2.3"], "linux_x86_64"],
  ])("%j → %s", (needs, tag) => {
    const answer = verdict([extension("pkg/_x.so", { needs: { "libc.so.6": needs } })]);
    expect([answer.overallTag, answer.symTag]).toEqual([tag, tag]);
  });

  it("merges every file, top-level or not", () => {
    const bundled = library("pkg.libs/libinner.so", { needs: { "libc.so.6": ["GLIBC_2.28"] } });
    const main = extension("pkg/_x.so", { needed: ["libinner.so"], rpath: "$ORIGIN/../pkg.libs" });
    expect(overall(main, bundled)).toBe("manylinux_2_28_x86_64");
  });

  it("judges a version by its prefix, whoever provides it", () => {
    const bundled = library("pkg.libs/libatomic-1.so", {});
    const main = extension("pkg/_x.so", {
      needs: { "libatomic-1.so": ["LIBATOMIC_1.0"] },
      rpath: "$ORIGIN/../pkg.libs",
    });
    expect(overall(main, bundled)).toBe("manylinux_2_28_x86_64");
  });

  it("does not judge prefixes no policy lists, and reports them", () => {
    const answer = verdict([
      extension("pkg/_x.so", { needs: { "libm.so.6": ["OWN_9"], "libc.so.6": ["GLIBC_2.4"] } }),
    ]);
    expect(answer.overallTag).toBe("manylinux_2_5_x86_64");
    expect(answer.versionedSymbols).toEqual({ "libc.so.6": ["GLIBC_2.4"], "libm.so.6": ["OWN_9"] });
    expect(Object.keys(answer.versionedSymbols)).toEqual(["libc.so.6", "libm.so.6"]);
  });

  it("leaves out what is needed from the loader, and tables no section names", () => {
    const hidden = { sections: { count: 0, dynamicSymbols: false, versionNeeds: false } };
    for (const main of [
      extension("pkg/_x.so", { needs: { "ld-linux-x86-64.so.2": ["GLIBC_2.99"] } }),
      extension("pkg/_x.so", { needs: { "ld64.so.2": ["GLIBC_2.99"] } }),
      extension("pkg/_x.so", { needs: { "libc.so.6": ["GLIBC_2.99"] }, ...hidden }),
    ]) {
      expect(verdict([main])).toMatchObject({ overallTag: "manylinux_2_5_x86_64", versionedSymbols: {} });
    }
  });
});

describe("external libraries", () => {
  it("are those no policy lists and the wheel does not hold", () => {
    const main = extension("pkg/_x.so", {
      needed: ["libc.so.6", "libcuda.so.1", "libb.so"],
      rpath: "$ORIGIN",
    });
    const answer = verdict([main, library("pkg/libb.so")]);
    expect(answer).toMatchObject({
      overallTag: "linux_x86_64",
      symTag: "manylinux_2_5_x86_64",
      externalLibs: ["libcuda.so.1"],
    });
    expect(answer.policyUpgrades["manylinux_2_17_x86_64"]?.libsToEliminate).toEqual(["libcuda.so.1"]);
  });

  it("differ by policy, and the oldest policy's are named", () => {
    const answer = verdict([extension("pkg/_x.so", { needed: ["libmvec.so.1", "libexpat.so.1"] })]);
    expect(answer.overallTag).toBe("manylinux_2_28_x86_64");
    expect(answer.externalLibs).toEqual(["libexpat.so.1", "libmvec.so.1"]);
    // Newest first, as auditwheel prints them.
    expect(Object.entries(answer.policyUpgrades)).toEqual([
      ["manylinux_2_17_x86_64", { libsToEliminate: ["libmvec.so.1"], blacklistedSymbols: {} }],
      [
        "manylinux_2_5_x86_64",
        { libsToEliminate: ["libexpat.so.1", "libmvec.so.1"], blacklistedSymbols: {} },
      ],
    ]);
  });

  it("are found through bundled libraries, but not through allowed ones", () => {
    const main = extension("pkg/_x.so", { needed: ["libb.so", "libz.so.1"], rpath: "$ORIGIN" });
    const bundled = library("pkg/libb.so", { needed: ["libfar.so"] });
    const zlib = library("pkg/libz.so.1", { needed: ["libnever.so"] });
    expect(verdict([main, bundled, zlib]).externalLibs).toEqual(["libfar.so"]);
  });

  it("are found through a bundled library only under policies that do not list it", () => {
    const main = extension("pkg/_x.so", { needed: ["libexpat.so.1"], rpath: "$ORIGIN" });
    const answer = verdict([main, library("pkg/libexpat.so.1", { needed: ["libfar.so"] })]);
    expect(answer).toMatchObject({ overallTag: "manylinux_2_17_x86_64", externalLibs: ["libfar.so"] });
  });

  it("never include the loader; libpython only off Android", () => {
    const needed = ["ld-linux-x86-64.so.2", "ld64.so.1", "libpython3.12.so.1.0"];
    expect(verdict([extension("pkg/_x.so", { needed })]).externalLibs).toEqual(["libpython3.12.so.1.0"]);
    const android = { needed: ["libc.so", "libpython3.13.so"], machine: 183 };
    expect(verdict([extension("pkg/_x.so", android)], { tags: "android_24_arm64_v8a" }).externalLibs).toEqual(
      [],
    );
  });

  it("count for files nobody needs, not for libraries others need", () => {
    const main = extension("pkg/_x.so", { needed: ["libb.so", "libc.so"], rpath: "$ORIGIN" });
    const below = [
      library("pkg/libb.so", { needed: ["libdeep.so"] }),
      library("pkg/libdeep.so", { needed: [] }),
    ];
    const system = library("pkg/libc.so", { needed: [] });
    // libb.so does not find libdeep.so by itself, but _x.so finds both.
    expect(overall(main, ...below, system)).toBe("manylinux_2_5_x86_64");
    expect(overall(library("pkg/plugin.so", { needed: ["libdeep.so"] }), ...below)).toBe("linux_x86_64");
  });

  it("are judged by needed name: a file no one needs by its own name is top-level", () => {
    const main = extension("pkg/_x.so", { needed: ["libc.so.6"] });
    expect(
      overall(main, library("pkg/test_shim", { needed: ["libcore.so"] }), library("pkg/lib/libcore.so")),
    ).toBe("linux_x86_64");
  });
});

// A file only gets there when it is needed by a name with a slash; otherwise a file that others need is not top-level.
describe("the second chance of plain libraries", () => {
  const inner = library("pkg/deep/libinner.so", { needed: [] });
  const tool = library("pkg/deep/tool.so", { needed: ["libinner.so"] });

  it("needs a file that leaves nothing open, the C library included", () => {
    const half = library("pkg/loader.so", {
      needed: ["pkg/deep/tool.so", "libc.so.6"],
      rpath: "$ORIGIN/..:$ORIGIN/deep",
    });
    const full = library("pkg/loader.so", { needed: ["pkg/deep/tool.so"], rpath: "$ORIGIN/..:$ORIGIN/deep" });
    expect(overall(half, tool, inner)).toBe("linux_x86_64");
    expect(overall(full, tool, inner)).toBe("manylinux_2_5_x86_64");
  });

  it("comes from extension modules too", () => {
    const needed = ["pkg/deep/tool.so"];
    const module = extension("pkg/_x.so", { needed, rpath: "$ORIGIN/..:$ORIGIN/deep" });
    expect(overall(module, tool, inner)).toBe("manylinux_2_5_x86_64");
  });

  it("is not given to extension modules", () => {
    const module = extension("pkg/deep/tool.so", { needed: ["libinner.so"] });
    const full = library("pkg/loader.so", { needed: ["pkg/deep/tool.so"], rpath: "$ORIGIN/..:$ORIGIN/deep" });
    expect(overall(full, module, inner)).toBe("linux_x86_64");
  });
});

describe("forbidden symbols", () => {
  const taking = (name: string, needed: string[], fields = {}) =>
    extension("pkg/_x.so", { needed, watchedSymbols: [watched(name, fields)] });

  it("push to the first policy that allows them", () => {
    const answer = verdict([taking("inflate_fast", ["libz.so.1"])]);
    expect(answer).toMatchObject({ overallTag: "manylinux_2_28_x86_64", symTag: "manylinux_2_5_x86_64" });
    expect(answer.policyUpgrades["manylinux_2_17_x86_64"]).toEqual({
      libsToEliminate: [],
      blacklistedSymbols: { "libz.so.1": ["inflate_fast"] },
    });
  });

  it.each([
    ["weak", taking("inflate_fast", ["libz.so.1"], { binding: "weak" })],
    ["defined", taking("inflate_fast", ["libz.so.1"], { defined: true })],
    ["without the library among the direct needs", taking("inflate_fast", ["libc.so.6"])],
  ])("do not count when %s", (_, main) => {
    expect(overall(main)).toBe("manylinux_2_5_x86_64");
  });

  it("do not count in libraries that others need", () => {
    const main = extension("pkg/_x.so", { needed: ["libb.so"], rpath: "$ORIGIN" });
    const bundled = library("pkg/libb.so", {
      needed: ["libz.so.1"],
      watchedSymbols: [watched("inflate_fast")],
    });
    expect(overall(main, bundled)).toBe("manylinux_2_5_x86_64");
  });
});

describe("instruction sets and Python builds", () => {
  it.each([
    [1, "manylinux_2_5_x86_64"],
    [2, "linux_x86_64"],
    [7, "linux_x86_64"],
  ])("ISA bits %i → %s", (isaNeeded, tag) => {
    const answer = verdict([extension("pkg/_x.so", { isaNeeded })]);
    expect([answer.overallTag, answer.unsupportedIsa]).toEqual([tag, tag.startsWith("linux")]);
  });

  it("does not look at the ISA of libraries that others need", () => {
    const main = extension("pkg/_x.so", { needed: ["libb.so"], rpath: "$ORIGIN" });
    expect(verdict([main, library("pkg/libb.so", { isaNeeded: 8 })]).unsupportedIsa).toBe(false);
  });

  it.each([
    [
      "an extension that uses it",
      extension("pkg/_x.so", { watchedSymbols: [watched("PyFPE_jbuf", { type: "notype" })] }),
      true,
    ],
    [
      "as data",
      extension("pkg/_x.so", { watchedSymbols: [watched("PyFPE_jbuf", { type: "object" })] }),
      false,
    ],
    ["a plain library", library("pkg/libx.so", { watchedSymbols: [watched("PyFPE_jbuf")] }), false],
  ])("PyFPE: %s", (_, main, pyfpe) => {
    const answer = verdict([main]);
    expect([answer.pyfpe, answer.overallTag === "linux_x86_64"]).toEqual([pyfpe, pyfpe]);
  });

  it.each([
    [["init_x"], "func", true],
    [["PyInit__x"], "func", false],
    [["init_x"], "notype", false],
  ] as const)("narrow Unicode with %j and %s: %s", (initSymbols, type, ucs2) => {
    const watchedSymbols = [watched("PyUnicodeUCS2_AsUTF8String", { type })];
    expect(verdict([extension("pkg/_x.so", { initSymbols, watchedSymbols })]).ucs2).toBe(ucs2);
  });
});

describe("musl, Android and files without a C library", () => {
  it("answers with the newest musllinux policy and shows the others", () => {
    const {
      verdict: given,
      ladder,
      libc,
    } = judged([extension("pkg/_x.so", { needed: ["libc.musl-x86_64.so.1"] })], {
      tags: "musllinux_1_1_x86_64",
    });
    expect(given).toMatchObject({ overallTag: "musllinux_1_2_x86_64", symTag: "musllinux_1_2_x86_64" });
    expect(libc).toBe("musl");
    expect(ladder.map(({ tag, fits, claimed, best }) => ({ tag, fits, claimed, best }))).toEqual([
      { tag: "musllinux_1_1_x86_64", fits: true, claimed: true, best: false },
      { tag: "musllinux_1_2_x86_64", fits: true, claimed: false, best: true },
      { tag: "linux_x86_64", fits: true, claimed: false, best: false },
    ]);
  });

  it("does not allow plain libc.so on musl", () => {
    expect(
      verdict([extension("pkg/_x.so", { needed: ["libc.so"] })], { tags: "musllinux_1_2_x86_64" })
        .externalLibs,
    ).toEqual(["libc.so"]);
  });

  it("keeps an Android wheel's tag", () => {
    const file = (needed: string[]) => extension("pkg/_x.so", { needed, machine: 183 });
    const shape = { tags: "android_23_arm64_v8a" };
    expect(verdict([file(["libc.so", "liblog.so"])], shape).overallTag).toBe("android_23_arm64_v8a");
    expect(verdict([file(["libvulkan.so"])], shape)).toMatchObject({
      overallTag: "linux_aarch64",
      externalLibs: ["libvulkan.so"],
    });
    expect(verdict([file(["libvulkan.so"])], { tags: "android_24_arm64_v8a" }).overallTag).toBe(
      "android_24_arm64_v8a",
    );
  });

  it("takes a static program for glibc as auditwheel does here, and says that it needs neither", () => {
    const program = library("pkg-1.0.data/scripts/tool", { needed: [], libc: "none", role: "executable" });
    const {
      verdict: given,
      libc,
      ladder,
    } = judged([program], { tags: "manylinux1_x86_64.musllinux_1_1_x86_64" });
    expect(given).toMatchObject({ overallTag: "manylinux_2_5_x86_64" });
    expect(libc).toBe("none");
    expect(ladder.filter((step) => step.claimed && step.fits).map((step) => step.tag)).toEqual([
      "manylinux_2_5_x86_64",
      "musllinux_1_1_x86_64",
    ]);
  });
});

describe("a bare library", () => {
  it("is judged by what it is", () => {
    const { verdict: given, ladder } = judge(
      bareLibrary("_x.cpython-312.so", { needs: { "libc.so.6": ["GLIBC_2.17"] } }),
      tinyKnowledge,
    );
    expect(given).toMatchObject({ kind: "platform", overallTag: "manylinux_2_17_x86_64" });
    expect(ladder.some((step) => step.claimed)).toBe(false);
  });

  it("counts as musl or Android where only the reader can tell", () => {
    const musl = bareLibrary("libx.so", { needed: [], libc: "musl" });
    expect(judge(musl, tinyKnowledge).verdict).toMatchObject({ overallTag: "musllinux_1_2_x86_64" });
    const android = bareLibrary("libx.so", { needed: ["libvulkan.so"], libc: "bionic", machine: 183 });
    expect(judge(android, tinyKnowledge).verdict).toMatchObject({ overallTag: "android_24_arm64_v8a" });
  });
});
