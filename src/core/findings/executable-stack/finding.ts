import type { FindingKind } from "../forms.ts";

export const finding: FindingKind = {
  title: "Executable stack",
  severity: "warning",
  summary: "A library asks for an executable stack, which glibc 2.41 and newer refuse when it is loaded.",
};
