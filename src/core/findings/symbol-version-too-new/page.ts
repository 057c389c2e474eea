import { SOURCES, READ_VERSIONS } from "../../explanations/explanation.ts";
import type { FindingPage } from "../forms.ts";

export const page: FindingPage = {
  whatItIs:
    "Functions of glibc and libstdc++ carry versions. When a library is linked, each function it uses is bound to the newest version on the building machine, and the library then needs that version wherever it runs.",
  whyItBreaks:
    "The loader compares the needed versions with those of the system before anything runs. If one is missing, the whole library is refused with “version `GLIBC_2.34' not found”, even if the function would never be called. An old, unchanged function can be the reason: pthread_create has existed for decades, but it got the new version GLIBC_2.34 when glibc merged its libraries.",
  howToFix: [
    "Build on an older system. PyPA's manylinux images are just that: an old glibc with a new compiler. cibuildwheel runs builds in them.",
    "Let the compiler link for an older glibc: zig cc -target x86_64-linux-gnu.2.17 does so on any machine.",
    "Avoid the function: switch the feature off that uses it, or bind the old version with a .symver directive.",
    "If the versions are those of libstdc++ (GLIBCXX, CXXABI), link it statically with -static-libstdc++ -Wl,--exclude-libs,ALL, or use the compiler of PyPA's images, which puts newer parts of libstdc++ into the library itself.",
    "Or claim the newer tag that the wheel does meet.",
  ],
  seeYourself: [
    READ_VERSIONS,
    {
      command: "nm --dynamic --undefined-only --with-symbol-versions FILE.so | grep GLIBC_2.34",
      shows: "The symbols that ask for that version.",
    },
  ],
  sources: [SOURCES.versioning, SOURCES.pep600, SOURCES.glibcNews, SOURCES.libstdcxx],
  background: ["glibc-floor", "symbol-versions", "libstdcxx-versions"],
};
