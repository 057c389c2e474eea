import { SOURCES, WHEEL_PACK } from "../../explanations/explanation.ts";
import type { FindingPage } from "../forms.ts";

export const page: FindingPage = {
  whatItIs:
    "A zip archive describes its entries twice, in front of each entry and in a directory at the end, and there is room for bytes that belong to neither. This archive uses that freedom in an unusual way.",
  whyItBreaks:
    "Two tools can read such an archive differently: what a scanner saw need not be what pip installs. PyPI therefore refuses duplicate names, contradictions between the two descriptions, trailing bytes, data descriptors and the like.",
  howToFix: [WHEEL_PACK],
  seeYourself: [
    { command: "unzip -t FILE.whl", shows: "Warnings about extra bytes and bad entries." },
    { command: "zipinfo -v FILE.whl", shows: "Every field of every entry." },
  ],
  sources: [SOURCES.pypiArchives, SOURCES.zip],
  background: ["wheel-contents"],
};
