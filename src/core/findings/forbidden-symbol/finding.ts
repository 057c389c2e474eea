import type { FindingKind } from "../forms.ts";

export const finding: FindingKind = {
  title: "Forbidden symbols",
  severity: "error",
  summary: "A library uses symbols of an allowed system library that not every system of the tag has.",
};
