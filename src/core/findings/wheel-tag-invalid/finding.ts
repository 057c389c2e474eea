import type { FindingKind } from "../forms.ts";

export const finding: FindingKind = {
  title: "Tag line of WHEEL is not a tag",
  severity: "warning",
  summary: "A Tag line of the WHEEL file is empty or incomplete, so tools that read it fail.",
};
