import type { FindingKind } from "../forms.ts";

export const finding: FindingKind = {
  title: "Native code in a purelib folder",
  severity: "error",
  summary: "Native files lie in the part of the wheel that is meant for pure Python.",
};
