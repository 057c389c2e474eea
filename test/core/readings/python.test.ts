/** What is made of Python's names in libraries, and the findings about them beyond their plain cases. */
import { describe, expect, test } from "vitest";
import { assess } from "../../../src/core/assess.ts";
import type { FindingId } from "../../../src/core/findings/index.ts";
import type { LibraryFacts } from "../../../src/facts/model.ts";
import { readPython } from "../../../src/core/readings/python/read-python.ts";
import type { Finding } from "../../../src/core/report.ts";
import { plainText } from "../../../src/core/sentence.ts";
import { knowledge } from "../../../src/data/index.ts";
import { bareLibrary, extension, library, pythonNames, unreadable, wheel } from "../builders.ts";

const PLATFORM = "manylinux_2_17_x86_64";
const named = (tags: string, ...libraries: LibraryFacts[]) =>
  wheel({ fileName: `pkg-1.0-${tags}-${PLATFORM}.whl`, libraries });
const module = (path: string, imports: readonly string[], more: Parameters<typeof extension>[1] = {}) =>
  extension(path, { python: pythonNames(imports), ...more });
const X312 = "pkg/_x.cpython-312-x86_64-linux-gnu.so";

const findingOf = (facts: ReturnType<typeof wheel>, id: FindingId): Finding | undefined =>
  assess(facts, knowledge).findings.find((finding) => finding.id === id);

describe("one library", () => {
  const read = (facts: ReturnType<typeof wheel>, path: string) =>
    readPython(facts, knowledge).libraries.get(path);

  test("its floor is the newest of its stable imports, and the symbols that set it are reported", () => {
    const facts = named(
      "cp312-cp312",
      module(X312, ["PyLong_FromLong", "PyType_GetName", "PyModule_AddType"]),
    );
    expect(read(facts, X312)).toMatchObject({
      stable: true,
      floor: "3.11",
      floorSymbols: ["PyType_GetName"],
      outside: [],
      tooNew: [],
      suffix: "cpython-312",
      init: { expected: "PyInit__x", found: ["PyInit__x"], fits: true },
    });
  });

  test("names that a library of the wheel defines are not Python's", () => {
    const facts = named(
      "cp38-abi3",
      module("pkg/_x.abi3.so", ["PyLong_FromLong", "PyObject_OwnHelper", "PyType_GetName"]),
      library("pkg.libs/libhelp.so", {
        python: {
          ...pythonNames([]),
          exports: ["PyObject_OwnHelper", "PyType_GetName"],
          exportCount: 2,
        },
      }),
    );
    expect(read(facts, "pkg/_x.abi3.so")).toMatchObject({
      stable: true,
      outside: [],
      tooNew: [],
      floor: "3.2",
    });
  });

  test.each(["PyPolars_new", "PySideProperty_TypeF", "PyInit__other", "PyModExport__other", "Pyramid"])(
    "%s is no name of Python",
    (name) => {
      const facts = named("cp38-abi3", module("pkg/_x.abi3.so", ["PyLong_FromLong", name]));
      expect(read(facts, "pkg/_x.abi3.so")).toMatchObject({ stable: true, outside: [] });
    },
  );

  test.each(["_PyObject_GetDictPtr", "PyRun_SimpleStringFlags", "PyUnstable_Code_New", "_Py_HashSecret"])(
    "%s is outside of the stable ABI",
    (name) => {
      const facts = named("cp38-abi3", module("pkg/_x.abi3.so", ["PyLong_FromLong", name]));
      expect(read(facts, "pkg/_x.abi3.so")).toMatchObject({ stable: false, outside: [name] });
    },
  );

  test("a stable name that only Windows has is outside on Linux", () => {
    const facts = named("cp38-abi3", module("pkg/_x.abi3.so", ["PyErr_SetFromWindowsErr"]));
    expect(read(facts, "pkg/_x.abi3.so")?.outside).toEqual(["PyErr_SetFromWindowsErr"]);
    expect(findingOf(facts, "abi3-violated")?.evidence[0]?.note).toBe("in the stable ABI only on Windows");
  });

  test("a C library with names like Python's is left alone; one that uses Python is read", () => {
    const facts = named(
      "cp312-cp312",
      library("pkg.libs/libpyramid.so", { python: pythonNames(["PyRamid_Build"]) }),
      library("pkg.libs/libboost_python.so", { python: pythonNames(["PyObject_Repr", "PyFrame_New"]) }),
      library("bin/embeds", { role: "executable", python: pythonNames(["Py_Main"]) }),
    );
    const { libraries } = readPython(facts, knowledge);
    expect([...libraries.keys()]).toEqual(["pkg.libs/libboost_python.so"]);
    expect(libraries.get("pkg.libs/libboost_python.so")?.init).toBeNull();
  });

  test("private functions inlined from headers are hints; what the limited API inlines too is not", () => {
    const locals = ["PyTuple_GET_SIZE", "Py_INCREF", "_Py_XDECREF", "_PyVectorcall_Function", "PyInit__x"];
    const facts = named(
      "cp312-cp312",
      module(X312, [], { python: { ...pythonNames(["PyLong_FromLong"]), locals } }),
    );
    expect(read(facts, X312)?.hints).toEqual(["PyTuple_GET_SIZE", "_PyVectorcall_Function"]);
    expect(readPython(facts, knowledge).wheel?.couldBeAbi3).toBe(false);
  });

  test("PyPy's names are PyPy's", () => {
    const path = "pkg/_x.pypy310-pp73-x86_64-linux-gnu.so";
    const facts = named("pp310-pypy310_pp73", module(path, ["PyPyLong_FromLong", "_PyPy_Dealloc"]));
    const reading = read(facts, path);
    expect(reading).toMatchObject({ stable: false, floor: null, outside: [], suffix: "pypy310-pp73" });
    expect(plainText(reading?.sentence ?? [])).toContain("PyPy");
    expect(findingOf(facts, "could-be-abi3")).toBeUndefined();
  });

  test("without Python's names there is nothing to read", () => {
    expect(readPython(named("py3-none", library("pkg/libx.so")), knowledge)).toEqual({
      libraries: new Map(),
      wheel: null,
    });
  });
});

