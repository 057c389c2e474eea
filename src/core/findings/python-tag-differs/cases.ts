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
  {
    severity: "error",
    facts: wheel({
      tags: "musllinux_1_2_x86_64",
      libraries: [
        extension("pkg/_x.cpython-312-x86_64-linux-gnu.so", {
          libc: "musl",
          needed: ["libc.musl-x86_64.so.1"],
          python: pythonNames(["PyLong_FromLong"]),
        }),
      ],
    }),
    sentence:
      "pkg/_x.cpython-312-x86_64-linux-gnu.so is named for another C library than its code (.cpython-312-x86_64-linux-gnu.so); Python 3.11 and newer look for another suffix there, and do not find it.",
    evidence: {
      in: "pkg/_x.cpython-312-x86_64-linux-gnu.so",
      note: "suffix .cpython-312-x86_64-linux-gnu.so",
    },
  },
];
