/** When auditwheel gives no verdict, and which files it passes over. */
import { describe, expect, it } from "vitest";
import { judge } from "../../../src/core/auditwheel/judge.ts";
import type { LibraryFacts, WheelFacts } from "../../../src/facts/model.ts";
import { extension, library, unreadable, wheel, type LibraryShape, type WheelShape } from "../builders.ts";
import { tinyKnowledge } from "../knowledge/tiny-knowledge.ts";

const module = (shape: LibraryShape = {}) => extension("pkg/_x.so", shape);
const arm64: LibraryShape = { machine: 183 };

function reason(facts: WheelFacts): string {
  const { verdict, ladder } = judge(facts, tinyKnowledge);
  if (verdict.kind === "platform") return verdict.overallTag;
  expect(ladder).toEqual([]);
  return verdict.reason;
}

const missing = (path: string): WheelFacts["record"] => ({
  present: true,
  rowCount: 1,
  problems: [{ kind: "missing-file", path }],
  problemCount: 1,
});

describe("refusals", () => {
  it.each<[string, WheelShape, string]>([
    ["a name that is none", { fileName: "pkg.whl", libraries: [module()] }, "not-a-wheel-name"],
    [
      "a variant label",
      { fileName: "pkg-1-cp312-cp312-linux_x86_64-v1.whl", libraries: [module()] },
      "not-a-wheel-name",
    ],
    ["no dist-info", { distInfoDirectories: [], libraries: [module()] }, "no-dist-info"],
    [
      "two dist-infos",
      { distInfoDirectories: ["a.dist-info", "b.dist-info"], libraries: [module()] },
      "several-dist-info",
    ],
    [
      "no RECORD",
      { record: { present: false, rowCount: 0, problems: [], problemCount: 0 } },
      "record-missing",
    ],
    [
      "a listed file that is missing",
      { record: missing("pkg/gone.txt"), libraries: [module()] },
      "record-file-missing",
    ],
    [
      "a missing .py, which is never opened",
      { record: missing("pkg/gone.py"), libraries: [module()] },
      "manylinux_2_5_x86_64",
    ],
    ["native code in purelib", { libraries: [library("pkg-1.0.data/purelib/pkg/libx.so")] }, "purelib"],
    ["native code in a package called purelib", { libraries: [library("purelib/libx.so")] }, "purelib"],
    ["a file called purelib", { libraries: [library("pkg/purelib")] }, "manylinux_2_5_x86_64"],
    ["no native code, pure", { tags: "any" }, "pure"],
    ["no native code, Linux", {}, "no-elf"],
    ["no native code, macOS", { tags: "macosx_11_0_arm64" }, "not-linux"],
    ["another architecture", { libraries: [module(arm64)] }, "other-architecture"],
    [
      "an architecture nobody knows",
      { tags: "linux_mips64", libraries: [module({ machine: 8 })] },
      "unknown-architecture",
    ],
    ["another libc", { libraries: [module({ needed: ["libc.musl-x86_64.so.1"] })] }, "other-libc"],
    [
      "an extension that tells no libc",
      { tags: "linux_x86_64", libraries: [module({ needed: [] })] },
      "libc-unknown",
    ],
    [
      "both libcs",
      { libraries: [module({ needed: ["libc.so.6", "libc.musl-x86_64.so.1"] })] },
      "libc-contradiction",
    ],
    [
      "musl's interpreter and glibc",
      { libraries: [library("bin/x", { needed: ["libc.so.6"], interpreter: "/lib/ld-musl-x86_64.so.1" })] },
      "libc-contradiction",
    ],
    ["a nameless ISA level", { libraries: [module({ isaNeeded: 16 })] }, "isa-unknown"],
    [
      "two Android tags",
      { tags: "android_21_x86_64.android_24_x86_64", libraries: [module({ needed: ["libc.so"] })] },
      "android-tags",
    ],
    [
      "an Android too old",
      { tags: "android_19_x86_64", libraries: [module({ needed: ["libc.so"] })] },
      "android-tags",
    ],
    ["an unreadable library", { libraries: [module(), unreadable("pkg/b.so")] }, "unreadable"],
    [
      "a needed name that is a text file",
      { impostors: ["pkg/libx.so"], libraries: [module({ needed: ["libx.so"], rpath: "$ORIGIN" })] },
      "needed-not-elf",
    ],
    [
      "a text file out of reach",
      { impostors: ["pkg/lib/libc.so.6"], libraries: [module({ needed: ["libc.so.6"], rpath: "$ORIGIN" })] },
      "manylinux_2_5_x86_64",
    ],
  ])("%s", (_, shape, expected) => {
    expect(reason(wheel(shape))).toBe(expected);
  });
});

