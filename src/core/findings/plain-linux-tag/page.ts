import { SOURCES, AUDITWHEEL_SHOW } from "../../explanations/explanation.ts";
import type { FindingPage } from "../forms.ts";

export const page: FindingPage = {
  whatItIs:
    "linux_x86_64 is the tag of a freshly built wheel. It promises only that the wheel runs on a machine like the one that built it.",
  whyItBreaks: "PyPI refuses such a wheel. On another machine, libraries or versions may be missing.",
  howToFix: [
    "Run auditwheel repair on it: it bundles what is missing and gives the wheel the best manylinux tag that fits.",
  ],
  seeYourself: [AUDITWHEEL_SHOW],
  sources: [SOURCES.pep600, SOURCES.platformTags],
  background: ["manylinux"],
};
