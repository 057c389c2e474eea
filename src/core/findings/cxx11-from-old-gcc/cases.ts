import { cxxNames, extension, wheel, type Cases } from "../case.ts";

export const cases: Cases = [
  {
    severity: "warning",
    facts: wheel({
      libraries: [
        extension("pkg/_x.so", {
          comment: ["GCC: (GNU) 4.9.4", "GCC: (Ubuntu 12.3.0-1ubuntu1~22.04) 12.3.0"],
          cxx: cxxNames({ own: { old: ["_ZN4draw4keepESt10shared_ptrISsE"], scopes: ["draw"] } }),
        }),
      ],
    }),
    sentence:
      "pkg/_x.so joins code of GCC 4.9.4 with code of GCC 12.3.0 and uses types of C++11, which likely differ between the two.",
    evidence: { in: "pkg/_x.so", note: "GCC: (GNU) 4.9.4" },
    total: 3,
  },
];
