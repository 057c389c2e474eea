import { SOURCES } from "../../../core/explanations/explanation.ts";
import { code, library, say, tag, version } from "../../../core/sentence.ts";
import type { ConceptText } from "../../concept.ts";
import { compliance, mixingObjects } from "../../sources.ts";

export const libstdcxxVersions: ConceptText = {
  summary: "GLIBCXX, CXXABI, GCC: three more families of versions, and which compiler each comes from.",
  whatItIs: [
    say`${library("libstdc++.so.6")} is GCC’s C++ standard library. It has had that name since GCC 3.4, of 2004, and grows by symbol versions: ${version("GLIBCXX_3.4.N")} for the library’s functions, ${version("CXXABI_1.3.N")} for exceptions and type information. ${library("libgcc_s.so.1")}, which unwinds the stack, has the family ${version("GCC_…")}.`,
    say`Most releases of GCC add a number. ${version("GLIBCXX_3.4.19")} is GCC 4.8, and RHEL 7; 3.4.21 is GCC 5, with which the new std::string begins; 3.4.25 is GCC 8, and RHEL 8; 3.4.28 GCC 9.3 and 10; 3.4.29 GCC 11, and RHEL 9; 3.4.30 GCC 12, and Ubuntu 22.04 and Debian 12; 3.4.33 GCC 14; 3.4.34 GCC 15; 3.4.35 GCC 16.`,
  ],
  whyItBreaks: [
    say`The rule is that of glibc: the library at run time must be at least as new as the newest compiler used. If not, the import fails with “${library("/lib64/libstdc++.so.6")}: version ${version("`GLIBCXX_3.4.29'")} not found”. That version is asked for by nearly all C++ of GCC 11 in which a container grows; ${version("GLIBCXX_3.4.32")} by a mere ${code("#include <iostream>")} with GCC 13.2.`,
    say`The versions do not follow from glibc’s. Amazon Linux 2023 has glibc 2.34 and GLIBCXX 3.4.33, RHEL 9 with the same glibc 3.4.29. The platform tag names glibc alone; that a policy also limits libstdc++ is a matter of which distributions exist.`,
    say`A conda environment has a libstdc++ of its own, so that a wheel may work there and fail outside of it.`,
    say`One old trap remains: C++11 was an experiment in GCC before 5. Objects with C++11 in them from GCC 4 and from another release do not fit together, even if they link.`,
  ],
  howToFix: [
    say`Use the compilers of PyPA’s images. They are new, and what they need beyond the old libstdc++ goes into the file itself.`,
    say`Or link the library in: ${code("-static-libstdc++ -static-libgcc -Wl,--exclude-libs,ALL")}. Mind that the static library then brings the glibc floor of the system it was built on.`,
    say`Do not bundle ${library("libstdc++.so.6")} on its own under its plain name: whoever loads first decides which one all use. It is on the list of what ${tag("manylinux")} may expect.`,
  ],
  seeYourself: [
    {
      command:
        "readelf --version-info FILE.so | grep --only-matching -E '(GLIBCXX|CXXABI|GCC)_[0-9.]+' | sort --version-sort --unique",
      shows: "All versions of the C++ runtime that the file needs.",
      output: `CXXABI_1.3
CXXABI_1.3.9
GCC_3.0
GLIBCXX_3.4
GLIBCXX_3.4.21
GLIBCXX_3.4.29`,
      measuredOn: "cxx_strings: cxx_strings/_strings.cpython-312-x86_64-linux-gnu.so",
    },
    {
      command:
        "nm --dynamic --undefined-only --demangle --with-symbol-versions FILE.so | grep GLIBCXX_3.4.29",
      shows: "The function that asks for the newest of them.",
      output: `                 U std::__throw_bad_array_new_length()@GLIBCXX_3.4.29`,
      measuredOn: "cxx_strings: cxx_strings/_strings.cpython-312-x86_64-linux-gnu.so",
    },
    {
      command:
        "grep --text --only-matching 'GLIBCXX_3[.0-9]*' /usr/lib/*/libstdc++.so.6 | sort --version-sort --unique | tail --lines=1",
      shows: "What this machine has (on Debian and Ubuntu; elsewhere in /usr/lib64).",
    },
  ],
  sources: [SOURCES.libstdcxx, compliance, mixingObjects],
  findings: ["symbol-version-too-new", "cxx11-from-old-gcc", "compilers-mixed"],
  concepts: ["symbol-versions", "string-abi", "hybrid-linking", "own-cxx-runtime"],
  picture: "timeline",
};
