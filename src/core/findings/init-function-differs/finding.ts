import type { FindingKind } from "../forms.ts";

export const finding: FindingKind = {
  title: "Init function does not fit the file name",
  severity: "error",
  summary: "Python looks for an init function named like the file, and the file has another one.",
};
