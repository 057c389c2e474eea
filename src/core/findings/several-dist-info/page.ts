import { SOURCES } from "../../explanations/explanation.ts";
import type { FindingPage } from "../forms.ts";

export const page: FindingPage = {
  whatItIs:
    "The archive has more than one .dist-info directory at its top, so it claims to be several packages at once.",
  whyItBreaks: "Installers and auditwheel refuse it: “multiple .dist-info directories found”.",
  howToFix: [
    "Delete the build directory and build again; mostly the metadata of an older version was left there. Vendored packages belong in a subdirectory.",
  ],
  seeYourself: [
    { command: "unzip -l FILE.whl '*.dist-info/WHEEL'", shows: "One line for each such directory." },
  ],
  sources: [SOURCES.wheelFormat],
  background: ["wheel-contents"],
};
