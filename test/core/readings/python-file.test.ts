/** File names of extension modules, wheel tags, and which Python finds what. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { interpreterName, isFoundBy, pythonClaim } from "../../../src/core/readings/python/claim.ts";
import { initNames, moduleFile, platformFits } from "../../../src/core/readings/python/module-file.ts";
import { punycode } from "../../../src/core/readings/python/punycode.ts";
import {
  comparePythons,
  highestPython,
  limitedApi,
  pythonTag,
} from "../../../src/core/readings/python/python-version.ts";
import { bareLibrary, wheel } from "../builders.ts";

describe("moduleFile", () => {
  test.each([
    ["pkg/_x.so", "_x", null, null],
    ["pkg/_x.abi3.so", "_x", "abi3", null],
    ["pkg/_x.abi3-x86_64-linux-gnu.so", "_x", "abi3", "x86_64-linux-gnu"],
    ["pkg/_x.abi3t.so", "_x", "abi3t", null],
    ["_x.cpython-312-x86_64-linux-gnu.so", "_x", "cpython-312", "x86_64-linux-gnu"],
    ["_x.cpython-35m-x86_64-linux-gnu.so", "_x", "cpython-35m", "x86_64-linux-gnu"],
    ["_x.cpython-313t-aarch64-linux-musl.so", "_x", "cpython-313t", "aarch64-linux-musl"],
    ["_x.cpython-314td-x86_64-linux-gnu.so", "_x", "cpython-314td", "x86_64-linux-gnu"],
    ["mpi4py/MPI.mpich.cpython-312-x86_64-linux-gnu.so", "MPI", "cpython-312", "x86_64-linux-gnu"],
    ["_x.pypy310-pp73-x86_64-linux-gnu.so", "_x", "pypy310-pp73", "x86_64-linux-gnu"],
    ["_x.graalpy240-311-native-x86_64-linux.so", "_x", "graalpy240-311", "x86_64-linux"],
    ["pkg/abi3.so", "abi3", null, null],
    ["a.b.so", "a", null, null],
  ])("%s", (path, stem, suffix, platform) => {
    expect(moduleFile(path)).toMatchObject({ stem, suffix, platform });
  });

  test("a library with its version behind is no module", () => {
    expect(moduleFile("pkg.libs/libfoo.so.1")).toBeNull();
  });

  test("hostile names cost no time and give no exception", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (name) => {
        const file = moduleFile(`${name}.so`);
        expect(file).not.toBeNull();
        if (file !== null) expect(initNames(file).length).toBeGreaterThan(0);
      }),
    );
  });
});

describe("the init function of a file name", () => {
  const first = (path: string): string | undefined => {
    const file = moduleFile(path);
    return file === null ? undefined : initNames(file)[0];
  };
  test.each([
    ["pkg/_x.so", "PyInit__x"],
    ["pkg/__init__.cpython-312-x86_64-linux-gnu.so", "PyInit_pkg"],
    ["bücher.so", "PyInitU_bcher_kva"],
    ["名前.abi3.so", "PyInitU_ldr85b"],
  ])("%s → %s", (path, name) => {
    expect(first(path)).toBe(name);
  });

  test.each([
    // Answers of Python's codec `punycode`.
    ["naïve", "nave-6pa"],
    ["bücher", "bcher-kva"],
    ["名前", "ldr85b"],
    ["Straße_x", "Strae_x-3va"],
    ["ñ", "ida"],
  ])("punycode of %s", (text, encoded) => {
    expect(punycode(text)).toBe(encoded);
  });
});

describe("which Python finds a file", () => {
  const finds = (tags: string, path: string): boolean => {
    const file = moduleFile(path);
    const { interpreters } = pythonClaim(wheel({ fileName: `pkg-1.0-${tags}-manylinux_2_17_x86_64.whl` }));
    return file !== null && interpreters.length > 0 && interpreters.every((each) => isFoundBy(file, each));
  };
  test.each([
    ["cp312-cp312", "_x.cpython-312-x86_64-linux-gnu.so", true],
    ["cp312-cp312", "_x.cpython-311-x86_64-linux-gnu.so", false],
    ["cp312-cp312", "_x.so", true],
    ["cp312-cp312", "_x.abi3.so", true],
    ["cp312-cp312", "_x.abi3t.so", false],
    ["cp312-cp312", "_x.abi3-x86_64-linux-gnu.so", false],
    ["cp312-cp312", "_x.cpython-312d-x86_64-linux-gnu.so", false],
    ["cp35-cp35m", "_x.cpython-35m-x86_64-linux-gnu.so", true],
    ["cp313-cp313t", "_x.cpython-313t-x86_64-linux-gnu.so", true],
    ["cp313-cp313t", "_x.cpython-313-x86_64-linux-gnu.so", false],
    ["cp313-cp313", "_x.cpython-313t-x86_64-linux-gnu.so", false],
    ["cp313-cp313t", "_x.abi3.so", false],
    ["cp38-abi3", "_x.abi3.so", true],
    ["cp38-abi3", "_x.cpython-38-x86_64-linux-gnu.so", true],
    ["cp38-abi3", "_x.cpython-312-x86_64-linux-gnu.so", false],
    ["cp315-abi3.abi3t", "_x.abi3t.so", true],
    ["cp315-abi3.abi3t", "_x.abi3.so", false],
    ["cp315-abi3", "_x.abi3-x86_64-linux-gnu.so", true],
    ["pp310-pypy310_pp73", "_x.pypy310-pp73-x86_64-linux-gnu.so", true],
    ["pp310-pypy310_pp73", "_x.abi3.so", false],
    ["graalpy311-graalpy240_311_native", "_x.graalpy240-311-native-x86_64-linux.so", true],
    ["cp27-cp27mu", "_x.so", true],
  ])("%s and %s: %s", (tags, path, expected) => {
    expect(finds(tags, path)).toBe(expected);
  });
});

describe("the claim of a file name", () => {
  test.each([
    ["cp311-abi3", "abi3", "3.11", false],
    ["cp36.cp37-abi3", "abi3", "3.6", false],
    ["cp315-abi3.abi3t", "abi3t", "3.15", true],
    ["cp312-cp312", "version", null, false],
    ["cp313-cp313t", "version", null, true],
    ["cp312-none", "version", null, false],
    ["py3-none", "none", null, false],
    ["py2.py3-none", "none", null, false],
  ])("%s", (tags, kind, floor, freeThreaded) => {
    const claim = pythonClaim(wheel({ fileName: `pkg-1.0-${tags}-manylinux_2_17_x86_64.whl` }));
    expect(claim).toMatchObject({ kind, floor, freeThreaded });
  });

  test("a bare library claims what its name says", () => {
    expect(pythonClaim(bareLibrary("_x.abi3.so")).kind).toBe("abi3");
    expect(pythonClaim(bareLibrary("_x.cpython-313t-x86_64-linux-gnu.so"))).toMatchObject({
      kind: "version",
      freeThreaded: true,
    });
    expect(pythonClaim(bareLibrary("libx.so")).kind).toBe("none");
  });

  test("names of interpreters", () => {
    const { interpreters } = pythonClaim(wheel({ fileName: "p-1-cp313-cp313t-linux_x86_64.whl" }));
    expect(interpreters.map(interpreterName)).toEqual(["free-threaded Python 3.13"]);
  });
});

test("the processor in a file name is compared where both are known", () => {
  expect(platformFits("i386-linux-gnu", "i686")).toBe(true);
  expect(platformFits("arm-linux-gnueabihf", "armv7l")).toBe(true);
  expect(platformFits("x86_64-linux-gnu", "aarch64")).toBe(false);
  expect(platformFits("powerpc64le-linux-gnu", "ppc64le")).toBe(true);
  expect(platformFits("toaster-linux-gnu", "aarch64")).toBe(true);
  expect(platformFits(null, "aarch64")).toBe(true);
});

test("versions of Python compare as numbers", () => {
  expect(comparePythons("3.9", "3.10")).toBeLessThan(0);
  expect(highestPython(["3.9", "3.10", "3.2"])).toBe("3.10");
  expect(highestPython([])).toBeNull();
  expect(pythonTag("3.10")).toBe("cp310");
  expect(limitedApi("3.10")).toBe("0x030A0000");
});
