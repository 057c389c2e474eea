import type { FindingKind } from "../forms.ts";

export const finding: FindingKind = {
  title: "Plain linux tag",
  severity: "info",
  summary: "The tag promises nothing beyond the machine the wheel was built on.",
};
