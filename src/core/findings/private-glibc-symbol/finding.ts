import type { FindingKind } from "../forms.ts";

export const finding: FindingKind = {
  title: "Private glibc symbols",
  severity: "error",
  summary: "A library uses symbols that glibc keeps for itself and changes from build to build.",
};
