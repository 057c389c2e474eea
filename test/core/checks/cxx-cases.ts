/** Findings about C++: the ABIs of std::string, the runtime, the compilers. */
import { cxxNames, extension, library, symbolGroup, wheel } from "../builders.ts";
import type { Case } from "./case.ts";

const NEW_CREATE = "_ZNSt7__cxx1112basic_stringIcSt11char_traitsIcESaIcEE9_M_createERmm";
const OLD_APPEND = "_ZNSs6appendEPKcm";
const ASKED = "_ZN4draw5labelERKNSt7__cxx1112basic_stringIcSt11char_traitsIcESaIcEEE";
const OFFERED = "_ZN4draw5labelERKSs";

const oldLibrary = library("pkg.libs/libdraw.so.1", {
  soname: "libdraw.so.1",
  needed: ["libstdc++.so.6", "libc.so.6"],
  cxx: cxxNames({
    fromRuntime: { old: [OLD_APPEND], neutral: 3 },
    own: { old: [OFFERED], neutral: 2, scopes: ["draw"] },
  }),
});

export const cxxCases: readonly Case[] = [
  {
    id: "mixed-string-abi",
    severity: "error",
    facts: wheel({
      libraries: [
        extension("pkg/_x.so", {
          needed: ["libdraw.so.1", "libstdc++.so.6", "libc.so.6"],
          rpath: "$ORIGIN/../pkg.libs",
          cxx: cxxNames({
            fromRuntime: { new: [NEW_CREATE] },
            fromOthers: { new: [ASKED], neutral: 1, scopes: ["draw"] },
          }),
        }),
        oldLibrary,
      ],
    }),
    sentence:
      "pkg/_x.so (new std::string ABI) uses C++ names of pkg.libs/libdraw.so.1 (old ABI): " +
      "names with strings in them have another form there and are not found.",
    evidence: {
      in: "pkg/_x.so",
      symbol: ASKED,
      from: "pkg.libs/libdraw.so.1",
      note: "new name asked of a library with old names; linked to it",
    },
  },
  {
    id: "old-string-abi",
    severity: "info",
    facts: wheel({ libraries: [oldLibrary] }),
    sentence:
      "pkg.libs/libdraw.so.1 shares C++ of the old std::string ABI with other libraries; code built with today’s defaults does not fit.",
    evidence: {
      in: "pkg.libs/libdraw.so.1",
      symbol: OLD_APPEND,
      from: "libstdc++.so.6",
      note: "old, asked of libstdc++",
    },
  },
  {
    id: "cxx-runtime-exported",
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
  {
    id: "cxx11-from-old-gcc",
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
  {
    id: "compilers-mixed",
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
