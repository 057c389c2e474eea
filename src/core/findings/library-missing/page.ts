import { SOURCES, READ_DYNAMIC, AUDITWHEEL_SHOW } from "../../explanations/explanation.ts";
import type { FindingPage } from "../forms.ts";

export const page: FindingPage = {
  whatItIs:
    "A native file names the libraries it needs. This one is neither in the wheel nor among the few libraries that a policy promises on every system.",
  whyItBreaks:
    "Where the library is not installed by chance, the import fails with “cannot open shared object file: No such file or directory”. Where another version is installed, it may fail in stranger ways.",
  howToFix: [
    "Run auditwheel repair on the machine where the wheel was built. It copies the library into the wheel under a unique name and sets the search paths.",
    "Or link the library statically.",
    "If another Python package brings the library, declare that package as a dependency, set an RPATH that leads to it, and repair with auditwheel repair --exclude.",
  ],
  seeYourself: [READ_DYNAMIC, AUDITWHEEL_SHOW],
  sources: [SOURCES.pep600, SOURCES.auditwheel, SOURCES.ldso],
  background: ["bundling", "loading-libraries"],
};
