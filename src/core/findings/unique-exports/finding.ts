import type { FindingKind } from "../forms.ts";

export const finding: FindingKind = {
  title: "Unique symbols",
  severity: "info",
  summary: "A library exports symbols of which a process keeps one copy, whichever library brought it first.",
};
