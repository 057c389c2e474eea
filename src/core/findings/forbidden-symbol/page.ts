import { SOURCES } from "../../explanations/explanation.ts";
import type { FindingPage } from "../forms.ts";

export const page: FindingPage = {
  whatItIs:
    "A policy allows a system library such as libz.so.1, but not all of its symbols: some were added later or were never meant for others. The wheel uses such a symbol from the system's library.",
  whyItBreaks:
    "The library loads everywhere, but on systems with an older copy the symbol is missing: “undefined symbol: …” at import, or in the middle of the run when it is first called.",
  howToFix: [
    "Link the library statically, or bundle it under its own name (auditwheel repair does that when the library is not on the policy's list).",
    "For symbols of glibc, build on an older system, where the code falls back to other functions, or claim a newer tag.",
  ],
  seeYourself: [
    {
      command: "nm --dynamic --undefined-only FILE.so",
      shows: "All symbols that the file takes from others; look for the ones named in the finding.",
    },
    { command: "auditwheel -v show FILE.whl", shows: "The black-listed symbols, library by library." },
  ],
  sources: [SOURCES.pep600, SOURCES.auditwheel],
  background: ["manylinux", "symbol-versions"],
};
