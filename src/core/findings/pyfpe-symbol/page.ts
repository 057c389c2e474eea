import { SOURCES } from "../../explanations/explanation.ts";
import type { FindingPage } from "../forms.ts";

export const page: FindingPage = {
  whatItIs:
    "PyFPE_jbuf and its relatives exist only in a Python that was built with --with-fpectl, a rare option that is gone since Python 3.7.",
  whyItBreaks: "In every other Python the import fails with “undefined symbol: PyFPE_jbuf”.",
  howToFix: [
    "Compile the extension with a Python that was built without --with-fpectl, such as those of PyPA's images.",
  ],
  seeYourself: [
    { command: "nm --dynamic --undefined-only FILE.so | grep PyFPE", shows: "The symbols in question." },
  ],
  sources: [SOURCES.pep513],
  background: ["manylinux"],
};
