import { cxxNames, extension, symbolGroup, wheel, type Cases } from "../case.ts";

export const cases: Cases = [
  {
    severity: "warning",
    facts: wheel({
      libraries: [
        extension("pkg/_x.so", {
          uniqueExports: { count: 106, symbols: ["_ZNSs4_Rep20_S_empty_rep_storageE"] },
          cxx: cxxNames({
            runtime: { count: 4164, new: 1052, old: 283, staticMarks: symbolGroup(["_ZSt4cout"]) },
          }),
        }),
      ],
    }),
    sentence:
      "pkg/_x.so has the C++ runtime linked in and exports its names, so that other libraries of the process may use this copy instead of theirs.",
    evidence: {
      in: "pkg/_x.so",
      note: "4164 names of the C++ runtime are defined and exported, 106 names are unique in the process",
    },
    total: 2,
  },
];
