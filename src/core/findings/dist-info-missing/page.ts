import { SOURCES } from "../../explanations/explanation.ts";
import type { FindingPage } from "../forms.ts";

export const page: FindingPage = {
  whatItIs:
    "Every wheel has a directory project-version.dist-info at its top with METADATA, WHEEL and RECORD. This archive has none.",
  whyItBreaks: "Installers refuse it: “.dist-info directory not found”.",
  howToFix: [
    "Build the wheel with a build backend (python -m build). If it was packed by hand, make sure that no folder surrounds the contents.",
  ],
  seeYourself: [{ command: "unzip -l FILE.whl '*.dist-info/*'", shows: "The metadata files, or nothing." }],
  sources: [SOURCES.wheelFormat],
  background: ["wheel-contents"],
};
