import { library, pythonNames, wheel, type Cases } from "../case.ts";

export const cases: Cases = [
  {
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
