import type { FindingKind } from "../forms.ts";

export const finding: FindingKind = {
  title: "Could be abi3",
  severity: "good",
  summary:
    "The extension uses nothing of Python outside of the stable ABI, so that one wheel could serve all versions.",
};
