/** Findings about the Python ABI. */
import { extension, library, pythonNames, wheel } from "../builders.ts";
import type { Case } from "./case.ts";

const PLATFORM = "manylinux_2_17_x86_64";

export const pythonCases: readonly Case[] = [
  {
    id: "abi3-violated",
    severity: "error",
    facts: wheel({
      fileName: `pkg-1.0-cp38-abi3-${PLATFORM}.whl`,
      libraries: [
        extension("pkg/_x.abi3.so", {
          python: pythonNames(["PyLong_FromLong", "_PyObject_GetDictPtr", "PyUnicode_AsUTF8", "PyFrame_New"]),
        }),
      ],
    }),
    sentence:
      "pkg/_x.abi3.so promises abi3 but uses PyFrame_New, PyUnicode_AsUTF8 and _PyObject_GetDictPtr outside of the stable ABI.",
    evidence: { in: "pkg/_x.abi3.so", symbol: "PyFrame_New", note: "not in the stable ABI" },
    total: 3,
  },
  {
    id: "abi3-floor-too-low",
    severity: "error",
    facts: wheel({
      fileName: `pkg-1.0-cp38-abi3-${PLATFORM}.whl`,
      libraries: [
        extension("pkg/_x.abi3.so", {
          python: pythonNames(["PyLong_FromLong", "PyType_GetName", "PyObject_GetBuffer"]),
        }),
      ],
    }),
    sentence:
      "The tag promises the stable ABI of Python 3.8, but pkg/_x.abi3.so uses PyType_GetName, which came with 3.11.",
    evidence: { in: "pkg/_x.abi3.so", symbol: "PyType_GetName", note: "in Python since 3.11" },
    total: 2,
  },
  {
    id: "could-be-abi3",
    severity: "good",
    facts: wheel({
      libraries: [
        extension("pkg/_x.cpython-312-x86_64-linux-gnu.so", {
          python: pythonNames(["PyLong_FromLong", "PyModule_AddType", "PyType_FromSpec"]),
        }),
      ],
    }),
    sentence:
      "Everything that 1 library imports of Python is in the stable ABI of 3.10: one abi3 wheel could likely serve all later versions. Compile with Py_LIMITED_API=0x030A0000 to know for sure.",
    evidence: {
      in: "pkg/_x.cpython-312-x86_64-linux-gnu.so",
      symbol: "PyModule_AddType",
      note: "stable ABI of 3.10",
    },
  },
  {
    id: "init-function-differs",
    severity: "error",
    facts: wheel({
      libraries: [
        extension("pkg/_x.cpython-312-x86_64-linux-gnu.so", {
          python: pythonNames(["PyLong_FromLong"]),
          initSymbols: ["PyInit__y"],
        }),
      ],
    }),
    sentence:
      "To import pkg/_x.cpython-312-x86_64-linux-gnu.so Python calls PyInit__x, but the file has PyInit__y.",
    evidence: {
      in: "pkg/_x.cpython-312-x86_64-linux-gnu.so",
      symbol: "PyInit__y",
      note: "expected: PyInit__x",
    },
  },
  {
    id: "python-tag-differs",
    severity: "error",
    facts: wheel({
      libraries: [
        extension("pkg/_x.cpython-311-x86_64-linux-gnu.so", { python: pythonNames(["PyLong_FromLong"]) }),
      ],
    }),
    sentence:
      "The wheel is for Python 3.12, which does not find pkg/_x.cpython-311-x86_64-linux-gnu.so: it looks for another suffix than .cpython-311-x86_64-linux-gnu.so.",
    evidence: {
      in: "pkg/_x.cpython-311-x86_64-linux-gnu.so",
      note: "suffix .cpython-311-x86_64-linux-gnu.so",
    },
  },
  {
    id: "libpython-static",
    severity: "warning",
    facts: wheel({
      libraries: [
        library("pkg/libengine.so", {
          python: { ...pythonNames([], 100), exportCount: 1700 },
        }),
      ],
    }),
    sentence:
      "pkg/libengine.so has a Python linked in and exports it: two interpreters in one process share no objects and crash each other.",
    evidence: { in: "pkg/libengine.so", symbol: "PyABIInfo_Check", note: "1700 names of Python defined" },
  },
];
