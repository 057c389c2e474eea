import { library, plainExtension, wheel, type Cases } from "../case.ts";

export const cases: Cases = [
  {
    severity: "warning",
    facts: wheel({
      libraries: [plainExtension(), library("pkg/y.so", { architecture: "aarch64", machine: 183 })],
    }),
    sentence: "pkg/y.so is for aarch64, while the wheel is for x86_64; it was not judged.",
    evidence: { in: "pkg/y.so", note: "aarch64" },
  },
];
