import { library, plainExtension, wheel, type Cases } from "../case.ts";

export const cases: Cases = [
  {
    severity: "error",
    facts: wheel({
      libraries: [plainExtension(), library("pkg/y.so", { libc: "musl", needed: ["libc.musl-x86_64.so.1"] })],
    }),
    sentence: "pkg/y.so is linked for musl, the rest for glibc; it cannot be loaded there.",
    evidence: { in: "pkg/y.so", note: "musl" },
  },
];
