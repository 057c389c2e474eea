import type { FindingKind } from "../forms.ts";

export const finding: FindingKind = {
  title: "Needed library is not a library",
  severity: "error",
  summary: "A file bears the name of a needed library but is no ELF file.",
};
