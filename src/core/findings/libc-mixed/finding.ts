import type { FindingKind } from "../forms.ts";

export const finding: FindingKind = {
  title: "Files for different C libraries",
  severity: "error",
  summary: "Some native files are linked for glibc and others for musl or Bionic.",
};
