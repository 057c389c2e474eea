import { watched, wheelWith, type Cases } from "../case.ts";

export const cases: Cases = [
  {
    severity: "error",
    facts: wheelWith({ needed: ["libc.so.6", "libz.so.1"], watchedSymbols: [watched("inflate_fast")] }),
    sentence:
      "pkg/_x.so takes inflate_fast from libz.so.1, but not every system of manylinux_2_17_x86_64 has that symbol.",
    evidence: { in: "pkg/_x.so", symbol: "inflate_fast", from: "libz.so.1" },
  },
];
