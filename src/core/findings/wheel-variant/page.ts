import { pep } from "../../explanations/explanation.ts";
import type { FindingPage } from "../forms.ts";

export const page: FindingPage = {
  whatItIs:
    "After the platform tag the file name has one more part: the label of a wheel variant, as in …-manylinux_2_28_x86_64-cu130.whl. The draft PEP 825 adds it for wheels that differ in what no tag can say, such as the version of CUDA, and a file variant.json in the metadata that says what the label means.",
  whyItBreaks:
    "The tags before the label promise what they always do, and are judged as always. But tools that do not know the draft count the parts of a name and refuse one with too many: pip and auditwheel among them, and PyPI does not accept it.",
  howToFix: [
    "Keep a wheel without a label beside the variants, so that every installer finds one.",
    "If the label is there by mistake, write it into the version instead (1.0+cu130, for an index of your own) or into the project’s name.",
  ],
  seeYourself: [
    {
      command: "unzip -p FILE.whl '*.dist-info/variant.json'",
      shows: "What the label means; “filename not matched” if the wheel does not say.",
    },
    {
      command: "pip install --no-deps --dry-run FILE.whl",
      shows: "Without support for variants: an error about the name or its build number.",
    },
  ],
  sources: [pep(825, "Wheel Variants: Package Format")],
  background: ["wheel-variants"],
};
