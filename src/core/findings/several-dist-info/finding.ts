import type { FindingKind } from "../forms.ts";

export const finding: FindingKind = {
  title: "Several .dist-info directories",
  severity: "error",
  summary: "The wheel has more than one metadata directory, so installers refuse it.",
};
