import { SOURCES, READ_DYNAMIC } from "../../explanations/explanation.ts";
import type { FindingPage } from "../forms.ts";

export const page: FindingPage = {
  whatItIs:
    "RPATH and RUNPATH tell the loader where to look for libraries. An absolute element names a directory of the machine on which the wheel was built.",
  whyItBreaks:
    "On other machines the directory does not exist, and the search goes on. But if it does exist there, the loader takes whatever library it finds in it; a path under /tmp or a shared directory lets somebody else put one there.",
  howToFix: [
    "Remove the element: patchelf --remove-rpath FILE.so, or --set-rpath with only the $ORIGIN elements.",
    "Let the build not write it: CMAKE_INSTALL_RPATH in CMake, no -Wl,-rpath with absolute paths elsewhere.",
  ],
  seeYourself: [READ_DYNAMIC, { command: "patchelf --print-rpath FILE.so", shows: "The search path alone." }],
  sources: [SOURCES.ldso, SOURCES.gabi],
  background: ["bundling"],
};
