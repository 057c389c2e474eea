import { cxxNames, library, wheel, type Cases } from "../case.ts";

const OLD_APPEND = "_ZNSs6appendEPKcm";

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
];
