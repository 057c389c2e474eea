import type { FindingKind } from "../forms.ts";

export const finding: FindingKind = {
  title: "Library not allowed by the claimed tag",
  severity: "error",
  summary: "A needed system library is promised only by newer policies than the claimed one.",
};
