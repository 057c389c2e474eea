import { SOURCES, type SeeYourself } from "../../explanations/explanation.ts";
import type { FindingPage } from "../forms.ts";

const WHEEL_FILE: SeeYourself = {
  command: "unzip -p FILE.whl '*.dist-info/WHEEL'",
  shows: "The Tag lines: each should be python-abi-platform.",
};

export const page: FindingPage = {
  whatItIs:
    "The file WHEEL names every tag of the wheel in a line of its own: Tag: cp312-cp312-manylinux_2_17_x86_64. A line here is empty, or a part of the tag is missing. A build script that fills in a variable which was not set writes such lines.",
  whyItBreaks:
    "pip goes by the file name and installs the wheel. Tools that read the line fail: pip check of pip 26.3 ends with “InvalidTag: Tag '' has an empty component”, packaging raises an error, and early releases of uv (0.1.14) refused the wheel: “The wheel is invalid: Line 4 of the WHEEL file is invalid”.",
  howToFix: [
    "Let a build backend write WHEEL. In a build script of your own: python tag, ABI tag and platform tag, joined by hyphens, one line for each combination in the file name.",
    "A finished wheel: wheel unpack, correct the lines, wheel pack, which writes RECORD anew. wheel tags stops at such lines.",
  ],
  seeYourself: [
    WHEEL_FILE,
    { command: "pip check", shows: "In an environment with the wheel and pip 26.3: an InvalidTag error." },
  ],
  sources: [
    SOURCES.wheelFormat,
    SOURCES.pep425,
    {
      title: "uv issue 2149: openturns 1.22, an invalid wheel",
      address: "https://github.com/astral-sh/uv/issues/2149",
    },
  ],
  background: ["wheel-contents"],
};
