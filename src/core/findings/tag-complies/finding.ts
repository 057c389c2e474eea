import type { FindingKind } from "../forms.ts";

export const finding: FindingKind = {
  title: "Complies with its tag",
  severity: "good",
  summary: "Everything the wheel needs is promised by the tag in its file name.",
};
