import type { FindingKind } from "../forms.ts";

export const finding: FindingKind = {
  title: "Library unreadable",
  severity: "error",
  summary: "A native file could not be read, so nothing can be promised about the wheel.",
};
