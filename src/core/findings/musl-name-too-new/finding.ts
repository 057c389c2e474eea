import type { FindingKind } from "../forms.ts";

export const finding: FindingKind = {
  title: "Symbol of a newer musl",
  severity: "warning",
  summary: "A module asks for a symbol that musl’s C library got after the release that the tag promises.",
};
