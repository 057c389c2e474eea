import type { FindingKind } from "../forms.ts";

export const finding: FindingKind = {
  title: "Built for narrow Unicode",
  severity: "error",
  summary: "A Python 2 extension module was built for UCS-2, which Linux distributions do not use.",
};
