import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { matchesGlob } from "../../src/cli/args/glob.ts";
import { cpuNow } from "../cpu-time.ts";

describe("matchesGlob", () => {
  it.each([
    ["numpy/linalg/lapack_lite.so", "lapack_lite.so", true],
    ["numpy/linalg/lapack_lite.so", "lapack*", true],
    ["numpy/linalg/lapack_lite.so", "linalg", false],
    ["numpy/linalg/lapack_lite.so", "numpy/linalg/*", true],
    ["numpy/linalg/lapack_lite.so", "numpy/*", false],
    ["numpy/linalg/lapack_lite.so", "numpy/**", true],
    ["numpy/linalg/lapack_lite.so", "**/*.so", true],
    ["numpy/linalg/lapack_lite.so", "**/x*.so", false],
    ["numpy/linalg/lapack_lite.so", "**", true],
    ["numpy.libs/libopenblas-1.so.0", "libopenblas-?.so*", true],
    ["numpy.libs/libopenblas-1.so.0", "libopenblas-??.so*", false],
    ["a/b/c", "?/?/?", true],
    ["a/b", "a?b", false],
    ["a/b", "a?b/", false],
    ["a.so", "a+so", false],
    ["über/schön.so", "über/sch?n.so", true],
    ["x", "", false],
    ["", "", true],
    ["", "*", true],
  ])("%s against %s: %s", (path, glob, fits) => {
    expect(matchesGlob(path, glob)).toBe(fits);
  });

  it("agrees with the regular expression it stands for", () => {
    const letters = fc.string({ unit: fc.constantFrom("a", "b", "/"), maxLength: 8 });
    const globs = fc.string({ unit: fc.constantFrom("a", "b", "/", "*", "?"), maxLength: 6 });
    fc.assert(
      fc.property(letters, globs, (path, glob) => {
        const pattern = glob.replace(/\*+|\?/g, (star) =>
          star === "?" ? "[^/]" : star === "*" ? "[^/]*" : ".*",
        );
        const subject = glob.includes("/") ? path : path.slice(path.lastIndexOf("/") + 1);
        expect(matchesGlob(path, glob)).toBe(new RegExp(`^${pattern}$`).test(subject));
      }),
    );
  });

  it("takes linear time where backtracking would take for ever", () => {
    const started = cpuNow();
    expect(matchesGlob(`${"a".repeat(5000)}b`, `${"*a".repeat(30)}*c`)).toBe(false);
    expect(cpuNow() - started).toBeLessThan(1000);
  });
});