describe("abi3", () => {
  test("a clean wheel says so", () => {
    const facts = named("cp38-abi3", module("pkg/_x.abi3.so", ["PyModule_GetState", "PyCFunction_New"]));
    const { wheel: reading } = readPython(facts, knowledge);
    expect(reading).toMatchObject({ claim: "abi3", claimedFloor: "3.8", floor: "3.4", couldBeAbi3: false });
    expect(plainText(reading?.sentence ?? [])).toBe(
      "Claims abi3 from Python 3.8 on; what it imports is in the stable ABI of Python 3.4.",
    );
    expect(findingOf(facts, "abi3-violated")).toBeUndefined();
    expect(findingOf(facts, "abi3-floor-too-low")).toBeUndefined();
  });

  test("names that Python had before they were stable are a warning, as the import works", () => {
    const facts = named("cp37-abi3", module("pkg/_x.abi3.so", ["PyObject_GetBuffer", "PyBuffer_Release"]));
    const finding = findingOf(facts, "abi3-floor-too-low");
    expect(finding?.severity).toBe("warning");
    expect(finding && plainText(finding.sentence)).toBe(
      "The tag promises the stable ABI of Python 3.7; pkg/_x.abi3.so uses PyBuffer_Release and PyObject_GetBuffer, which Python had by then but made stable only in 3.11.",
    );
    expect(finding?.evidence[0]?.note).toBe("stable since 3.11, there since 3.6 or before");
  });

  test("a file with the suffix in a wheel for one version is warned of, not refused", () => {
    const facts = named("cp312-cp312", module("pkg/_x.abi3.so", ["PyFrame_New"]));
    expect(findingOf(facts, "abi3-violated")?.severity).toBe("warning");
    expect(findingOf(named("cp312-cp312", module(X312, ["PyFrame_New"])), "abi3-violated")).toBeUndefined();
  });

  test("a library of another wheel may stand in for what the stable ABI lacks", () => {
    const finding = (name: string) =>
      findingOf(
        named(
          "cp310-abi3",
          module("pkg/_x.abi3.so", [name], {
            needed: ["libc.so.6", "libshiboken6.abi3.so.6.11"],
            runpath: "$ORIGIN/../shiboken6",
          }),
        ),
        "abi3-violated",
      );
    expect(finding("PyMethod_New")?.severity).toBe("warning");
    expect(finding("_PyObject_GetDictPtr")?.severity).toBe("error");
  });

  test("abi3t wants PyModExport_ and nothing that takes a PyModuleDef", () => {
    const good = module("pkg/_x.abi3t.so", ["PyLong_FromLong"], { initSymbols: ["PyModExport__x"] });
    const clean = named("cp315-abi3.abi3t", good);
    expect(readPython(clean, knowledge).wheel).toMatchObject({
      claim: "abi3t",
      claimedFloor: "3.15",
      freeThreaded: true,
    });
    expect(findingOf(clean, "abi3-violated")).toBeUndefined();
    expect(findingOf(clean, "init-function-differs")).toBeUndefined();
    expect(findingOf(clean, "python-tag-differs")).toBeUndefined();

    const bad = named("cp315-abi3.abi3t", module("pkg/_x.abi3t.so", ["PyModuleDef_Init"]));
    expect(findingOf(bad, "abi3-violated")?.evidence[0]).toEqual({
      in: "pkg/_x.abi3t.so",
      symbol: "PyModuleDef_Init",
      note: "in abi3, not in abi3t",
    });
    expect(findingOf(bad, "init-function-differs")?.evidence[0]?.note).toBe("expected: PyModExport__x");
  });

  test("a bare library is judged by its name", () => {
    const facts = bareLibrary("_x.abi3.so", {
      role: "extension-module",
      initSymbols: ["PyInit__x"],
      python: pythonNames(["PyFrame_New"]),
    });
    expect(readPython(facts, knowledge).wheel).toMatchObject({ claim: "abi3", claimedFloor: null });
    expect(findingOf(facts, "abi3-violated")?.severity).toBe("error");
  });
});