describe("architecture", () => {
  it.each<[string, LibraryShape, string]>([
    ["i686", { machine: 3, class: 32 }, "other-architecture"],
    ["x32", { machine: 62, class: 32 }, "other-architecture"],
    ["aarch64", { machine: 183 }, "manylinux_2_17_aarch64"],
  ])("%s of a file named for aarch64", (_, shape, expected) => {
    expect(reason(wheel({ tags: "linux_aarch64", libraries: [module(shape)] }))).toBe(expected);
  });

  const arm = (flags: number): LibraryShape => ({ machine: 40, class: 32, flags });
  it.each([
    [0x05000400, "linux_armv7l"],
    [0x05000200, "other-architecture"],
    [0x04000400, "other-architecture"],
  ])("ARM with flags %i", (flags, expected) => {
    const answer = reason(wheel({ tags: "linux_armv7l", libraries: [module(arm(flags))] }));
    // The small policies know no ARM, so a file that is accepted fits none.
    expect(answer).toBe(expected);
  });

  it("is set by the first file when the name tells none, and others are passed over", () => {
    const libraries = [
      extension("pkg/_a.so", arm64),
      extension("pkg/_b.so", { needs: { "libc.so.6": ["GLIBC_2.99"] } }),
    ];
    expect(reason(wheel({ tags: "any", libraries }))).toBe("manylinux_2_17_aarch64");
    expect(reason(wheel({ tags: "any", libraries: libraries.reverse() }))).toBe("linux_x86_64");
  });
});

describe("the C library", () => {
  const named = (fileName: string): LibraryFacts => extension(`pkg/${fileName}`, { needed: [] });

  it.each([
    ["_x.cpython-312-x86_64-linux-gnu.so", "manylinux_2_5_x86_64"],
    ["_x.cpython-310-x86_64-linux-gnu.so", "libc-unknown"],
    ["_x.cpython-312-x86_64-linux-musl.so", "musllinux_1_2_x86_64"],
    ["_x.cpython-310-x86_64-linux-musl.so", "musllinux_1_2_x86_64"],
    ["_x.pypy311-pp73-x86_64-linux-gnu.so", "libc-unknown"],
    ["_x.abi3.so", "libc-unknown"],
  ])("of %s", (fileName, expected) => {
    expect(reason(wheel({ tags: "linux_x86_64", libraries: [named(fileName)] }))).toBe(expected);
  });

  it("of the first file that tells decides; a file of another one is passed over", () => {
    const glibc = extension("pkg/_a.so", { needs: { "libc.so.6": ["GLIBC_2.17"] } });
    const musl = extension("pkg/_b.so", { needed: ["libc.musl-x86_64.so.1", "libfar.so"] });
    expect(reason(wheel({ tags: "linux_x86_64", libraries: [glibc, musl] }))).toBe("manylinux_2_17_x86_64");
    expect(reason(wheel({ tags: "linux_x86_64", libraries: [musl, glibc] }))).toBe("linux_x86_64");
  });
});

describe("files auditwheel never opens", () => {
  it.each([
    ["not in RECORD", library("pkg/libx.so", { inRecord: false, needed: ["libfar.so"] })],
    ["called .py", library("pkg/odd.py", { needed: ["libfar.so"] })],
  ])("%s", (_, odd) => {
    expect(reason(wheel({ libraries: [module(), odd] }))).toBe("manylinux_2_5_x86_64");
  });

  it("still serve as libraries when they lie where a file looks", () => {
    const unlisted = library("pkg/libb.so", { inRecord: false, needed: [] });
    const main = module({ needed: ["libb.so"], rpath: "$ORIGIN" });
    expect(reason(wheel({ libraries: [main, unlisted] }))).toBe("manylinux_2_5_x86_64");
  });
});

describe("libraries that need each other in a row", () => {
  const row = (length: number) =>
    Array.from({ length }, (_, position) =>
      extension(`pkg/l${position}.so`, { needed: [`l${position + 1}.so`, "libc.so.6"], rpath: "$ORIGIN" }),
    );

  it("are followed in hundreds, and given up in thousands", { timeout: 60_000 }, () => {
    expect(reason(wheel({ libraries: [...row(300), library("pkg/l300.so")] }))).toBe("manylinux_2_5_x86_64");
    // Without a limit these would take 12 million look-ups.
    expect(reason(wheel({ libraries: [...row(5000), library("pkg/l5000.so")] }))).toBe("too-entangled");
  });
});
