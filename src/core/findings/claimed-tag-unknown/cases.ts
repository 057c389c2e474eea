import { wheelWith, type Cases } from "../case.ts";

export const cases: Cases = [
  {
    severity: "warning",
    facts: wheelWith({}, "manylinux_x86_64"),
    sentence: "There are no rules by which to judge manylinux_x86_64.",
    evidence: { note: "manylinux_x86_64" },
  },
];
