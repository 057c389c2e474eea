import type { FindingKind } from "../forms.ts";

export const finding: FindingKind = {
  title: "Symbol that nobody has",
  severity: "error",
  summary: "A module asks for a symbol that no library it loads has, so that importing it fails.",
};
