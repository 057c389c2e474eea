import type { FindingKind } from "../forms.ts";

export const finding: FindingKind = {
  title: "Uses PyFPE symbols",
  severity: "error",
  summary: "An extension module imports symbols that only a Python built with --with-fpectl has.",
};
