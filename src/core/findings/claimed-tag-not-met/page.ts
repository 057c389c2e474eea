import { SOURCES, AUDITWHEEL_SHOW } from "../../explanations/explanation.ts";
import type { FindingPage } from "../forms.ts";

export const page: FindingPage = {
  whatItIs:
    "A platform tag such as manylinux_2_28_x86_64 is a promise: the wheel runs on every mainstream Linux distribution with glibc 2.28 or newer on that processor. The contents of this wheel need more than its tag promises.",
  whyItBreaks:
    "pip looks only at the tag. It installs the wheel on every system that the tag covers, and on the older ones of them the import fails with “version `GLIBC_…' not found” or “cannot open shared object file”. PyPI does not check the promise either, so the first to notice are users.",
  howToFix: [
    "Look at the other findings: they name the symbols and libraries that break the promise, and what to do about each.",
    "Build in the image of the tag you want to claim, then let auditwheel repair choose the tag instead of setting it by hand.",
    "If the wheel cannot be changed, give it the newer tag that it does meet: wheel tags --remove --platform-tag=… FILE.whl.",
  ],
  seeYourself: [AUDITWHEEL_SHOW],
  sources: [SOURCES.pep600, SOURCES.platformTags, SOURCES.auditwheel],
  background: ["manylinux", "glibc-floor", "symbol-versions"],
};
