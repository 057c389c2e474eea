import { wheelWith, type Cases } from "../case.ts";

export const cases: Cases = [
  {
    severity: "error",
    facts: wheelWith({}, "manylinux_2_17_aarch64"),
    sentence:
      "The file name claims manylinux_2_17_aarch64, but the native files are for x86_64, none for aarch64.",
    evidence: { in: "pkg/_x.so", note: "x86_64" },
  },
];
