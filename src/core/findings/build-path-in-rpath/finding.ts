import type { FindingKind } from "../forms.ts";

export const finding: FindingKind = {
  title: "Absolute path in RPATH",
  severity: "warning",
  summary: "A library's search path names directories by absolute paths, usually those of the build machine.",
};
