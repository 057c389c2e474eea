import { SOURCES } from "../../explanations/explanation.ts";
import type { FindingPage } from "../forms.ts";

export const page: FindingPage = {
  whatItIs:
    "The file begins like an ELF file, but it ends too early, its tables contradict each other, or its bytes do not fit the checksum in the archive.",
  whyItBreaks:
    "What cannot be read cannot be promised, so the verdict on the wheel is unknown. A damaged library usually cannot be loaded either.",
  howToFix: [
    "Download or build the wheel again. If the same file fails again, look at the last tool that touched it: strip, patchelf or a packer.",
    "If readelf -a shows nothing wrong with the file, Wheelscope may be at fault; please report it.",
  ],
  seeYourself: [
    {
      command: "readelf --all --wide FILE.so > /dev/null",
      shows: "Warnings and errors about the damaged parts.",
    },
    { command: "unzip -t FILE.whl", shows: "Entries whose checksum is wrong." },
  ],
  sources: [SOURCES.gabi],
  background: ["wheel-contents"],
};
