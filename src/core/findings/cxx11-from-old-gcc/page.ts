import { TOOLSET, SEE_COMPILERS } from "../../explanations/cxx.ts";
import { SOURCES } from "../../explanations/explanation.ts";
import type { FindingPage } from "../forms.ts";

export const page: FindingPage = {
  whatItIs:
    "The library holds objects of GCC 4 and of a later GCC, and uses classes that came with C++11, such as std::shared_ptr or std::function. Which objects use them cannot be seen in the file, so this is an inference.",
  whyItBreaks:
    "For GCC 4, C++11 was an experiment: the layout of its types changed between releases until 5.1. Objects that disagree about a layout link without a complaint and corrupt each other’s data.",
  howToFix: [
    "Find what brings the older compiler, most often a static library from elsewhere, and build it again with the newer one.",
    "C++98 code of GCC 4 may stay; mixing that has always been supported.",
  ],
  seeYourself: [
    SEE_COMPILERS,
    {
      command: "nm --dynamic --demangle FILE.so | grep -E 'std::(shared_ptr|function|unordered_)'",
      shows: "Names with types of C++11 in them.",
    },
  ],
  sources: [
    SOURCES.libstdcxx,
    {
      title: "Is it safe to link C++17, C++14, and C++11 objects (a libstdc++ maintainer)",
      address: "https://stackoverflow.com/questions/46746878",
    },
    TOOLSET,
  ],
  background: ["libstdcxx-versions"],
};
