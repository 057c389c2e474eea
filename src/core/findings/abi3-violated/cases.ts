import { extension, pythonNames, wheel, type Cases } from "../case.ts";

export const cases: Cases = [
  {
    severity: "error",
    facts: wheel({
      fileName: "pkg-1.0-cp38-abi3-manylinux_2_17_x86_64.whl",
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
];
