/** What the pages say about an open report: word for word for some fixtures, and in form for all of them. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { assess } from "../../src/core/assess.ts";
import { conceptIds, type ConceptId } from "../../src/core/explanations/concept-titles.ts";
import { IN_REPORT_LIMIT, inReport } from "../../src/learn/in-report.ts";
import { findingIds, type FindingId } from "../../src/core/findings/index.ts";
import { plainText } from "../../src/core/sentence.ts";
import { knowledge } from "../../src/data/index.ts";
import { extension, wheel } from "../core/builders.ts";
import { createReports, fixtureNames } from "./concepts-reports.ts";

let reports: Awaited<ReturnType<typeof createReports>>;
beforeAll(async () => {
  reports = await createReports();
});
afterAll(() => reports.dispose());

/** Fixture, page, and what the page says of it. `HERE` stands for the module's long suffix. */
const cases: readonly (readonly [string, ConceptId | FindingId, readonly string[]])[] = [
  [
    "glibc_too_new",
    "glibc-floor",
    [
      "The floor is glibc 2.34, by GLIBC_2.34 for pthread_create and pthread_join in glibc_too_new/_pool.HERE.",
      "glibc 2.25 would do for glibc_too_new/_core.HERE.",
    ],
  ],
  [
    "glibc_too_new",
    "symbol-version-too-new",
    [
      "glibc_too_new/_pool.HERE asks for GLIBC_2.34 (pthread_create and pthread_join), and glibc_too_new/_core.HERE for other versions that are too new; manylinux_2_17_x86_64 ends at GLIBC_2.17.",
      "pthread_create@GLIBC_2.34 in glibc_too_new/_pool.HERE.",
      "pthread_join@GLIBC_2.34 in glibc_too_new/_pool.HERE.",
      "getrandom@GLIBC_2.25 in glibc_too_new/_core.HERE.",
      "getrandom@GLIBC_2.25 in glibc_too_new/_pool.HERE.",
    ],
  ],
  [
    "many_symbols",
    "symbol-versions",
    [
      "Highest of GLIBC: GLIBC_2.34, for pthread_rwlock_rdlock, pthread_mutexattr_getpshared and 58 more in many_symbols/_core.HERE.",
    ],
  ],
  [
    "packed_relocations",
    "glibc-floor",
    ["The floor is glibc 2.36, by GLIBC_ABI_DT_RELR in packed_relocations/_core.HERE."],
  ],
  [
    "mixed_architectures",
    "symbol-versions",
    ["Highest of GLIBC: GLIBC_2.14, for memcpy in mixed_architectures/_core.HERE."],
  ],
  [
    "string_abi_mixed",
    "string-abi",
    [
      "The new std::string: string_abi_mixed/_draw.HERE.",
      "The old std::string: string_abi_mixed.libs/libshapes.so.1.",
      "string_abi_mixed/_draw.HERE (new std::string ABI) uses C++ names of string_abi_mixed.libs/libshapes.so.1 (old ABI): names with strings in them have another form there and are not found.",
      "string_abi_mixed.libs/libshapes.so.1 shares C++ of the old std::string ABI with other libraries; code built with today’s defaults does not fit.",
    ],
  ],
  [
    "toolkit_declared",
    "libraries-across-wheels",
    [
      "libcublas.so.12 from nvidia/cublas/lib, which nvidia-cublas-cu12 brings.",
      "libcudart.so.12 from nvidia/cuda_runtime/lib, which nvidia-cuda-runtime-cu12 brings.",
      "toolkit_declared/_core.HERE expects libcublas.so.12 and libcudart.so.12 from other wheels, in nvidia/cublas/lib and nvidia/cuda_runtime/lib.",
    ],
  ],
  ["gpu_code_partly", "libraries-across-wheels", []],
  [
    "rocm_libraries",
    "loading-libraries",
    [
      "Neither in the wheel nor promised: libamdhip64.so.6 and librocblas.so.4.",
      "From the system: libc.so.6.",
    ],
  ],
  [
    "bundled_rpath",
    "bundling",
    [
      "bundled_rpath.libs/libfoo.so.1 serves bundled_rpath/_core.HERE, found along $ORIGIN/../bundled_rpath.libs.",
    ],
  ],
  [
    "cxx_hybrid",
    "hybrid-linking",
    [
      "The system’s libstdc++, with newer parts linked in, serves cxx_hybrid/_core.HERE.",
      "GCC 14.2.1 (gcc-toolset-14), likely manylinux_2_28: cxx_hybrid/_core.HERE.",
    ],
  ],
  [
    "isa_v3",
    "architectures",
    ["Made for x86_64: isa_v3/_core.HERE.", "x86-64-v3 is asked for by isa_v3/_core.HERE."],
  ],
  [
    "record_mismatch",
    "wheel-contents",
    [
      "The name claims Python cp312, ABI cp312, platform manylinux_2_17_x86_64.",
      "WHEEL says cp312-cp312-manylinux_2_17_x86_64.",
      "7 files, 2 ELF files among them, 6 rows in RECORD.",
      "RECORD and the archive disagree: record_mismatch/data.txt has 9 bytes, not 1234; 1 more difference besides.",
      "record_mismatch/_hidden.so is not listed in RECORD, so auditwheel never looks at it and pip leaves it behind when the package is removed.",
    ],
  ],
  ["pure_python", "glibc-floor", []],
  [
    "pure_python",
    "other-tools",
    ["auditwheel would give no answer. A pure-Python wheel without native files."],
  ],
  ["tiny_ok", "string-abi", []],
  ["tiny_ok", "library-missing", []],
];

test.each(cases)("%s on %s", async (name, id, expected) => {
  const said = inReport(id, await reports.report(name)).map(plainText);
  expect(said.map((text) => text.replaceAll("cpython-312-x86_64-linux-gnu.so", "HERE"))).toEqual(expected);
});

test("every page of every fixture: at most five whole sentences, none of them twice, none empty", async () => {
  for (const name of fixtureNames) {
    const report = await reports.report(name);
    for (const id of [...conceptIds, ...findingIds]) {
      const said = inReport(id, report).map(plainText);
      expect(said.length).toBeLessThanOrEqual(IN_REPORT_LIMIT);
      expect(new Set(said).size, `${name} on ${id}`).toBe(said.length);
      for (const text of said) expect(text).toMatch(/^[^ ].*[^ .][.”]$/s);
    }
    for (const { id, sentence } of report.findings) {
      expect(inReport(id, report)[0], `${name} on ${id}`).toEqual(sentence);
    }
  }
});

test.each([
  [61_200_000, "The wheel has 61.2 MB, within the 105 MB (100 MiB) that PyPI takes from everybody."],
  [104_857_600, "The wheel has 105 MB, within the 105 MB (100 MiB) that PyPI takes from everybody."],
  [104_857_601, "The wheel has 105 MB; PyPI takes 105 MB (100 MiB) from everybody and more on request."],
  [554_000_000, "The wheel has 554 MB; PyPI takes 105 MB (100 MiB) from everybody and more on request."],
  [2_000_000_000, "The wheel has 2.0 GB, more than PyPI grants to anybody (1.1 GB, 1 GiB)."],
])("a wheel of %i bytes against PyPI’s limits", (sizeBytes, sentence) => {
  const facts = { ...wheel({ libraries: [extension("pkg/_x.so")] }), sizeBytes };
  expect(plainText(inReport("wheel-size", assess(facts, knowledge))[0] ?? [])).toBe(sentence);
});
