import type { FindingKind } from "../forms.ts";

export const finding: FindingKind = {
  title: "Several OpenMP runtimes",
  severity: "warning",
  summary: "Libraries of the wheel bring or need more than one OpenMP runtime.",
};
