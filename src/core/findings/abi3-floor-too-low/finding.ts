import type { FindingKind } from "../forms.ts";

export const finding: FindingKind = {
  title: "Stable ABI newer than claimed",
  severity: "error",
  summary:
    "An extension tagged abi3 imports names that Python added to the stable ABI after the claimed version.",
};
