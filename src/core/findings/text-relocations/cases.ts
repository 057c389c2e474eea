import { wheelWith, type Cases } from "../case.ts";

export const cases: Cases = [
  {
    severity: "warning",
    facts: wheelWith({ textRelocations: true }),
    sentence:
      "pkg/_x.so has relocations in its code, which the loader has to overwrite; systems with SELinux may refuse that.",
    evidence: { in: "pkg/_x.so", note: "DT_TEXTREL" },
  },
];
