import type { FindingKind } from "../forms.ts";

export const finding: FindingKind = {
  title: "No .dist-info directory",
  severity: "error",
  summary: "The wheel has no metadata directory, so installers refuse it.",
};
