import { SOURCES, READ_DYNAMIC } from "../../explanations/explanation.ts";
import type { FindingPage } from "../forms.ts";

export const page: FindingPage = {
  whatItIs:
    "$ORIGIN stands for the directory of the file. This search path climbs from there above site-packages, into the Python installation or further.",
  whyItBreaks:
    "It rarely breaks anything; what is found there differs from one Python installation to the next, so the wheel behaves differently from place to place.",
  howToFix: [
    "Keep it only on purpose: in a conda environment $ORIGIN/../../../.. can be its lib directory. Otherwise remove it with patchelf --set-rpath.",
  ],
  seeYourself: [READ_DYNAMIC],
  sources: [SOURCES.ldso],
  background: ["bundling"],
};
