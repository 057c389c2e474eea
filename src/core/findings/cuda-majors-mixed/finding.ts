import type { FindingKind } from "../forms.ts";

export const finding: FindingKind = {
  title: "Libraries of several CUDA releases",
  severity: "error",
  summary: "The wheel's libraries and requirements fit different major versions of CUDA.",
};
