import { extension, pythonNames, wheel, type Cases } from "../case.ts";

export const cases: Cases = [
  {
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
];
