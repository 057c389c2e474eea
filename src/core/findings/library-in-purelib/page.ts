import { SOURCES } from "../../explanations/explanation.ts";
import type { FindingPage } from "../forms.ts";

export const page: FindingPage = {
  whatItIs:
    "A wheel may direct files to purelib (pure Python) or platlib (for one platform). Native files of this wheel lie in a purelib folder.",
  whyItBreaks:
    "On some systems the two directories differ (lib and lib64), and pure Python may be shared between machines of different kinds. auditwheel refuses such a wheel outright.",
  howToFix: [
    "Tell the build that the package holds native code: with setuptools, list the extension as ext_modules or let Distribution.has_ext_modules return True.",
    "Make sure that WHEEL says Root-Is-Purelib: false.",
  ],
  seeYourself: [{ command: "unzip -l FILE.whl '*purelib*'", shows: "The files in question." }],
  sources: [SOURCES.wheelFormat, SOURCES.auditwheel],
  background: ["wheel-contents"],
};
