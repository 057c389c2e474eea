import { SOURCES, type SeeYourself } from "../../explanations/explanation.ts";
import type { FindingPage } from "../forms.ts";

const WHEEL_FILE: SeeYourself = {
  command: "unzip -p FILE.whl '*.dist-info/WHEEL'",
  shows: "The Tag lines and Root-Is-Purelib.",
};

export const page: FindingPage = {
  whatItIs:
    "The tags stand in the file name, in compressed form, and one by one in the file WHEEL. Written out, the two lists differ.",
  whyItBreaks:
    "pip goes by the file name; other tools and caches go by WHEEL, so the same wheel is accepted in one place and refused in another. Usually somebody renamed the file.",
  howToFix: [
    "Change tags with a tool that writes both: wheel tags --remove --platform-tag=… FILE.whl, or auditwheel repair.",
  ],
  seeYourself: [WHEEL_FILE],
  sources: [SOURCES.pep425, SOURCES.pep427, SOURCES.wheelFormat],
  background: ["wheel-contents"],
};
