import type { FindingKind } from "../forms.ts";

export const finding: FindingKind = {
  title: "Runs on older systems than it claims",
  severity: "good",
  summary: "The contents would also pass an older policy than the claimed one.",
};
