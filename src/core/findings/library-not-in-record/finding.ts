import type { FindingKind } from "../forms.ts";

export const finding: FindingKind = {
  title: "Library not listed in RECORD",
  severity: "warning",
  summary: "A native file is missing from RECORD, so auditwheel never looks at it.",
};
