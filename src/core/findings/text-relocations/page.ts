import { SOURCES } from "../../explanations/explanation.ts";
import type { FindingPage } from "../forms.ts";

export const page: FindingPage = {
  whatItIs:
    "Some code in the library was not compiled to run at any address, so the loader has to patch it in memory (DT_TEXTREL).",
  whyItBreaks:
    "Patching needs code pages that are writable. SELinux can forbid that (“cannot restore segment prot after reloc”), Android refuses such libraries, and every process then holds its own copy of the code.",
  howToFix: [
    "Compile all objects, static archives included, with -fPIC. Linking with -Wl,-z,text turns the problem into an error that names the object.",
  ],
  seeYourself: [
    { command: "readelf --dynamic FILE.so | grep TEXTREL", shows: "The entry, if there is one." },
  ],
  sources: [SOURCES.gabi],
  background: ["loading-libraries"],
};
