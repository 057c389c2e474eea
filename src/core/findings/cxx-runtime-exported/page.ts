import type { Source } from "../../explanations/explanation.ts";
import type { FindingPage } from "../forms.ts";

const LINK_OPTIONS: Source = {
  title: "GCC: Options for Linking",
  address: "https://gcc.gnu.org/onlinedocs/gcc/Link-Options.html",
};

const EXCLUDE_LIBS: Source = {
  title: "GNU ld: --exclude-libs",
  address: "https://sourceware.org/binutils/docs/ld/Options.html",
};

export const page: FindingPage = {
  whatItIs:
    "The library was linked with -static-libstdc++ (or a static libc++), and the copy of the runtime in it is visible: its names are in the dynamic symbol table like the library’s own.",
  whyItBreaks:
    "The loader binds a name to the first library that offers it. Others that are loaded later may then use parts of this copy and parts of the system’s, and the two disagree about locales, streams or the types of exceptions. Crashes come and go with the order of imports. The copy also asks for the glibc of the system where it was built.",
  howToFix: [
    "Link with -Wl,--exclude-libs,ALL, or with a version script that makes all but the interface local. For an extension module that interface is its init function.",
    "Do not link the runtime statically. The compilers of PyPA’s images use the system’s libstdc++ and add only what it lacks, hidden from others.",
  ],
  seeYourself: [
    {
      command: "nm --dynamic --defined-only --demangle FILE.so | grep -c ' std::'",
      shows: "Some hundred or thousand names, where a library that exports only its interface has few.",
    },
    {
      command: "readelf --dynamic FILE.so | grep libstdc++",
      shows: "Nothing: the file does not need the system’s libstdc++.so.6.",
    },
  ],
  sources: [
    LINK_OPTIONS,
    EXCLUDE_LIBS,
    {
      title: "PyTorch issue 109923: import order and a library with libstdc++ linked in",
      address: "https://github.com/pytorch/pytorch/issues/109923",
    },
    {
      title: "Apache Arrow issue 2637: crash if torch is imported first",
      address: "https://github.com/apache/arrow/issues/2637",
    },
  ],
  background: ["own-cxx-runtime", "loading-libraries"],
};
