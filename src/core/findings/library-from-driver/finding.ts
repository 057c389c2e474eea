import type { FindingKind } from "../forms.ts";

export const finding: FindingKind = {
  title: "Libraries expected from the GPU driver",
  severity: "info",
  summary: "A library needs a file that comes with the graphics driver and can be in no wheel.",
};
