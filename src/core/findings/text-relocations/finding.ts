import type { FindingKind } from "../forms.ts";

export const finding: FindingKind = {
  title: "Text relocations",
  severity: "warning",
  summary: "A library must be patched in its code when it is loaded, which hardened systems forbid.",
};