describe("could be abi3", () => {
  const could = (tags: string, ...libraries: LibraryFacts[]) =>
    readPython(named(tags, ...libraries), knowledge).wheel?.couldBeAbi3;
  const clean = module(X312, ["PyLong_FromLong"]);

  test("when all modules keep to the stable ABI of the wheel's version", () => {
    expect(could("cp312-cp312", clean)).toBe(true);
    expect(
      could("cp310-cp310", module("pkg/_x.cpython-310-x86_64-linux-gnu.so", ["PyObject_GetBuffer"])),
    ).toBe(false);
  });

  test.each([
    [
      "one module does not",
      "cp312-cp312",
      [clean, module("pkg/_y.cpython-312-x86_64-linux-gnu.so", ["PyFrame_New"])],
    ],
    [
      "a library that uses Python does not",
      "cp312-cp312",
      [clean, library("pkg/libpy.so", { python: pythonNames(["PyLong_FromLong", "PyFrame_New"]) })],
    ],
    ["one file could not be read", "cp312-cp312", [clean, unreadable("pkg/_z.so")]],
    [
      "it is for free-threaded Python",
      "cp313-cp313t",
      [module("pkg/_x.cpython-313t-x86_64-linux-gnu.so", ["PyLong_FromLong"])],
    ],
    [
      "it needs a library for one Python",
      "cp312-cp312",
      [module(X312, ["PyLong_FromLong"], { needed: ["libc.so.6", "libboost_python312.so.1.90.0"] })],
    ],
    ["it is for PyPy", "pp310-pypy310_pp73", [module("pkg/_x.so", ["PyLong_FromLong"])]],
    ["it is abi3 already", "cp312-abi3", [module("pkg/_x.abi3.so", ["PyLong_FromLong"])]],
    [
      "it is for Python 2",
      "cp27-cp27mu",
      [module("pkg/_x.so", ["PyLong_FromLong"], { initSymbols: ["init_x"] })],
    ],
  ] as const)("not when %s", (_, tags, libraries) => {
    expect(could(tags, ...libraries)).toBe(false);
  });
});

describe("the init function", () => {
  const found = (tags: string, path: string, initSymbols: readonly string[], imports = ["PyLong_FromLong"]) =>
    findingOf(named(tags, module(path, imports, { initSymbols })), "init-function-differs");

  test.each([
    ["Python 3", "cp312-cp312", X312, ["PyInit__x"]],
    ["several modules in one file", "cp312-cp312", X312, ["PyInit__y", "PyInit__x"]],
    ["Python 2", "cp27-cp27mu", "pkg/_x.so", ["init_x"]],
    ["PyPy through cffi", "pp310-pypy310_pp73", "pkg/_x.so", ["_cffi_pypyinit__x"]],
    ["a package", "cp312-cp312", "pkg/__init__.cpython-312-x86_64-linux-gnu.so", ["PyInit_pkg"]],
    ["Cython's package", "cp312-cp312", "pkg/__init__.cpython-312-x86_64-linux-gnu.so", ["PyInit___init__"]],
    ["Python 3.15", "cp315-cp315", "pkg/_x.cpython-315-x86_64-linux-gnu.so", ["PyModExport__x"]],
    ["a name outside ASCII", "cp312-cp312", "pkg/bücher.so", ["PyInitU_bcher_kva"]],
    [
      "a library with modules for its own loader",
      "cp312-cp312",
      "pkg/libmodules.so",
      ["PyInit_a", "PyInit_b"],
    ],
    ["a name that cannot be imported", "cp312-cp312", "pkg/my-plugin.so", ["PyInit_plugin"]],
  ])("fits: %s", (_, tags, path, symbols) => {
    expect(found(tags, path, symbols)).toBeUndefined();
  });

  test("does not fit where only a newer Python calls it", () => {
    const finding = found("cp312-cp312", X312, ["PyModExport__x"]);
    expect(finding?.severity).toBe("error");
    expect(finding && plainText(finding.advice[0] ?? [])).toContain("3.15");
  });

  test("a plain .so may have its own loader: warning", () => {
    expect(found("cp312-cp312", "pkg/_x.so", ["PyInit__y"])?.severity).toBe("warning");
  });

  test("missing at all is reported if Python's names are used, and not for helpers of ctypes", () => {
    expect(found("cp312-cp312", X312, [])?.severity).toBe("warning");
    expect(found("cp312-cp312", X312, [], [])).toBeUndefined();
    expect(found("cp312-cp312", "pkg/libx.cpython-312-x86_64-linux-gnu.so", [])).toBeUndefined();
  });
});

