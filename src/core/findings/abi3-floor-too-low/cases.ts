import { extension, pythonNames, wheel, type Cases } from "../case.ts";

export const cases: Cases = [
  {
    severity: "error",
    facts: wheel({
      fileName: "pkg-1.0-cp38-abi3-manylinux_2_17_x86_64.whl",
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
];
