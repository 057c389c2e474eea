import { SOURCES } from "../../explanations/explanation.ts";
import type { FindingPage } from "../forms.ts";

export const page: FindingPage = {
  whatItIs:
    "The wheel holds a copy of libstdc++.so.6, the C++ library of GCC, or of libgcc_s.so.1, which carries exceptions through the stack. The system has both, and other wheels may bring theirs.",
  whyItBreaks:
    "The loader opens a library once for each name. A copy under the system’s name is either the first, and then serves everything that is loaded later, the libraries of other wheels included; or another one came first and serves this wheel. If that one is older, the import fails with “version `GLIBCXX_3.4.30' not found”, and which it is depends on the order of imports. A renamed copy, as auditwheel makes them, harms nobody that way, but then there are two C++ libraries in the process: each has its own locales, streams and tables of exceptions, and what is thrown or made in one may not be understood by the other.",
  howToFix: [
    "Leave it out. The manylinux policies allow the libstdc++.so.6 and libgcc_s.so.1 of the system, and the compilers of PyPA’s images put what an older system lacks into your library.",
    "If a newer one is needed, link it in and hide it: -static-libstdc++ -static-libgcc -Wl,--exclude-libs,ALL.",
    "If a copy has to stay, let its name be its own, and let no C++ objects or exceptions cross to other wheels. musllinux promises no C++ library; there auditwheel brings a renamed copy, which is how it is meant.",
  ],
  seeYourself: [
    {
      command:
        "readelf --version-info FILE.so | grep --only-matching 'Name: GLIBCXX_[0-9.]*' | sort --version-sort | tail -1",
      shows: "The newest version that the copy offers.",
    },
    {
      command: "env LD_DEBUG=files python -c 'import PACKAGE' 2>&1 | grep 'calling init.*libstdc++'",
      shows: "Every libstdc++ that is loaded, in the order of loading.",
    },
  ],
  sources: [SOURCES.libstdcxx, SOURCES.ldso, SOURCES.pep600],
  background: ["own-cxx-runtime", "libstdcxx-versions", "bundling"],
};
