import { SOURCES } from "../../explanations/explanation.ts";
import type { FindingPage } from "../forms.ts";

export const page: FindingPage = {
  whatItIs:
    "A file in the wheel bears the name of a needed library, but it is not an ELF file: a linker script, an empty file, or a symbolic link that was packed as text.",
  whyItBreaks:
    "Zip archives of wheels hold no symbolic links. The loader opens the file by its name and gives up with “file too short” or “invalid ELF header”; auditwheel stops with an error.",
  howToFix: [
    "Pack the library itself under the name that is needed (its SONAME), once. auditwheel repair does so.",
    "Leave linker scripts and development links (libfoo.so beside libfoo.so.1) out of the wheel.",
  ],
  seeYourself: [
    { command: "file PATH", shows: "“ASCII text” or the like instead of “ELF … shared object”." },
  ],
  sources: [SOURCES.wheelFormat, SOURCES.ldso],
  background: ["loading-libraries"],
};
