import type { FindingKind } from "../forms.ts";

export const finding: FindingKind = {
  title: "Static TLS",
  severity: "warning",
  summary: "A library wants thread-local storage of a fixed place, which can run out when it is loaded late.",
};
