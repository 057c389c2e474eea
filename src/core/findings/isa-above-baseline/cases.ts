import { wheelWith, type Cases } from "../case.ts";

export const cases: Cases = [
  {
    severity: "error",
    facts: wheelWith({ isaNeeded: 0b111 }),
    sentence:
      "pkg/_x.so is marked as needing x86-64-v3; a manylinux tag promises only the baseline x86-64, so older processors stop with an illegal instruction.",
    evidence: { in: "pkg/_x.so", note: "needs x86-64-v3" },
  },
];
