import type { FindingKind } from "../forms.ts";

export const finding: FindingKind = {
  title: "Native code under a tag for any platform",
  severity: "error",
  summary: "The file name says that the wheel runs on any platform, but it holds native code.",
};
