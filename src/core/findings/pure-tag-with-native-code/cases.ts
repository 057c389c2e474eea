import { wheelWith, type Cases } from "../case.ts";

export const cases: Cases = [
  {
    severity: "error",
    facts: wheelWith({}, "any"),
    sentence:
      "The tag any says that the wheel runs on any platform, but it holds 1 native file for x86_64: pkg/_x.so.",
    evidence: { in: "pkg/_x.so" },
  },
];
