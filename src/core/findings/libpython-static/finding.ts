import type { FindingKind } from "../forms.ts";

export const finding: FindingKind = {
  title: "Python linked in",
  severity: "error",
  summary: "A library holds a whole Python, which clashes with the one that loads it.",
};
