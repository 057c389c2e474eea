import { describe, expect, test } from "vitest";
import { assess } from "../../src/core/assess.ts";
import { familyMaxima } from "../../src/core/library-report.ts";
import { knowledge } from "../../src/data/index.ts";
import { extension, library, unreadable, versionNeeds, wheel } from "./builders.ts";

describe("maxima", () => {
  test("are compared as numbers and start with the families that matter", () => {
    const maxima = familyMaxima(
      versionNeeds({
        "libz.so.1": ["ZLIB_1.2.9 gzopen", "ZLIB_1.2.3.4 inflate"],
        "libgcc_s.so.1": ["GCC_3.0 _Unwind_Resume"],
        "libc.so.6": ["GLIBC_2.9 pipe2", "GLIBC_2.14 memcpy", "GLIBC_2.2.5 free"],
        "libstdc++.so.6": ["CXXABI_1.3 __cxa_throw", "GLIBCXX_3.4.9 a", "GLIBCXX_3.4.21 b"],
      }),
    );
    expect(maxima.map(({ version }) => version)).toEqual([
      "GLIBC_2.14",
      "GLIBCXX_3.4.21",
      "CXXABI_1.3",
      "GCC_3.0",
      "ZLIB_1.2.9",
    ]);
  });

  test("join the symbols of two providers of one version", () => {
    const [glibc] = familyMaxima(
      versionNeeds({ "libm.so.6": ["GLIBC_2.29 pow exp"], "libc.so.6": ["GLIBC_2.29 x", "GLIBC_2.28 y"] }),
    );
    expect(glibc).toEqual({
      family: "GLIBC",
      version: "GLIBC_2.29",
      from: "libm.so.6",
      symbols: ["pow", "exp", "x"],
      symbolCount: 3,
    });
  });

  test("markers are families of their own", () => {
    const needs = versionNeeds({
      "libc.so.6": ["GLIBC_ABI_DT_RELR", "GLIBC_PRIVATE x", "GLIBC_2.17 y"],
      "libstdc++.so.6": ["CXXABI_TM_1 z", "CXXABI_1.3.7 w"],
    });
    expect(familyMaxima(needs).map(({ family, version }) => [family, version])).toEqual([
      ["GLIBC", "GLIBC_2.17"],
      ["CXXABI", "CXXABI_1.3.7"],
      ["CXXABI_TM", "CXXABI_TM_1"],
      ["GLIBC_ABI_DT_RELR", "GLIBC_ABI_DT_RELR"],
      ["GLIBC_PRIVATE", "GLIBC_PRIVATE"],
    ]);
  });
});

test("a row knows what its library fits, its findings and the worst of them", () => {
  const { libraries } = assess(
    wheel({
      libraries: [
        extension("pkg/_new.so", { needs: { "libc.so.6": ["GLIBC_2.34 dlopen"] }, executableStack: true }),
        library("pkg/old.so", { needs: { "libc.so.6": ["GLIBC_2.4 x"] } }),
        unreadable("pkg/torn.so"),
      ],
    }),
    knowledge,
  );
  expect(libraries.map(({ fits, severity, findings }) => ({ fits, severity, findings }))).toEqual([
    {
      fits: "manylinux_2_34_x86_64",
      severity: "error",
      findings: ["claimed-tag-not-met", "symbol-version-too-new", "executable-stack"],
    },
    { fits: "manylinux_2_5_x86_64", severity: null, findings: [] },
    { fits: null, severity: "error", findings: ["library-unreadable"] },
  ]);
});
