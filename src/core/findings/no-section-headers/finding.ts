import type { FindingKind } from "../forms.ts";

export const finding: FindingKind = {
  title: "No section headers",
  severity: "info",
  summary: "A file has no section headers, so tools that look tables up by section name see nothing in it.",
};
