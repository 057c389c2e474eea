import { SOURCES } from "../../explanations/explanation.ts";
import type { FindingPage } from "../forms.ts";

export const page: FindingPage = {
  whatItIs:
    "A module asks for a function or variable by name. Neither the files of the wheel that it loads, nor Python, nor the C library have that name.",
  whyItBreaks:
    "Python tells the loader to find every name at once (RTLD_NOW). One that is missing ends the import: “undefined symbol: …” with glibc, “Error relocating …: symbol not found” with musl. A linker does not complain about it, since a module may take names from whoever loads it.",
  howToFix: [
    "Link the module with the library that has the name. If the library is in the wheel already, the module must also need it (DT_NEEDED) and find it (RPATH).",
    "If the name is glibc’s and the wheel is for musl, build it on Alpine or in a musllinux image.",
    "If a source file was left out of the build, add it.",
    "If another package loads a library with that name first (RTLD_GLOBAL), say so in a script of the wheel; it is then no longer an error here.",
  ],
  seeYourself: [
    {
      command: "ldd -r FILE.so",
      shows:
        "“undefined symbol” with each name that is not found; those that begin with Py are Python’s and are there when it runs.",
    },
    { command: "nm -D --undefined-only FILE.so", shows: "All names that the file asks for." },
  ],
  sources: [
    SOURCES.ldso,
    SOURCES.gabi,
    { title: "dlopen(3)", address: "https://man7.org/linux/man-pages/man3/dlopen.3.html" },
  ],
  background: ["loading-libraries", "symbol-versions"],
};
