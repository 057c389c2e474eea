import { extension, pythonNames, wheel, type Cases } from "../case.ts";

export const cases: Cases = [
  {
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
];
