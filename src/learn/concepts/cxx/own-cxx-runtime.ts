import { SOURCES } from "../../../core/explanations/explanation.ts";
import { code, library, say, symbol } from "../../../core/sentence.ts";
import type { ConceptText } from "../../concept.ts";
import { importOrder, pep600, thread } from "../../sources.ts";

export const ownCxxRuntime: ConceptText = {
  summary: "A wheel may bring its own C++ library, if nobody else gets to see it.",
  whatItIs: [
    say`There are three ways around the system’s libstdc++. One can link it in (${code("-static-libstdc++")}). One can put a newer ${library("libstdc++.so.6")} into the wheel. Or one can compile with another C++ library altogether: libc++, LLVM’s, whose types live in the namespace ${code("std::__1")}, so that its names never meet those of libstdc++.`,
    say`No rule forbids it. PEP 600 asks that a wheel “play well with others”: what it bundles must not get in the way of another package in the same process. A project can do so for itself; mujoco’s wheel has libc++ inside and needs glibc 2.27 and no C++ library of the system.`,
  ],
  whyItBreaks: [
    say`The danger is in what the copy exports. Measured on Debian 12: a small library linked with ${code("-static-libstdc++ -static-libgcc")} exported 4,164 C++ names, 106 of them of the kind that a process keeps once for all, and needed glibc 2.36 instead of 2.14. The same with ${code("-Wl,--exclude-libs,ALL")}: one name, its own.`,
    say`A library loaded later may take half of its C++ from that copy and half from the system’s. The two keep separate locales, streams and exception types, and crash in a way that depends on the order of imports. pyarrow, TensorFlow and PyTorch have each been through it.`,
    say`Objects of GCC with the binding ${code("STB_GNU_UNIQUE")}, such as static variables of templates, are joined across all libraries even where Python loads them apart. Two versions of one header library then share a variable with two layouts.`,
    say`Strings of libc++ and of libstdc++ are different types. No C++ interface works between the two, and the linker says so: “undefined symbol: ${symbol("_ZN…NSt3__1…")}”.`,
  ],
  howToFix: [
    say`Prefer the system’s library with the compilers of PyPA’s images.`,
    say`If a runtime has to be linked in, hide it: ${code("-Wl,--exclude-libs,ALL")} or a version script that leaves only ${symbol("PyInit_…")}. For unique objects: ${code("-fno-gnu-unique")}, or compile with Clang, which does not make them.`,
    say`Let no C++ types, exceptions or memory cross the border to other packages.`,
  ],
  seeYourself: [
    {
      command: "nm --dynamic FILE.so | grep -E 'NSt3__1|NSt6__ndk1'",
      shows: "Names of libc++.",
      output: `00000000000005b0 T _ZN5paint6colourERNSt3__112basic_stringIcNS0_11char_traitsIcEENS0_9allocatorIcEEEE
                 U _ZNSt3__112basic_stringIcNS_11char_traitsIcEENS_9allocatorIcEEE6appendEPKc
                 U _ZNSt3__112basic_stringIcNS_11char_traitsIcEENS_9allocatorIcEEE9push_backEc
                 U _ZNSt3__112basic_stringIcNS_11char_traitsIcEENS_9allocatorIcEEED1Ev`,
      measuredOn: "cxx_libcxx: cxx_libcxx/_paint.cpython-312-x86_64-linux-gnu.so",
    },
    {
      command: "nm --dynamic --defined-only --demangle FILE.so | grep --count ' std::'",
      shows:
        "How many names of the C++ library the file exports. Templates leave a few; dozens, hundreds or thousands are a runtime.",
      output: "45",
      measuredOn: "cxx_runtime_exported: cxx_runtime_exported/_core.cpython-312-x86_64-linux-gnu.so",
    },
    {
      command: "nm --dynamic FILE.so | grep ' u '",
      shows: "Unique objects.",
      output: `0000000000002008 u _ZN8RegistryIdE5countE
000000000000200c u _ZN8RegistryIiE5countE
0000000000002010 u _ZZ6ticketvE4next`,
      measuredOn: "unique_exports: unique_exports/_registry.cpython-312-x86_64-linux-gnu.so",
    },
  ],
  sources: [
    pep600,
    { title: "LLVM: libc++", address: "https://libcxx.llvm.org/" },
    {
      title: "GCC: Code Generation Options (-fno-gnu-unique)",
      address: "https://gcc.gnu.org/onlinedocs/gcc/Code-Gen-Options.html",
    },
    SOURCES.ldso,
    importOrder,
    thread("pytorch/pytorch", 109923, "import order and a library with libstdc++ linked in"),
    thread("pytorch/pytorch", 133437, "names of a static libstdc++ that show"),
  ],
  findings: ["cxx-runtime-exported", "cxx-runtime-bundled", "unique-exports"],
  concepts: ["libstdcxx-versions", "string-abi", "loading-libraries", "debate-of-2019"],
};
