import type { FindingKind } from "../forms.ts";

export const finding: FindingKind = {
  title: "Not a valid wheel file name",
  severity: "error",
  summary: "The file name does not follow the rules for wheel file names, so installers refuse it.",
};
