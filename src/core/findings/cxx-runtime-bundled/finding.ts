import type { FindingKind } from "../forms.ts";

export const finding: FindingKind = {
  title: "Brings a C++ runtime of its own",
  severity: "warning",
  summary:
    "The wheel holds a copy of libstdc++ or libgcc_s, which meets those of the system and of other wheels.",
};
