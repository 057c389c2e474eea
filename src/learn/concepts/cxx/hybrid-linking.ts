import { code, library, say, symbol, version } from "../../../core/sentence.ts";
import type { ConceptText } from "../../concept.ts";
import { manylinuxImages, mixingObjects, newAbiTensorFlow, toolsetGuide } from "../../sources.ts";

export const hybridLinking: ConceptText = {
  summary: "How a compiler of this year makes libraries for a system of ten years ago.",
  whatItIs: [
    say`An old system has an old libstdc++, and code of a new compiler would normally need a new one. Red Hat’s toolsets solve this (devtoolset on RHEL 6 and 7, gcc-toolset from RHEL 8 on), and PyPA’s images are built on them. Their ${library("libstdc++.so")} is not a library but a text that tells the linker: take what you can from the system’s ${library("libstdc++.so.6")}, and the rest from ${library("libstdc++_nonshared.a")}.`,
    say`The result is a hybrid. It imports the old part of the C++ library and carries the newer part inside: pieces of ${code("std::filesystem")}, ${code("std::to_chars")}, a few helpers. Its needs stay those of the base system. Measured over thousands of published files: those of devtoolset-10 never need more than ${version("GLIBCXX_3.4.19")}, those of gcc-toolset-14 at most 3.4.22, but for one file that mixes both.`,
  ],
  whyItBreaks: [
    say`It seldom does; this is why manylinux can offer today’s C++ on old systems. But it has its own marks, which mislead.`,
    say`On RHEL 6 and 7 the toolset knows only the old std::string; ${code("-D_GLIBCXX_USE_CXX11_ABI=1")} is ignored. The static part, however, was itself compiled with the new one, so that a library with old strings may define 213, 219 or 232 names with ${symbol("__cxx11")} that say nothing about its own code. A search for ${symbol("__cxx11")} in such a file gives the wrong answer; Wheelscope sets these names aside.`,
    say`Some features cannot be added to an old library from outside. Those tied to locales and to the string’s form do not compile there, because the headers for the old ABI lack them.`,
    say`Objects with C++11 or newer of different toolsets are not supported together, and a link with toolset objects in it has to be made by the toolset’s own linker driver. A static library from another image is the usual way to break this rule.`,
  ],
  howToFix: [
    say`Let the image’s ${code("g++")} do the linking, not ${code("ld")} or another compiler with the toolset’s objects.`,
    say`Build every part, static archives too, in one image.`,
    say`To offer the new std::string, build in manylinux_2_28 or newer.`,
  ],
  seeYourself: [
    {
      command: "nm --dynamic FILE.so | grep -E '_ZNSt10filesystem|to_chars|ios_base_library_init'",
      shows: "Parts of the C++ library that this file defines (T) itself, …",
      output: `0000000000000541 T _ZNSt10filesystem12current_pathB5cxx11Ev
0000000000000543 T _ZNSt10filesystem6statusERKNS_7__cxx114pathE
0000000000000545 T _ZNSt10filesystem7__cxx114path17replace_extensionERKS1_
0000000000000549 T _ZSt21ios_base_library_initv
0000000000000547 T _ZSt8to_charsPcS_d`,
      measuredOn: "cxx_hybrid: cxx_hybrid/_core.cpython-312-x86_64-linux-gnu.so",
    },
    {
      command: "readelf --dynamic FILE.so | grep libstdc++",
      shows: "… and the system’s library, which it needs all the same.",
      output: ` 0x0000000000000001 (NEEDED)             Shared library: [libstdc++.so.6]`,
      measuredOn: "cxx_hybrid: cxx_hybrid/_core.cpython-312-x86_64-linux-gnu.so",
    },
    {
      command: "readelf --string-dump=.comment FILE.so",
      shows: "The compilers. Here one of manylinux2014 and one of manylinux_2_28: two images in one file.",
      output: `String dump of section '.comment':
  [     0]  GCC: (GNU) 10.2.1 20210130 (Red Hat 10.2.1-11)
  [    2f]  GCC: (GNU) 14.2.1 20250110 (Red Hat 14.2.1-7)`,
      measuredOn: "two_images: two_images/_core.cpython-312-x86_64-linux-gnu.so",
    },
  ],
  sources: [
    toolsetGuide,
    {
      title: "Ceph: C++17 and libstdc++ ABI",
      address: "https://github.com/ceph/ceph/blob/main/doc/dev/cxx.rst",
    },
    manylinuxImages,
    mixingObjects,
    newAbiTensorFlow,
  ],
  findings: ["old-string-abi", "compilers-mixed", "mixed-string-abi"],
  concepts: ["libstdcxx-versions", "string-abi", "manylinux", "own-cxx-runtime"],
};
