import type { FindingKind } from "../forms.ts";

export const finding: FindingKind = {
  title: "No PTX for newer GPUs",
  severity: "info",
  summary: "GPUs newer than the newest machine code in the wheel cannot run it.",
};
