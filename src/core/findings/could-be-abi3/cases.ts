import { extension, pythonNames, wheel, type Cases } from "../case.ts";

export const cases: Cases = [
  {
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
];
