import { SOURCES } from "../../explanations/explanation.ts";
import type { FindingPage } from "../forms.ts";

export const page: FindingPage = {
  whatItIs:
    "Thread-local variables exist once for every thread. Code compiled for the initial-exec model expects them at a fixed distance from the thread's own pointer, in a block that is laid out when the process starts. The linker marks such a library with the flag STATIC_TLS.",
  whyItBreaks:
    "A library that is loaded later has to fit into what is left of that block: in glibc 1,664 bytes for everything that ever comes. Whether it fits depends on what was imported before; if not, the import fails with “cannot allocate memory in static TLS block”. musl leaves nothing and refuses with “initial-exec TLS resolves to dynamic definition”.",
  howToFix: [
    'Compile without -ftls-model=initial-exec, and look for attributes tls_model("initial-exec") in the sources; the default for shared libraries is right. -mtls-dialect=gnu2 makes the default faster.',
    "If the library is libgomp, GCC's OpenMP runtime: it is built that way, and its block is small. Avoid that several packages each bring a copy.",
    "Where it happens: import the package first, raise the limit with GLIBC_TUNABLES=glibc.rtld.optional_static_tls=4096 (glibc 2.33 and newer), or load the library at the start by LD_PRELOAD.",
    "Libraries written in Go (-buildmode=c-shared) always carry the mark. They work with glibc and cannot be loaded with musl.",
  ],
  seeYourself: [
    {
      command: "readelf --dynamic FILE.so | grep FLAGS",
      shows: "STATIC_TLS among the flags.",
    },
    {
      command: "readelf --program-headers --wide FILE.so | grep TLS",
      shows: "MemSiz is the size of the block that this library adds for each thread.",
    },
  ],
  sources: [
    {
      title: "U. Drepper: ELF Handling For Thread-Local Storage",
      address: "https://www.akkadia.org/drepper/tls.pdf",
    },
    {
      title: "glibc manual: Dynamic Linking Tunables",
      address: "https://www.gnu.org/software/libc/manual/html_node/Dynamic-Linking-Tunables.html",
    },
    {
      title: "Go issue 54805: c-shared libraries and musl",
      address: "https://github.com/golang/go/issues/54805",
    },
    SOURCES.gabi,
  ],
  background: ["loading-libraries"],
};
