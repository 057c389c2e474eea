import type { FindingKind } from "../forms.ts";

export const finding: FindingKind = {
  title: "Linked against libpython",
  severity: "error",
  summary: "A library needs libpython as a shared library, which many Python installations do not have.",
};
