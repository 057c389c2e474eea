import type { FindingKind } from "../forms.ts";

export const finding: FindingKind = {
  title: "Aligned for small pages",
  severity: "warning",
  summary: "A library is aligned for 4 KiB pages and does not load on systems with larger ones.",
};
