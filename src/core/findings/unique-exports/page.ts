import type { FindingPage } from "../forms.ts";

export const page: FindingPage = {
  whatItIs:
    "GCC marks static variables of templates and of inline functions as unique (STB_GNU_UNIQUE), so that they exist once in a process, as C++ demands, even if several libraries contain them.",
  whyItBreaks:
    "The loader joins variables of one name across all libraries, also those that Python loads apart from each other (RTLD_LOCAL). Two wheels with different versions of one C++ library then share a variable whose layout or meaning may differ, and crash depending on the order of imports. A library with such symbols is never unloaded either.",
  howToFix: [
    "If the library is used by this wheel only, do not export its names: -fvisibility=hidden and -fvisibility-inlines-hidden when compiling, -Wl,--exclude-libs,ALL for static libraries that are linked in.",
    "Or compile with -fno-gnu-unique; Clang never makes such symbols.",
    "If other wheels are meant to link to this library, leave it as it is.",
  ],
  seeYourself: [
    {
      command: "nm --dynamic --demangle FILE.so | grep ' u '",
      shows: "One line for each unique symbol.",
    },
  ],
  sources: [
    {
      title: "GCC manual: -fno-gnu-unique",
      address: "https://gcc.gnu.org/onlinedocs/gcc/Code-Gen-Options.html",
    },
    {
      title: "PEP 600: “play well with others”",
      address: "https://peps.python.org/pep-0600/",
    },
  ],
  background: ["own-cxx-runtime", "loading-libraries"],
};
