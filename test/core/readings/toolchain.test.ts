/** Which tools built a library, by the marks of real wheels. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { assess } from "../../../src/core/assess.ts";
import type { SectionMark } from "../../../src/facts/code-facts.ts";
import type { LibraryFacts } from "../../../src/facts/model.ts";
import type { ToolchainReading } from "../../../src/core/readings/readings.ts";
import { plainText } from "../../../src/core/sentence.ts";
import { readMark } from "../../../src/core/readings/toolchain/compiler-marks.ts";
import { readToolchain } from "../../../src/core/readings/toolchain/read-toolchain.ts";
import { knowledge } from "../../../src/data/index.ts";
import { elf, library, wheel, type LibraryShape } from "../builders.ts";

const DTS10 = "GCC: (GNU) 10.2.1 20210130 (Red Hat 10.2.1-11)";
const GTS14 = "GCC: (GNU) 14.2.1 20250110 (Red Hat 14.2.1-11)";
const EL6 = "GCC: (GNU) 4.4.7 20120313 (Red Hat 4.4.7-23)";
const EL7 = "GCC: (GNU) 4.8.5 20150623 (Red Hat 4.8.5-44)";
const EL8 = "GCC: (GNU) 8.5.0 20210514 (Red Hat 8.5.0-28)";
const RUSTC = "rustc version 1.98.1 (48a229cea 2026-09-01)";
const RUST_LLD =
  "Linker: LLD 22.1.8 (/checkout/src/llvm-project/llvm 52ed14fcd56afc30f9cccd8ca8ce237c2eef7e04)";

const line = (shape: LibraryShape): string => {
  const reading = readToolchain(elf(shape), knowledge);
  return reading === null ? "" : plainText(reading.sentence);
};

test.each<[wheel: string, comment: string[], sentence: string, fields?: LibraryShape]>([
  ["numpy 2.2.6", [DTS10, EL7], "GCC 10.2.1 (devtoolset-10), likely manylinux2014"],
  ["av 18.1.0", [GTS14, EL8], "GCC 14.2.1 (gcc-toolset-14), likely manylinux_2_28"],
  [
    "scipy 1.10.1",
    ["GCC: (GNU) 8.3.1 20190311 (Red Hat 8.3.1-3)", EL6],
    "GCC 8.3.1 (devtoolset-8), likely manylinux2010",
  ],
  [
    "numpy 1.16.6",
    ["GCC: (GNU) 4.8.2 20140120 (Red Hat 4.8.2-15)", "GCC: (GNU) 4.1.2 20080704 (Red Hat 4.1.2-55)"],
    "GCC 4.8.2 (devtoolset-2), likely manylinux1",
  ],
  [
    "torch 2.14.1",
    ["GCC: (GNU) 13.3.1 20240611 (Red Hat 13.3.1-2)", EL8],
    "GCC 13.3.1 (gcc-toolset-13), likely manylinux_2_28",
  ],
  [
    "triton 3.8.0",
    [
      "GCC: (GNU) 15.2.1 20260123 (Red Hat 15.2.1-7)",
      "clang version 21.1.8 ( 21.1.8-1.module_el8.10.0+4172+b6b13d75)",
    ],
    "Clang 21.1.8 (RHEL 8 module), likely manylinux_2_28",
  ],
  [
    "pydantic_core 2.49.0",
    [DTS10, EL7, RUSTC, RUST_LLD],
    "rustc 1.98.1, linked with LLD 22.1.8 (rustc), likely manylinux2014",
  ],
  [
    "tensorflow_cpu 2.21.0",
    ["clang version 18.1.8", "Linker: LLD 18.1.8"],
    "Clang 18.1.8, linked with LLD 18.1.8",
  ],
  [
    "curl_cffi 0.16.3",
    [
      "clang version 19.1.7 (https://github.com/ziglang/zig-bootstrap 1c3c59435891bc9caf8cd1d3783773369d191c5f)",
    ],
    "Zig (Clang 19.1.7)",
  ],
  [
    "opencv_python 5.0.0.93",
    [
      DTS10,
      "Intel(R) oneAPI DPC++/C++ Compiler 2025.3.0 (2025.3.0.20251002)",
      "Intel(R) oneAPI DPC++/C++ Compiler 2025.3.0 (2025.3.0.20251010)",
    ],
    "GCC 10.2.1 (devtoolset-10), with code from Intel oneAPI compiler 2025.3.0, likely manylinux2014",
  ],
  [
    "llvmlite 0.50.0: objects of two images point at none",
    [DTS10, GTS14, EL8],
    "GCC 10.2.1 (devtoolset-10) and GCC 14.2.1 (gcc-toolset-14)",
  ],
  ["PySide6", ["GCC: (GNU) 11.5.0 20240719 (Red Hat 11.5.0-5)"], "GCC 11.5.0 (RHEL 9)"],
  [
    "PyQt5: no image ever had that toolset",
    ["GCC: (GNU) 5.3.1 20160406 (Red Hat 5.3.1-6)"],
    "GCC 5.3.1 (devtoolset-4)",
  ],
  [
    "gmsh 4.15.2",
    ["GCC: (Debian 6.3.0-18+deb9u1) 6.3.0 20170516"],
    "GCC 6.3.0 (Debian 9), likely manylinux_2_24",
  ],
  [
    "Debian without a release in its version",
    ["GCC: (Debian 10.2.1-6) 10.2.1 20210110"],
    "GCC 10.2.1 (Debian 11)",
  ],
  ["Ubuntu", ["GCC: (Ubuntu 11.4.0-1ubuntu1~22.04.3) 11.4.0"], "GCC 11.4.0 (Ubuntu 22.04)"],
  [
    "Ubuntu on armv7l",
    ["GCC: (Ubuntu 9.4.0-1ubuntu1~20.04.2) 9.4.0"],
    "GCC 9.4.0 (Ubuntu 20.04), likely manylinux_2_31",
    { architecture: "armv7l" },
  ],
  [
    "a cross compiler on armv7l",
    ["GCC: (Ubuntu 9.4.0-1ubuntu1~20.04.2) 9.4.0", "GCC: (crosstool-NG UNKNOWN) 8.5.0"],
    "GCC 9.4.0 (Ubuntu 20.04) and GCC 8.5.0 (crosstool-NG)",
    { architecture: "armv7l" },
  ],
  [
    "lxml 6.1.3 for riscv64",
    ["GCC: (GNU) 14.3.1 20251022 (Red Hat 14.3.1-4)"],
    "GCC 14.3.1 (RHEL 10), likely manylinux_2_39",
    { architecture: "riscv64" },
  ],
  [
    "Alpine",
    ["GCC: (Alpine 14.2.0) 14.2.0"],
    "GCC 14.2.0 (Alpine), likely musllinux_1_2",
    { libc: "musl", needed: ["libc.musl-x86_64.so.1"] },
  ],
  [
    "Alpine's compiler in a program for glibc",
    ["GCC: (Alpine 12.2.1_git20220924-r4) 12.2.1 20220924"],
    "GCC 12.2.1 (Alpine)",
  ],
  ["conda", ["GCC: (GNU) 14.3.0"], "GCC 14.3.0"],
  [
    "mold",
    ["GCC: (GNU) 14.3.0", "mold 1.10.1 (compatible with GNU ld)"],
    "GCC 14.3.0, linked with mold 1.10.1",
  ],
  ["nothing known", ["Intel Corporation", "my own compiler 3"], ""],
])("%s", (_wheel, comment, sentence, fields = {}) => {
  expect(line({ comment, ...fields })).toBe(sentence);
});

describe("tools without a string of their own", () => {
  const tools = (shape: LibraryShape): string[] =>
    (readToolchain(elf(shape), knowledge)?.tools ?? []).map(
      ({ kind, name, evidence }) => `${kind} ${name}: ${evidence}`,
    );
  const marked = (...sectionMarks: SectionMark[]): string[] => tools({ sectionMarks });

  test("by section", () => {
    expect(marked(".go.buildinfo", ".note.go.buildid")).toEqual(["language Go: section .go.buildinfo"]);
    expect(marked(".note.gnu.gold-version")).toEqual(["linker gold: section .note.gnu.gold-version"]);
    expect(marked(".nv_fatbin", ".nvFatBinSegment")).toEqual(["compiler nvcc: section .nv_fatbin"]);
    expect(marked(".hip_fatbin")).toEqual(["compiler hipcc: section .hip_fatbin"]);
    expect(marked(".relr.dyn", ".gnu.build.attributes")).toEqual([]);
  });

  test("gfortran by its library, which says which GCC", () => {
    const [tool] = readToolchain(elf({ needed: ["libgfortran-040039e1.so.5.0.0"] }), knowledge)?.tools ?? [];
    expect(tool).toMatchObject({ name: "gfortran", packaging: "GCC 8 or newer", likely: true });
    expect(tools({ soname: "libgfortran.so.5", needed: ["libgfortran.so.5"] })).toEqual([]);
  });
});

test("a mark that start-up files leave too is only likely", () => {
  const likely = (...comment: string[]): boolean[] =>
    (readToolchain(elf({ comment }), knowledge)?.tools ?? []).map((tool) => tool.likely);
  expect(likely(DTS10, EL7)).toEqual([false, true]);
  expect(likely(DTS10, RUSTC)).toEqual([true, false]);
  expect(likely(EL7)).toEqual([false]);
});

test("nvcc by fat binaries, wherever they lie, with the toolkit that a note tells", () => {
  const cuda = {
    containers: 2,
    bytes: 4096,
    damaged: 0,
    places: [{ section: null, containers: 2, bytes: 4096 }],
    targets: [],
    groups: [],
    moreContainers: 0,
    toolkits: ["12.8.93", "13.0.88"],
  };
  expect(line({ gpu: { cuda, hip: null } })).toBe("nvcc 13.0.88");
});

describe("where the compiler is in several images", () => {
  const image = (shape: LibraryShape): ToolchainReading["image"] | undefined =>
    readToolchain(elf({ comment: [GTS14], ...shape }), knowledge)?.image;

  test("both are named", () => {
    expect(image({})?.name).toBe("manylinux_2_28 or manylinux_2_34");
  });

  test("a newer glibc rules the older one out", () => {
    expect(image({ needs: { "libc.so.6": ["GLIBC_2.34 pthread_create"] } })?.name).toBe("manylinux_2_34");
    expect(image({ needs: { "libc.so.6": ["GLIBC_2.39 exp10"] } })).toBeNull();
  });

  test("what glibc 2.34 merged rules the newer one out", () => {
    const byLibrary = image({ needed: ["libpthread.so.0", "libc.so.6"] });
    expect(byLibrary).toEqual({
      name: "manylinux_2_28",
      evidence: [GTS14, "needs libpthread.so.0, which was merged into libc in glibc 2.34"],
    });
    const bySymbol = image({ needs: { "libc.so.6": ["GLIBC_2.2.5 malloc pthread_create"] } });
    expect(bySymbol?.evidence[1]).toBe("pthread_create@GLIBC_2.2.5, so linked before glibc 2.34");
  });

  const images = (tags: string, ...libraries: LibraryFacts[]): (string | undefined)[] =>
    assess(wheel({ tags, libraries }), knowledge).libraries.map(({ toolchain }) => toolchain?.image?.name);
  const plain = library("pkg/a.so", { comment: [GTS14] });
  const telling = library("pkg/b.so", { comment: [GTS14, EL8] });
  const newer = library("pkg/c.so", {
    comment: [GTS14],
    needs: { "libc.so.6": ["GLIBC_2.34 pthread_create"] },
  });
  const other = library("pkg/d.so", { comment: ["GCC: (GNU) 13.3.1 20240611 (Red Hat 13.3.1-2)"] });

  test("another file of the wheel by the same compiler decides", () => {
    expect(images("linux_x86_64", plain, telling)).toEqual(["manylinux_2_28", "manylinux_2_28"]);
    expect(images("linux_x86_64", other, telling)[0]).toBe("manylinux_2_28 or manylinux_2_34");
  });

  test("unless they disagree; then the tag that is claimed", () => {
    const undecided = "manylinux_2_28 or manylinux_2_34";
    expect(images("linux_x86_64", plain, telling, newer)[0]).toBe(undecided);
    expect(images("manylinux_2_34_x86_64", plain, telling, newer)[0]).toBe("manylinux_2_34");
    expect(images("manylinux_2_27_x86_64.manylinux_2_28_x86_64", plain)).toEqual(["manylinux_2_28"]);
  });
});

describe("hostile strings", () => {
  test("any text is read or not, quickly", () => {
    const prefix = fc.constantFrom(
      "",
      "GCC: (",
      "GCC: (GNU) 1",
      "clang version ",
      "Intel(R) ",
      "rustc version ",
    );
    fc.assert(
      fc.property(prefix, fc.string({ maxLength: 500 }), (start, text) => {
        const mark = readMark(start + text, knowledge.toolchain);
        expect(mark === null || mark.text === start + text).toBe(true);
      }),
    );
    const long = `Intel(R) ${"Compiler ".repeat(40)}`;
    expect(readMark(long, knowledge.toolchain)).toBeNull();
    expect(readMark(`GCC: (GNU) ${"9.".repeat(10_000)}`, knowledge.toolchain)).toBeNull();
  });

  test("names of objects are no distributions", () => {
    expect(line({ comment: ["GCC: (__proto__ 1) 9.1.0"] })).toBe("GCC 9.1.0 (__proto__ 1)");
  });

  test("no more than 64 strings are looked at", () => {
    const comment = Array.from({ length: 500 }, (_, index) => `GCC: (GNU) ${String(index)}.1.0`);
    expect(readToolchain(elf({ comment }), knowledge)?.tools).toHaveLength(64);
  });
});
