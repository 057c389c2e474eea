import type { FindingKind } from "../forms.ts";

export const finding: FindingKind = {
  title: "Files of several architectures",
  severity: "warning",
  summary: "The wheel holds native files of more than one architecture.",
};
