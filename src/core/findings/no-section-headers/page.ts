import { SOURCES } from "../../explanations/explanation.ts";
import type { FindingPage } from "../forms.ts";

export const page: FindingPage = {
  whatItIs:
    "An ELF file describes itself twice: by program headers for the loader and by section headers for tools. This file has no usable section headers.",
  whyItBreaks:
    "Nothing breaks when it runs. But auditwheel and other tools find symbols and version needs by section name, see none here, and may call a wheel portable that is not. Wheelscope reads the tables as the loader does.",
  howToFix: [
    "Nothing has to be fixed. Leave section headers in the file (do not use strip --strip-section-headers or a packer) if other tools are to see what it needs.",
  ],
  seeYourself: [
    { command: "readelf --sections FILE.so", shows: "“There are no sections in this file.”" },
    {
      command: "readelf --use-dynamic --symbols FILE.so",
      shows: "The symbols, found without section headers.",
    },
  ],
  sources: [SOURCES.gabi],
  background: ["loading-libraries"],
};
