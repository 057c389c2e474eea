import { SOURCES, READ_DYNAMIC } from "../../explanations/explanation.ts";
import type { FindingPage } from "../forms.ts";

export const page: FindingPage = {
  whatItIs:
    "The file needs libpython3.X.so as a shared library. An extension module is loaded by a running Python, which has all of Python's symbols already.",
  whyItBreaks:
    "Many Pythons, among them those of Debian, of PyPA's images and of conda, are linked statically and have no libpython in the loader's path. There the import fails; and if a second libpython is loaded, two interpreters share a process.",
  howToFix: [
    "Do not link extension modules with -lpython3.X: use python3-config --ldflags without --embed, Python::Module instead of Python::Python in CMake.",
    "For a finished file: patchelf --remove-needed libpython3.X.so.1.0 FILE.so.",
    "A program that embeds Python has to bring its own.",
  ],
  seeYourself: [READ_DYNAMIC],
  sources: [SOURCES.pep513, SOURCES.pep600],
  background: ["manylinux", "loading-libraries"],
};
