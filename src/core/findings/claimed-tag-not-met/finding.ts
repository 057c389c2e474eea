import type { FindingKind } from "../forms.ts";

export const finding: FindingKind = {
  title: "Tag not met",
  severity: "error",
  summary: "The file name promises a platform tag whose rules the contents break.",
};
