import type { FindingKind } from "../forms.ts";

export const finding: FindingKind = {
  title: "GPU library renamed or patched",
  severity: "info",
  summary: "A library whose licence wants it unmodified was grafted into the wheel.",
};
