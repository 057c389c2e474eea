import { SOURCES, READ_DYNAMIC } from "../../explanations/explanation.ts";
import type { FindingPage } from "../forms.ts";

export const page: FindingPage = {
  whatItIs:
    "The needed library belongs to the system and newer policies promise it, but the claimed one does not: libmvec.so.1, for instance, exists only since glibc 2.22.",
  whyItBreaks:
    "pip installs the wheel on systems of the claimed tag, and on the older of them the library is not there.",
  howToFix: [
    "Build in the image of the claimed tag, so that the library cannot be linked.",
    "Switch off what pulls it in; libmvec comes from vectorised mathematics (-ffast-math with -O2 or -O3).",
    "Or claim the newer tag.",
  ],
  seeYourself: [READ_DYNAMIC],
  sources: [SOURCES.pep600, SOURCES.auditwheel],
  background: ["manylinux", "bundling"],
};
