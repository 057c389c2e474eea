import type { FindingKind } from "../forms.ts";

export const finding: FindingKind = {
  title: "Unusual zip archive",
  severity: "warning",
  summary: "The archive is built in a way that PyPI refuses or that tools read differently.",
};
