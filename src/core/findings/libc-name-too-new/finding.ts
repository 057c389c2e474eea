import type { FindingKind } from "../forms.ts";

export const finding: FindingKind = {
  title: "Symbol of a newer C library",
  severity: "warning",
  summary:
    "A module asks, without a version, for a symbol that the C library got after the release that the tag promises.",
};
