import type { FindingKind } from "../forms.ts";

export const finding: FindingKind = {
  title: "Claimed tag cannot be judged",
  severity: "warning",
  summary: "The file name carries a Linux tag for which there are no rules.",
};
