import { SOURCES } from "../../explanations/explanation.ts";
import type { FindingPage } from "../forms.ts";

export const page: FindingPage = {
  whatItIs:
    "A Python 2 could be built with 16-bit (UCS-2) or 32-bit (UCS-4) Unicode strings, and names its functions accordingly. This extension was compiled for the 16-bit kind.",
  whyItBreaks:
    "Linux distributions built Python 2 with UCS-4. There the import fails with “undefined symbol: PyUnicodeUCS2_…”.",
  howToFix: ["Compile with a Python 2 built with --enable-unicode=ucs4 and use the abi tag cp27mu."],
  seeYourself: [
    {
      command: "nm --dynamic --undefined-only FILE.so | grep PyUnicodeUCS2",
      shows: "The symbols in question.",
    },
  ],
  sources: [SOURCES.pep513],
  background: ["manylinux"],
};
