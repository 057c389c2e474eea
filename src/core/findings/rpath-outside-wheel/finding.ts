import type { FindingKind } from "../forms.ts";

export const finding: FindingKind = {
  title: "RPATH leaves site-packages",
  severity: "info",
  summary: "A relative search path climbs out of the directory into which the wheel is installed.",
};
