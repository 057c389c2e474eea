/** Explanations of findings about what can go wrong when libraries are loaded together, or on other kernels. */
import type { FindingId } from "../findings/index.ts";
import { READ_DYNAMIC, SOURCES, type Explanation } from "./explanation.ts";

export const hazardsExplanations = {
  "static-tls": {
    title: "Static TLS",
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
  },
  "page-alignment": {
    title: "Aligned for small pages",
    whatItIs:
      "A kernel maps files into memory page by page. On 64-bit ARM, POWER and LoongArch the size of a page is chosen when the kernel is built: 4, 16 or 64 KiB. The segments of a file must be aligned to the largest size on which it is to be loaded; those of this file are not.",
    whyItBreaks:
      "On a kernel with larger pages the loader refuses the file: “ELF load command alignment not page-aligned”. 16 KiB pages are the default of the Raspberry Pi 5, 64 KiB those of RHEL 8 for ARM and of nearly all systems on POWER.",
    howToFix: [
      "Link with -Wl,-z,max-page-size=65536. It is the linkers' default on these architectures, so look for an option or a linker script that sets a smaller one.",
      "If the file was right before auditwheel repair or patchelf: patchelf before 0.12 took the page size of its own machine. Use a newer one, or --page-size 65536.",
      "The alignment of a finished file cannot be raised; it has to be linked again.",
    ],
    seeYourself: [
      {
        command: "readelf --program-headers --wide FILE.so | grep LOAD",
        shows: "The last column: 0x10000 is 64 KiB, 0x1000 is 4 KiB.",
      },
      { command: "getconf PAGESIZE", shows: "The page size of the running kernel." },
    ],
    sources: [
      {
        title: "numpy issue 16677: aarch64 wheel and page size",
        address: "https://github.com/numpy/numpy/issues/16677",
      },
      {
        title: "patchelf pull request 216",
        address: "https://github.com/NixOS/patchelf/pull/216",
      },
      SOURCES.gabi,
    ],
  },
  "unique-exports": {
    title: "Unique symbols",
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
  },
  "several-openmp": {
    title: "Several OpenMP runtimes",
    whatItIs:
      "OpenMP needs a runtime library that keeps a pool of threads: libgomp of GCC, libiomp5 of Intel, libomp of LLVM. Libraries of this wheel bring or need more than one of them, or two copies of one.",
    whyItBreaks:
      "Each runtime starts as many threads as there are processors and knows nothing of the others, so the program slows down when they take turns. Intel's and LLVM's are the same code under two names: with both at work the process stops with “OMP: Error #15”, hangs or crashes.",
    howToFix: [
      "Build all parts with the OpenMP of one compiler, and link the copy of a prebuilt part (a BLAS, say) against the same.",
      "Bundle one copy: run auditwheel repair once over the finished wheel. Copies with different hashes in their names come from different builds.",
      "MKL chooses at run time: MKL_THREADING_LAYER=GNU makes it use libgomp.",
    ],
    seeYourself: [
      READ_DYNAMIC,
      {
        command: "python -m threadpoolctl -i PACKAGE",
        shows: "Every OpenMP runtime and BLAS that is loaded once the package is imported.",
      },
    ],
    sources: [
      { title: "threadpoolctl", address: "https://github.com/joblib/threadpoolctl" },
      { title: "LLVM/OpenMP documentation", address: "https://openmp.llvm.org/" },
    ],
  },
} satisfies Partial<Record<FindingId, Explanation>>;
