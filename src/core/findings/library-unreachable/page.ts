import { SOURCES, READ_DYNAMIC } from "../../explanations/explanation.ts";
import type { FindingPage } from "../forms.ts";

export const page: FindingPage = {
  whatItIs:
    "The needed library is in the wheel, but the search path (RPATH or RUNPATH) of the file that needs it does not lead to its directory.",
  whyItBreaks:
    "The loader does not search the wheel. It finds the library only if another file of the same process has loaded it before, which depends on the order of imports; started alone, the file fails with “cannot open shared object file”.",
  howToFix: [
    "Give the file an RPATH relative to itself: patchelf --force-rpath --set-rpath '$ORIGIN/../lib' FILE.so, or -Wl,-rpath when linking, or INSTALL_RPATH in CMake.",
    "If the package loads the library first on purpose (ctypes.CDLL in its __init__), nothing has to change.",
    "If the file is a left-over test program, leave it out of the wheel.",
  ],
  seeYourself: [
    READ_DYNAMIC,
    {
      command: "ldd FILE.so",
      shows: "“not found” behind the library, when run inside the unpacked wheel.",
    },
  ],
  sources: [SOURCES.ldso, SOURCES.gabi],
  background: ["bundling", "loading-libraries"],
};
