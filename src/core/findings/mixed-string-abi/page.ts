import { DUAL_ABI, TOOLSET, SEE_STRINGS } from "../../explanations/cxx.ts";
import type { Source } from "../../explanations/explanation.ts";
import type { FindingPage } from "../forms.ts";

const ITANIUM: Source = {
  title: "Itanium C++ ABI: name mangling",
  address: "https://itanium-cxx-abi.github.io/cxx-abi/abi.html#mangling",
};

export const page: FindingPage = {
  whatItIs:
    "Since version 5 GCC has two forms of std::string, std::list and some other types: the old one, which copies on write, and the one of C++11 in the namespace std::__cxx11. A macro chooses for each source file. Here one library was compiled for the one form and uses C++ names of another library of the wheel that was compiled for the other.",
  whyItBreaks:
    "A function with a string among its parameters has another name in each form, so it is not found: “undefined symbol: _ZN…__cxx11…”. A function whose name shows no string, such as one that takes a structure holding one, is found, and expects 32 bytes where the other side has 8.",
  howToFix: [
    "Compile both with the same -D_GLIBCXX_USE_CXX11_ABI, in one image. The new form (1) is the default everywhere but in the toolsets of RHEL 6 and 7.",
    "The manylinux2014 image cannot make the new form: its compiler ignores the macro. To use a library of the new form, build in manylinux_2_28 or newer.",
    "Keep strings, lists and streams out of the interface between the two: pass const char * and lengths, or C functions.",
  ],
  seeYourself: [
    SEE_STRINGS,
    {
      command: "env LD_BIND_NOW=1 python -c 'import MODULE'",
      shows: "The first name that is not found, at import rather than at the first call.",
    },
  ],
  sources: [DUAL_ABI, ITANIUM, TOOLSET],
  background: ["string-abi"],
};
