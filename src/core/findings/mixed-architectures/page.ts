import { SOURCES } from "../../explanations/explanation.ts";
import type { FindingPage } from "../forms.ts";

export const page: FindingPage = {
  whatItIs:
    "Besides the native files for the wheel's own architecture there are some for others. Only the former are judged against the tag.",
  whyItBreaks:
    "The extra files cannot be loaded on the machine where the wheel is installed. That is harmless when they are data (a helper that is sent to another machine, code for a GPU) and an error when they were packed by mistake.",
  howToFix: [
    "Leave the files out if they are not meant to be there; clean the build directory between builds for different architectures.",
  ],
  seeYourself: [
    {
      command: "file $(find . -name '*.so*')",
      shows: "The architecture of every library of the unpacked wheel.",
    },
  ],
  sources: [SOURCES.platformTags],
  background: ["architectures"],
};
