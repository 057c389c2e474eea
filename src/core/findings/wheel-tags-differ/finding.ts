import type { FindingKind } from "../forms.ts";

export const finding: FindingKind = {
  title: "File name and WHEEL do not name the same tags",
  severity: "warning",
  summary: "The tags in the file name and in the WHEEL file differ.",
};
