import { SOURCES } from "../../explanations/explanation.ts";
import type { FindingPage } from "../forms.ts";

export const page: FindingPage = {
  whatItIs: "The .dist-info directory is named after another project or version than the file.",
  whyItBreaks:
    "PyPI refuses the upload, and some installers refuse the file. Installed, the package appears under the name in the metadata.",
  howToFix: ["Do not rename wheels. Change name or version in the project and build again."],
  seeYourself: [{ command: "unzip -l FILE.whl '*.dist-info/METADATA'", shows: "The directory as it is." }],
  sources: [SOURCES.wheelFormat],
  background: ["wheel-contents"],
};
