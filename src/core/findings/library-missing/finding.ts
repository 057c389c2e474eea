import type { FindingKind } from "../forms.ts";

export const finding: FindingKind = {
  title: "Library missing",
  severity: "error",
  summary: "A needed library is neither in the wheel nor promised by any policy.",
};
