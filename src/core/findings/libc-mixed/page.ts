import { SOURCES, READ_DYNAMIC } from "../../explanations/explanation.ts";
import type { FindingPage } from "../forms.ts";

export const page: FindingPage = {
  whatItIs:
    "glibc, musl and Android's Bionic are different C libraries. Files linked for one cannot be loaded into a process that runs on another, and this wheel mixes them or claims another one than its files use.",
  whyItBreaks:
    "The loader does not find the C library, or symbols are missing: “libc.musl-x86_64.so.1: cannot open shared object file”.",
  howToFix: [
    "Build every native file on the system whose tag the wheel carries: manylinux images for glibc, musllinux images for musl.",
    "Publish one wheel for each C library. A single wheel can carry both tags only if its files are linked statically.",
  ],
  seeYourself: [
    READ_DYNAMIC,
    {
      command: "readelf --program-headers FILE",
      shows: "For programs: the requested interpreter, e.g. /lib/ld-musl-x86_64.so.1.",
    },
  ],
  sources: [SOURCES.pep656, SOURCES.platformTags],
  background: ["musllinux"],
};
