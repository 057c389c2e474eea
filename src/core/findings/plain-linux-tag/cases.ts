import { wheelWith, type Cases } from "../case.ts";

export const cases: Cases = [
  {
    severity: "info",
    facts: wheelWith({}, "linux_x86_64"),
    sentence: "linux_x86_64 promises only to run on systems like the one it was built on; PyPI refuses it.",
  },
];