describe("the suffix against the tag", () => {
  const found = (tags: string, ...libraries: LibraryFacts[]) =>
    findingOf(named(tags, ...libraries), "python-tag-differs");
  const plain = (path: string) => module(path, ["PyLong_FromLong"]);

  test.each([
    ["the same version", "cp312-cp312", [X312]],
    ["plain names", "cp312-cp312", ["pkg/_x.so"]],
    ["several versions of one module", "py3-none", [X312, "pkg/_x.cpython-311-x86_64-linux-gnu.so"]],
    ["two builds of which one fits", "cp312-cp312", [X312, "pkg/_x.cpython-311-x86_64-linux-gnu.so"]],
    ["abi3", "cp38-abi3", ["pkg/_x.abi3.so"]],
  ])("fits: %s", (_, tags, paths) => {
    expect(found(tags, ...paths.map(plain))).toBeUndefined();
  });

  test("abi3 under a free-threaded tag", () => {
    const finding = found("cp313-cp313t", plain("pkg/_x.abi3.so"));
    expect(finding && plainText(finding.sentence)).toBe(
      "pkg/_x.abi3.so promises abi3, which free-threaded Python does not have; the wheel is for free-threaded Python 3.13.",
    );
  });

  test("one version under a tag for any: the wheel may do without, so only a warning", () => {
    expect(found("py3-none", plain(X312))?.severity).toBe("warning");
    expect(found("cp312-abi3", plain(X312))?.severity).toBe("error");
  });

  test("another processor in the name than in the code", () => {
    const path = "pkg/_x.cpython-312-aarch64-linux-gnu.so";
    const finding = found("cp312-cp312", plain(path));
    expect(finding && plainText(finding.sentence)).toContain("named for another processor");
  });

  test("a hundred files: the first is named, the others counted", () => {
    const many = Array.from({ length: 100 }, (_, index) =>
      plain(`pkg/_x${String(index)}.cpython-311-x86_64-linux-gnu.so`),
    );
    const finding = found("cp312-cp312", ...many);
    expect(finding && plainText(finding.sentence)).toContain("The same goes for 99 more.");
    expect(finding?.evidenceTotal).toBe(100);
  });
});

describe("a Python linked in", () => {
  const whole = { ...pythonNames([], 100), exportCount: 1700 };
  test("is an error in an extension module", () => {
    const facts = named("cp312-cp312", extension(X312, { python: whole }));
    expect(findingOf(facts, "libpython-static")?.severity).toBe("error");
  });

  test.each([
    ["libpython itself", library("pkg/libpython3.12.so.1.0", { python: whole })],
    [
      "libpython by its soname",
      library("pkg/libpy-1a2b.so", { python: whole, soname: "libpython3.12.so.1.0" }),
    ],
    ["a program", library("bin/python", { python: whole, role: "executable" })],
    [
      "many exports of its own",
      library("pkg/libq.so", { python: { ...pythonNames([], 10), exportCount: 900 } }),
    ],
    ["a few of Python's names", library("pkg/libq.so", { python: pythonNames([], 60) })],
  ])("is not: %s", (_, one) => {
    expect(findingOf(named("cp312-cp312", one), "libpython-static")).toBeUndefined();
  });

  test("does not hide what others import of Python", () => {
    const facts = named(
      "cp38-abi3",
      module("pkg/_x.abi3.so", ["PyABIInfo_Check"]),
      library("pkg/libpython3.12.so.1.0", { python: whole }),
    );
    expect(readPython(facts, knowledge).libraries.get("pkg/_x.abi3.so")?.tooNew).toHaveLength(1);
  });
});
