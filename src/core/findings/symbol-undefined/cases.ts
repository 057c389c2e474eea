import { extension, library, wheel, type Cases } from "../case.ts";

const asking = (names: readonly string[]) => ({
  owners: [],
  unowned: { count: names.length, names: [...names] },
});

export const cases: Cases = [
  {
    severity: "error",
    facts: {
      ...wheel({ libraries: [{ ...extension("pkg/_x.so"), links: asking(["frobnicate", "unfrobnicate"]) }] }),
      preloadHints: [],
    },
    sentence:
      "pkg/_x.so asks for frobnicate, which neither the wheel nor Python nor the C library has; importing pkg/_x.so fails with “undefined symbol: frobnicate”.",
    evidence: { in: "pkg/_x.so", symbol: "frobnicate", note: "one of 2 such symbols" },
  },
  {
    severity: "error",
    facts: {
      ...wheel({
        libraries: [
          {
            ...extension("pkg/_x.so"),
            links: { owners: [{ in: [1], name: "run" }], unowned: { count: 0, names: [] } },
          },
          library("pkg/libs/libb.so"),
        ],
      }),
      preloadHints: [],
    },
    sentence:
      "pkg/_x.so asks for run, which pkg/libs/libb.so has, and it is not loaded with it; importing pkg/_x.so fails with “undefined symbol: run”.",
    evidence: { in: "pkg/_x.so", symbol: "run", note: "the only one" },
  },
];
