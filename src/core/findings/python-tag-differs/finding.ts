import type { FindingKind } from "../forms.ts";

export const finding: FindingKind = {
  title: "File built for another Python",
  severity: "error",
  summary:
    "An extension's file name names another Python than the wheel's tag, so that Python will not find it.",
};
