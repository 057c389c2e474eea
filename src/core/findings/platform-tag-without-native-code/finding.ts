import type { FindingKind } from "../forms.ts";

export const finding: FindingKind = {
  title: "No native code under a platform tag",
  severity: "warning",
  summary: "The file name names a platform, but nothing in the wheel is compiled for Linux to load.",
};
