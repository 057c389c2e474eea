import type { FindingKind } from "../forms.ts";

export const finding: FindingKind = {
  title: "Code of several compilers",
  severity: "info",
  summary: "The marks of several compilers or build images are in one library.",
};
