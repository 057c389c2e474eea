import { SOURCES } from "../../explanations/explanation.ts";
import type { FindingPage } from "../forms.ts";

export const page: FindingPage = {
  whatItIs:
    "A wheel is named project-version-python-abi-platform.whl, with an optional build number after the version. This name does not follow that form.",
  whyItBreaks: "Installers read the tags from the file name and refuse a name they cannot read.",
  howToFix: [
    "Restore the original name. Browsers add “ (1)” to a second download, and some storages replace underscores or plus signs.",
    "In project names, versions and tags every hyphen must be written as an underscore.",
  ],
  seeYourself: [
    { command: "pip install --no-deps --dry-run FILE.whl", shows: "“is not a valid wheel filename”." },
  ],
  sources: [SOURCES.wheelFormat],
  background: ["wheel-contents"],
};
