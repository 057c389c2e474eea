import type { FindingKind } from "../forms.ts";

export const finding: FindingKind = {
  title: "C++11 code from GCC before 5",
  severity: "warning",
  summary: "A library joins C++11 code of GCC 4 with code of a later GCC, whose types have another layout.",
};
