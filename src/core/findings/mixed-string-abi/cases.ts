import { cxxNames, extension, library, wheel, type Cases } from "../case.ts";

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

export const cases: Cases = [
  {
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
];
