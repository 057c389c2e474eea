/** Sources and commands that several pages about C++ name. */
import type { SeeYourself, Source } from "./explanation.ts";

export const DUAL_ABI: Source = {
  title: "libstdc++: Dual ABI",
  address: "https://gcc.gnu.org/onlinedocs/libstdc++/manual/using_dual_abi.html",
};

export const TOOLSET: Source = {
  title: "Red Hat Developer Toolset: C++ compatibility",
  address: "https://docs.redhat.com/en/documentation/red_hat_developer_toolset/12/html/user_guide/chap-gcc",
};

/** What the code needs from libstdc++ decides; a copy of the runtime linked in defines both forms. */
export const SEE_STRINGS: SeeYourself = {
  command: "nm --dynamic --demangle --undefined-only FILE.so | grep -E 'std::(__cxx11::)?basic_string'",
  shows:
    "“std::__cxx11::basic_string” belongs to the new ABI, “std::basic_string” or “std::string” alone to the old one.",
};

export const SEE_COMPILERS: SeeYourself = {
  command: "readelf --string-dump=.comment FILE.so",
  shows: "One line for each compiler and linker whose objects went into the file, start-up files included.",
};
