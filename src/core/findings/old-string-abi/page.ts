import { DUAL_ABI, TOOLSET, SEE_STRINGS } from "../../explanations/cxx.ts";
import { SOURCES } from "../../explanations/explanation.ts";
import type { FindingPage } from "../forms.ts";

export const page: FindingPage = {
  whatItIs:
    "The libraries were compiled for the std::string that GCC had before version 5, and their C++ is open to others: they offer an interface of their own, or use one of another library. The manylinux2014 image and the older ones make no other.",
  whyItBreaks:
    "Nothing breaks by itself: libstdc++ has both forms, and libraries of either kind live in one process. But C++ code compiled with today’s defaults cannot be linked to these libraries; it ends with “undefined reference” or “undefined symbol”.",
  howToFix: [
    "Nothing, if the C++ interface is not meant for others.",
    "Tell those who link to the libraries to compile with -D_GLIBCXX_USE_CXX11_ABI=0, as PyTorch did until version 2.6.",
    "To offer the new form, build in the manylinux_2_28 image or newer.",
  ],
  seeYourself: [SEE_STRINGS],
  sources: [DUAL_ABI, SOURCES.manylinux, TOOLSET],
  background: ["string-abi", "hybrid-linking"],
};
