import type { FindingKind } from "../forms.ts";

export const finding: FindingKind = {
  title: "Two std::string ABIs meet",
  severity: "error",
  summary:
    "A library uses C++ names of another library of the wheel that was built for the other std::string ABI.",
};
