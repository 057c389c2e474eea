import type { FindingKind } from "../forms.ts";

export const finding: FindingKind = {
  title: "Exports the C++ runtime",
  severity: "warning",
  summary: "A library has the C++ runtime linked in and lets other libraries of the process use its copy.",
};
