import type { FindingKind } from "../forms.ts";

export const finding: FindingKind = {
  title: "No library of the claimed architecture",
  severity: "error",
  summary: "The tag names one architecture, and all native files are of another.",
};
