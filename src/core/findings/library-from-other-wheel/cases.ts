import { wheelWith, type Cases } from "../case.ts";

export const cases: Cases = [
  {
    severity: "info",
    facts: wheelWith({ needed: ["libc.so.6", "libcublas.so.12"], rpath: "$ORIGIN/../nvidia/cublas/lib" }),
    sentence: "pkg/_x.so expects libcublas.so.12 from another wheel, in nvidia/cublas/lib.",
    evidence: { in: "pkg/_x.so", from: "libcublas.so.12", note: "expected in nvidia/cublas/lib" },
  },
];
