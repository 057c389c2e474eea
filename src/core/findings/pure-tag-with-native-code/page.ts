import { SOURCES } from "../../explanations/explanation.ts";
import type { FindingPage } from "../forms.ts";

export const page: FindingPage = {
  whatItIs:
    "The tag any promises that the wheel runs on every platform. But it holds compiled code, which runs on one.",
  whyItBreaks:
    "pip installs the wheel on Windows, macOS and every Linux alike; where the code does not fit, the import fails.",
  howToFix: [
    "Build a platform wheel: list the extension as ext_modules, or let Distribution.has_ext_modules return True when the library is built by other means. Then run auditwheel repair.",
    "If the native files are only data (for another machine, or test samples), the tag is right and this finding can be ignored.",
  ],
  seeYourself: [{ command: "unzip -l FILE.whl | grep '\\.so'", shows: "The libraries in the wheel." }],
  sources: [SOURCES.pep425, SOURCES.wheelFormat],
  background: ["wheel-contents"],
};
