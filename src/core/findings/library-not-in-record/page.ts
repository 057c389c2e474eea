import { SOURCES, WHEEL_PACK } from "../../explanations/explanation.ts";
import type { FindingPage } from "../forms.ts";

export const page: FindingPage = {
  whatItIs: "A native file is in the archive, but RECORD does not list it.",
  whyItBreaks:
    "auditwheel goes through RECORD and never sees the file, so its verdict does not cover it. pip installs the file but does not remove it again.",
  howToFix: [WHEEL_PACK],
  seeYourself: [
    {
      command: "unzip -p FILE.whl '*.dist-info/RECORD' | grep '\\.so'",
      shows: "The native files that are listed.",
    },
  ],
  sources: [SOURCES.wheelFormat, SOURCES.auditwheel],
  background: ["wheel-contents"],
};
