import type { FindingKind } from "../forms.ts";

export const finding: FindingKind = {
  title: "Symbol versions too new",
  severity: "error",
  summary: "A library asks the system for symbol versions that the claimed tag does not promise.",
};
