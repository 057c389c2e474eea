/** Explanations of findings about C++: the two ABIs of std::string, the runtime, and the compilers. */
import type { FindingId } from "../findings/index.ts";
import { SOURCES, type Explanation, type SeeYourself, type Source } from "./explanation.ts";

const DUAL_ABI: Source = {
  title: "libstdc++: Dual ABI",
  address: "https://gcc.gnu.org/onlinedocs/libstdc++/manual/using_dual_abi.html",
};

const ITANIUM: Source = {
  title: "Itanium C++ ABI: name mangling",
  address: "https://itanium-cxx-abi.github.io/cxx-abi/abi.html#mangling",
};

const LINK_OPTIONS: Source = {
  title: "GCC: Options for Linking",
  address: "https://gcc.gnu.org/onlinedocs/gcc/Link-Options.html",
};

const EXCLUDE_LIBS: Source = {
  title: "GNU ld: --exclude-libs",
  address: "https://sourceware.org/binutils/docs/ld/Options.html",
};

const TOOLSET: Source = {
  title: "Red Hat Developer Toolset: C++ compatibility",
  address: "https://docs.redhat.com/en/documentation/red_hat_developer_toolset/12/html/user_guide/chap-gcc",
};

/** What the code asks of libstdc++ decides; a copy of the runtime linked in defines both forms. */
const SEE_STRINGS: SeeYourself = {
  command: "nm --dynamic --demangle --undefined-only FILE.so | grep -E 'std::(__cxx11::)?basic_string'",
  shows:
    "“std::__cxx11::basic_string” belongs to the new ABI, “std::basic_string” or “std::string” alone to the old one.",
};

const SEE_COMPILERS: SeeYourself = {
  command: "readelf --string-dump=.comment FILE.so",
  shows: "One line for each compiler and linker whose objects went into the file, start-up files included.",
};

export const cxxExplanations = {
  "mixed-string-abi": {
    title: "Two std::string ABIs meet",
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
  },
  "cxx-runtime-exported": {
    title: "Exports the C++ runtime",
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
  },
  "cxx11-from-old-gcc": {
    title: "C++11 code from GCC before 5",
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
  },
  "old-string-abi": {
    title: "Old std::string ABI",
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
  },
  "compilers-mixed": {
    title: "Code of several compilers",
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
  },
} satisfies Partial<Record<FindingId, Explanation>>;
