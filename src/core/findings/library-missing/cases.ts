import { wheelWith, type Cases } from "../case.ts";

export const cases: Cases = [
  {
    severity: "error",
    facts: wheelWith({ needed: ["libc.so.6", "libfoo.so.3", "libgomp.so.1"] }),
    sentence:
      "pkg/_x.so needs libfoo.so.3 and libgomp.so.1, which are neither in the wheel nor promised by any policy.",
    evidence: { in: "pkg/_x.so", from: "libfoo.so.3" },
    total: 2,
  },
];
