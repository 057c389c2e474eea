import { wheelWith, type Cases } from "../case.ts";

export const cases: Cases = [
  {
    severity: "error",
    facts: wheelWith({ needed: ["libc.so.6", "libmvec.so.1"] }),
    sentence:
      "pkg/_x.so needs libmvec.so.1, which manylinux_2_17_x86_64 does not promise; manylinux_2_24_x86_64 is the first policy that does.",
    evidence: { in: "pkg/_x.so", from: "libmvec.so.1" },
  },
];
