import type { FindingKind } from "../forms.ts";

export const finding: FindingKind = {
  title: "Needs a newer CPU than the tag promises",
  severity: "error",
  summary: "A library is marked as needing processor features above the architecture's baseline.",
};
