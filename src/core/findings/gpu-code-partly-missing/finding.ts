import type { FindingKind } from "../forms.ts";

export const finding: FindingKind = {
  title: "GPU code missing in some kernel groups",
  severity: "warning",
  summary: "A GPU is served by some of the wheel's kernel groups and not by others.",
};
