import { SOURCES, AUDITWHEEL_SHOW } from "../../explanations/explanation.ts";
import type { FindingPage } from "../forms.ts";

export const page: FindingPage = {
  whatItIs:
    "Every symbol version and every library that the wheel needs from the system is promised by the tags in its file name.",
  whyItBreaks:
    "It does not. What a tag cannot promise remains open: libraries opened by name while the program runs, data files, and errors in the code.",
  howToFix: ["Nothing to do. Run wheelscope check in continuous integration to keep it so."],
  seeYourself: [AUDITWHEEL_SHOW],
  sources: [SOURCES.pep600, SOURCES.platformTags],
  background: ["manylinux"],
};
