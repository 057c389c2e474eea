import type { FindingKind } from "../forms.ts";

export const finding: FindingKind = {
  title: "Metadata directory does not fit the file name",
  severity: "warning",
  summary: "The .dist-info directory bears another name or version than the file.",
};
