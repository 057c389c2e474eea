import { wheelWith, type Cases } from "../case.ts";

export const cases: Cases = [
  {
    severity: "info",
    facts: wheelWith({ needed: ["libc.so.6", "libx.so.1"], rpath: "$ORIGIN/../../../lib" }),
    sentence: "pkg/_x.so searches $ORIGIN/../../../lib, which leads out of site-packages.",
    evidence: { in: "pkg/_x.so", note: "$ORIGIN/../../../lib" },
  },
];
