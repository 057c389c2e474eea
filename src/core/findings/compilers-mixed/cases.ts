import { cxxNames, extension, wheel, type Cases } from "../case.ts";

export const cases: Cases = [
  {
    severity: "info",
    facts: wheel({
      libraries: [
        extension("pkg/_x.so", {
          comment: ["GCC: (GNU) 13.3.1 20240611 (Red Hat 13.3.1-2)", "GCC: (GNU) 7.5.0"],
          cxx: cxxNames({ own: { neutral: 5 } }),
        }),
      ],
    }),
    sentence:
      "pkg/_x.so holds code of several releases of one compiler: GCC 7.5.0 and GCC 13.3.1 (gcc-toolset-13).",
    evidence: { in: "pkg/_x.so", note: "GCC: (GNU) 7.5.0" },
    total: 2,
  },
];
