import type { FindingKind } from "../forms.ts";

export const finding: FindingKind = {
  title: "GPU library from a package that is not asked for",
  severity: "error",
  summary: "A needed library comes with a package of the index that the wheel does not declare.",
};
