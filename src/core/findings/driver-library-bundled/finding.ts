import type { FindingKind } from "../forms.ts";

export const finding: FindingKind = {
  title: "Driver library in the wheel",
  severity: "error",
  summary: "The wheel holds a library that belongs to the GPU driver and must match it.",
};
