import type { FindingKind } from "../forms.ts";

export const finding: FindingKind = {
  title: "RECORD and the archive disagree",
  severity: "warning",
  summary: "RECORD does not describe the files that are in the archive.",
};
