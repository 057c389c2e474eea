import type { FindingKind } from "../forms.ts";

export const finding: FindingKind = {
  title: "Old std::string ABI",
  severity: "info",
  summary: "The library was built for the std::string of GCC before 5, which code built today cannot share.",
};
