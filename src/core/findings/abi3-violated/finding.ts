import type { FindingKind } from "../forms.ts";

export const finding: FindingKind = {
  title: "Not the stable ABI",
  severity: "error",
  summary: "An extension tagged abi3 imports names of Python that are not in the stable ABI.",
};
