import { TOOLSET, SEE_COMPILERS } from "../../explanations/cxx.ts";
import { SOURCES } from "../../explanations/explanation.ts";
import type { FindingPage } from "../forms.ts";

export const page: FindingPage = {
  whatItIs:
    "Every compiler leaves its name in each object, and the linker collects the names in the section .comment. This library has the names of several releases of one compiler, or of the compilers of two build images. Names that only start-up files of the system leave are not counted.",
  whyItBreaks:
    "It seldom does. C code mixes freely, C++ as long as both compilers kept the features used stable. What helps in a search for the cause of something odd: the newest compiler decides which libstdc++ is needed, and an image’s static library may not be what one believes.",
  howToFix: [
    "Nothing, if a vendor’s static library is meant to be in there.",
    "Otherwise build all parts, static libraries included, in one image and with one compiler.",
  ],
  seeYourself: [SEE_COMPILERS],
  sources: [
    SOURCES.libstdcxx,
    TOOLSET,
    {
      title: "Is it safe to link C++17, C++14, and C++11 objects (a libstdc++ maintainer)",
      address: "https://stackoverflow.com/questions/46746878",
    },
  ],
  background: ["hybrid-linking"],
};
