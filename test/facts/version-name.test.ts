import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { firstGcc } from "../../src/core/knowledge/gcc-releases.ts";
import { knowledge } from "../../src/data/index.ts";
import {
  compareFamilies,
  compareVersionNames,
  glibcRelease,
  parseVersionName,
} from "../../src/facts/names/version-name.ts";

test.each([
  ["GLIBC_2.34", "GLIBC", [2, 34]],
  ["GLIBC_2.2.5", "GLIBC", [2, 2, 5]],
  ["CXXABI_LDBL_1.3", "CXXABI_LDBL", [1, 3]],
  ["GLIBCXX_IEEE128_3.4.29", "GLIBCXX_IEEE128", [3, 4, 29]],
  ["CXXABI_TM_1", "CXXABI_TM", [1]],
  ["OPENSSL_1_1_0", "OPENSSL", [1, 1, 0]],
  ["OPENSSL_1_0_1d", "OPENSSL", [1, 0, 1, 4]],
  ["GLIBC_PRIVATE", "GLIBC_PRIVATE", null],
  ["GLIBC_ABI_DT_RELR", "GLIBC_ABI_DT_RELR", null],
  ["libcudart.so.12", "libcudart.so.12", null],
  ["Qt_6", "Qt", [6]],
  ["__proto__", "__proto__", null],
  ["", "", null],
])("%s is of family %s", (name, family, numbers) => {
  expect(parseVersionName(name)).toEqual({ family, numbers });
});

describe("order", () => {
  test("numbers, not letters", () => {
    const names = ["GLIBC_2.9", "GLIBC_2.34", "GLIBC_2.2.5", "GLIBC_2.17", "GLIBC_2.2"];
    expect(names.sort(compareVersionNames)).toEqual([
      "GLIBC_2.2",
      "GLIBC_2.2.5",
      "GLIBC_2.9",
      "GLIBC_2.17",
      "GLIBC_2.34",
    ]);
  });

  test("glibc and the compiler's families first", () => {
    const families = ["ZLIB", "GCC", "GLIBC", "CXXABI", "GLIBCXX", "CXXABI_TM"];
    expect(families.sort(compareFamilies)).toEqual([
      "GLIBC",
      "GLIBCXX",
      "CXXABI",
      "GCC",
      "CXXABI_TM",
      "ZLIB",
    ]);
  });

  test("is total for any names", () => {
    const name = fc.oneof(fc.string(), fc.stringMatching(/^[A-Z]{1,3}_\d(\.\d)?$/));
    fc.assert(
      fc.property(name, name, name, (a, b, c) => {
        expect(Math.sign(compareVersionNames(a, b))).toBe(-Math.sign(compareVersionNames(b, a)) + 0);
        if (compareVersionNames(a, b) <= 0 && compareVersionNames(b, c) <= 0) {
          expect(compareVersionNames(a, c)).toBeLessThanOrEqual(0);
        }
      }),
    );
  });
});

test.each([
  ["GLIBC_2.34", [2, 34]],
  ["GLIBC_ABI_DT_RELR", [2, 36]],
  ["GLIBC_ABI_GNU2_TLS", [2, 42]],
  ["GLIBC_PRIVATE", null],
  ["GLIBCXX_3.4.29", null],
  ["toString", null],
])("glibc release of %s", (name, release) => {
  expect(glibcRelease(name)).toEqual(release);
});

test.each([
  ["GLIBCXX_3.4.29", "11.1"],
  ["GLIBCXX_3.4.21", "5.1"],
  ["CXXABI_1.3.13", "11.1"],
  ["GCC_7.0.0", "7.0"],
  ["GLIBC_2.34", null],
  ["toString", null],
])("first GCC with %s", (name, gcc) => {
  expect(firstGcc(name, knowledge.toolchain)).toBe(gcc);
});
