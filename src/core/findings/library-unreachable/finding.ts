import type { FindingKind } from "../forms.ts";

export const finding: FindingKind = {
  title: "Library in the wheel, but not found from where it is needed",
  severity: "warning",
  summary: "A needed library is in the wheel, but no search path of the file that needs it leads there.",
};
