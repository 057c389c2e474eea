import type { FindingKind } from "../forms.ts";

export const finding: FindingKind = {
  title: "Libraries expected from other wheels",
  severity: "info",
  summary: "A library's search path leads to another package in the same site-packages.",
};
