import { SOURCES, READ_DYNAMIC } from "../../explanations/explanation.ts";
import type { FindingPage } from "../forms.ts";

export const page: FindingPage = {
  whatItIs:
    "The search path of a file leaves its own package and leads into the directory of another one in the same site-packages, as torch does for the CUDA libraries of the nvidia-* wheels; or the file needs a library that a declared dependency is known to bring.",
  whyItBreaks:
    "It works as long as the other package is installed in the same place and its library has the expected name and a fitting version. Without it the import fails. auditwheel judges each wheel alone and counts such libraries as missing.",
  howToFix: [
    "Nothing, if it is meant: check that Requires-Dist names the other package with a version range that fits.",
    "Keep such libraries out of the wheel when repairing: auditwheel repair --exclude NAME.",
  ],
  seeYourself: [
    READ_DYNAMIC,
    { command: "unzip -p FILE.whl '*.dist-info/METADATA'", shows: "The Requires-Dist lines." },
  ],
  sources: [SOURCES.ldso, SOURCES.auditwheel, SOURCES.pep600],
  background: ["libraries-across-wheels"],
};
