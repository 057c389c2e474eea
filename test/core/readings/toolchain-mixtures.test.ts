/** Code of several compilers in one library; and what is known of compilers and symbols. */
import { describe, expect, test } from "vitest";
import { knownSymbol, knownVersions } from "../../../src/core/knowledge/known-symbols.ts";
import { mixedCompilers, oldCxx11 } from "../../../src/core/readings/toolchain/mixtures.ts";
import { knowledge } from "../../../src/data/index.ts";
import { cxxNames, elf, type LibraryShape } from "../builders.ts";

const DTS10 = "GCC: (GNU) 10.2.1 20210130 (Red Hat 10.2.1-11)";
const GTS14 = "GCC: (GNU) 14.2.1 20250110 (Red Hat 14.2.1-11)";
const CONDA = "GCC: (conda-forge gcc 12.3.0-13) 12.3.0";
const EL6 = "GCC: (GNU) 4.4.7 20120313 (Red Hat 4.4.7-23)";
const EL7 = "GCC: (GNU) 4.8.5 20150623 (Red Hat 4.8.5-44)";
const EL8 = "GCC: (GNU) 8.5.0 20210514 (Red Hat 8.5.0-28)";
const RUSTC = "rustc version 1.98.1 (48a229cea 2026-09-01)";

describe("mixtures", () => {
  const mixed = (...comment: string[]): string[] =>
    mixedCompilers(elf({ comment }), knowledge.toolchain).map(
      ({ name, version }) => `${name} ${version ?? ""}`,
    );

  test.each([
    ["a toolset and the system's compiler", [GTS14, EL8], []],
    ["two releases", [GTS14, "GCC: (GNU) 8.1.0"], ["GCC 8.1.0", "GCC 14.2.1"]],
    ["one major release twice", ["GCC: (Debian 6.3.0-18+deb9u1) 6.3.0 20170516", "GCC: (GNU) 6.5.0"], []],
    ["Clang and the start-up files of GCC", [GTS14, "clang version 18.1.8"], []],
    ["two Clangs", ["clang version 20.1.8", "clang version 9.0.1", GTS14], ["Clang 9.0.1", "Clang 20.1.8"]],
    [
      "Rust on a cross compiler's system",
      [RUSTC, "GCC: (GNU) 4.8.5", "GCC: (crosstool-NG UNKNOWN) 8.5.0"],
      [],
    ],
    ["two toolsets beside Clang", [DTS10, GTS14, "clang version 18.1.8"], ["GCC 10.2.1", "GCC 14.2.1"]],
    ["conda's compiler and the start-up files of its sysroot", [EL6, CONDA], []],
    ["two releases of rustc", [RUSTC, "rustc version 1.90.0 (1159e78c4 2025-09-14)"], []],
  ])("%s", (_what, comment, expected) => {
    expect(mixed(...comment)).toEqual(expected);
  });

  const CXX11 = cxxNames({ own: { old: ["_ZN1a1fESt10shared_ptrISsE"], scopes: ["a"] } });
  const old = (comment: string[], cxx = CXX11): boolean =>
    oldCxx11(elf({ comment, cxx }), knowledge.toolchain, new Set()) !== null;

  test("C++11 of GCC 4 with later code", () => {
    expect(old(["GCC: (GNU) 4.9.4", "GCC: (GNU) 9.3.0"])).toBe(true);
    expect(old(["GCC: (GNU) 4.9.4"])).toBe(false);
    expect(old(["GCC: (GNU) 5.3.0", "GCC: (GNU) 9.3.0"])).toBe(false);
    expect(old(["GCC: (GNU) 4.9.4", "GCC: (GNU) 9.3.0"], cxxNames({ own: { neutral: 5 } }))).toBe(false);
  });

  test("the compilers of RHEL beside one that links there stand for start-up files", () => {
    expect(old([EL7, DTS10])).toBe(false);
    expect(old([EL6, CONDA])).toBe(false);
    expect(old([EL6, "GCC: (GNU) 9.4.0"])).toBe(false);
    expect(old([EL6, "GCC: (GNU) 4.9.4", CONDA])).toBe(true);
    expect(old([EL7, "GCC: (Ubuntu 9.4.0-1ubuntu1~20.04.2) 9.4.0"])).toBe(true);
  });

  test("names that ask for a version of the runtime tell of C++11 too", () => {
    const shape: LibraryShape = {
      comment: ["GCC: (GNU) 4.9.4", "GCC: (GNU) 9.3.0"],
      needs: { "libstdc++.so.6": ["GLIBCXX_3.4.14 _ZSt25__throw_bad_function_callv"] },
      cxx: cxxNames({ fromRuntime: { neutral: 1 } }),
    };
    expect(oldCxx11(elf(shape), knowledge.toolchain, new Set())?.symbols).toEqual([
      "_ZSt25__throw_bad_function_callv",
    ]);
  });
});

describe("knowledge", () => {
  const { toolchain } = knowledge;

  test("every release that brought a version has its date, in order", () => {
    const releases = [...Object.values(toolchain.glibcxxSince), ...Object.values(toolchain.cxxabiSince)];
    const dated = releases.filter((release) => Number.parseInt(release, 10) >= 6);
    for (const release of dated) expect(toolchain.gccReleased[release]).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    const glibc = Object.values(toolchain.glibcReleased);
    expect(glibc).toEqual([...glibc].sort());
  });

  test("an image's compilers are known", () => {
    const products = new Set(toolchain.redhatGcc.map(({ product }) => product));
    const releases = new Set(toolchain.distributionGcc.map(({ family, release }) => `${family} ${release}`));
    for (const { compilers } of toolchain.images) {
      for (const each of compilers.filter((name) => !name.startsWith("Alpine")))
        expect(products.has(each) || releases.has(each)).toBe(true);
    }
  });

  test("a symbol is known by name alone, and by its version", () => {
    expect(knownVersions("memcpy").map(({ version }) => version)).toEqual(["GLIBC_2.14"]);
    expect(knownVersions("lgammaf").map(({ version }) => version)).toEqual(["GLIBC_2.43", "GLIBC_2.23"]);
    expect(knownVersions("toString")).toEqual([]);
    expect(knownSymbol("lgammaf", "GLIBC_2.23")?.cause).toContain("signgam");
    expect(knownSymbol("lgammaf", "GLIBC_2.2.5")).toBeNull();
  });
});
