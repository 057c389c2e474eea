import { SOURCES, WHEEL_PACK } from "../../explanations/explanation.ts";
import type { FindingPage } from "../forms.ts";

export const page: FindingPage = {
  whatItIs:
    "RECORD lists every file of the wheel with its hash and size. The list does not describe what is in the archive.",
  whyItBreaks:
    "Files that are listed but absent make installers and auditwheel fail; files that are present but not listed are left behind when the package is removed; a wrong hash looks like tampering. PyPI warns and has announced to refuse such wheels.",
  howToFix: [WHEEL_PACK, "Do not add or remove files of a wheel with a zip program."],
  seeYourself: [
    { command: "unzip -p FILE.whl '*.dist-info/RECORD'", shows: "The list." },
    { command: "python -m zipfile --list FILE.whl", shows: "The archive's contents to compare it with." },
  ],
  sources: [SOURCES.wheelFormat, SOURCES.pypiArchives],
  background: ["wheel-contents"],
};
