import type { FindingKind } from "../forms.ts";

export const finding: FindingKind = {
  title: "Variant label in the file name",
  severity: "info",
  summary:
    "The file name ends in the label of a wheel variant, a draft that most installers do not know yet.",
};
