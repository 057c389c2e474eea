import { SOURCES } from "../../explanations/explanation.ts";
import type { FindingPage } from "../forms.ts";

export const page: FindingPage = {
  whatItIs:
    "The last part of the tag names a processor architecture. All native files of this wheel were built for another one.",
  whyItBreaks:
    "pip installs the wheel on machines of the claimed architecture, where the loader refuses the files: “wrong ELF class” or “cannot open shared object file”.",
  howToFix: [
    "Build on, or cross-compile for, the architecture that the tag names.",
    "If the build was right and the tag wrong, tell the build backend the target platform; by default it takes that of the building machine.",
  ],
  seeYourself: [{ command: "readelf --file-header FILE.so", shows: "The line “Machine”." }],
  sources: [SOURCES.platformTags, SOURCES.pep425],
  background: ["architectures"],
};
