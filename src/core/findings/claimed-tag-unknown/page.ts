import { SOURCES } from "../../explanations/explanation.ts";
import type { FindingPage } from "../forms.ts";

export const page: FindingPage = {
  whatItIs:
    "The file name carries a Linux tag for which no policy exists: the form is unknown, or the architecture has none.",
  whyItBreaks:
    "It may work, but nobody has written down what such a system provides, so no promise can be checked. PyPI may refuse the tag.",
  howToFix: [
    "Check the spelling. Use manylinux_X_Y_arch (PEP 600) or musllinux_X_Y_arch (PEP 656), or a plain linux_arch tag for your own machines.",
  ],
  seeYourself: [{ command: "pip debug --verbose", shows: "All tags that this pip would install." }],
  sources: [SOURCES.platformTags, SOURCES.pep600, SOURCES.pep656],
  background: ["manylinux", "architectures"],
};
