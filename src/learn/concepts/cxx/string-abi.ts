import { code, library, say, symbol, tag } from "../../../core/sentence.ts";
import type { ConceptText } from "../../concept.ts";
import {
  dualAbi,
  itanium,
  newAbiTensorFlow,
  newAbiTorch,
  newAbiTorch27,
  toolsetGuide,
} from "../../sources.ts";

export const stringAbi: ConceptText = {
  summary: "libstdc++ has two forms of std::string, and both sides of a call must mean the same one.",
  whatItIs: [
    say`C++11 no longer allowed the way GCC had built ${code("std::string")}: a single pointer to a shared buffer, copied only on writing. GCC 5 brought a new form, 32 bytes with room for short texts, and kept the old one, 8 bytes, beside it. ${library("libstdc++.so.6")} holds both, and so does every program’s process. ${code("std::list")}, string streams, regular expressions and ${code("std::filesystem::path")} are in two forms as well.`,
    say`A macro chooses for each source file: ${code("-D_GLIBCXX_USE_CXX11_ABI=1")}, the default, or 0. It has nothing to do with the language standard: ${code("-std=c++20")} works with either.`,
    say`The names of functions tell. A C++ compiler writes the types of the parameters into the symbol (“mangling”). In the old form a string is ${symbol("Ss")}; in the new one it lives in an inner namespace, ${symbol("NSt7__cxx1112basic_string…")}. A function that only returns a string gets the tag ${symbol("B5cxx11")}.`,
  ],
  whyItBreaks: [
    say`Two libraries that use different forms ask each other for names that do not exist: “undefined symbol: ${symbol("_ZN6shapes8describeB5cxx11ERKNS_5ShapeE")}”. Within one form there is no trouble, and as long as no C++ crosses the border between two libraries, they may differ.`,
    say`Worse is what no name shows. A structure with a string in it has one name for both forms, but two sizes: measured, 40 bytes on one side and 16 on the other. It links, and the memory is corrupted in silence.`,
    say`Which form a wheel has depends on its build image. The compilers of RHEL 6 and 7, hence of manylinux2010 and manylinux2014, know the old form only and ignore the macro; from ${tag("manylinux_2_28")} on the new one is the default. TensorFlow moved with version 2.9, PyTorch with 2.7.`,
  ],
  howToFix: [
    say`Compile both sides in the same image with the same value of the macro.`,
    say`If one side is given, follow it: build in manylinux_2_28 or newer for the new form; for the old one use ${code("-D_GLIBCXX_USE_CXX11_ABI=0")}, there or elsewhere.`,
    say`Keep C++ types off the border: C functions, pointers with lengths, Python objects. Then each side may use what it likes.`,
  ],
  seeYourself: [
    {
      command: "nm --dynamic --undefined-only FILE.so | grep shapes",
      shows: "What the module wants of its library: a new string (NSt7__cxx11…) and the tag B5cxx11.",
      output: `                 U _ZN6shapes5sidesERKNS_5ShapeE
                 U _ZN6shapes6renameERNS_5ShapeERKNSt7__cxx1112basic_stringIcSt11char_traitsIcESaIcEEE
                 U _ZN6shapes8describeB5cxx11ERKNS_5ShapeE`,
      measuredOn: "string_abi_mixed: string_abi_mixed/_draw.cpython-312-x86_64-linux-gnu.so",
    },
    {
      command: "nm --dynamic --defined-only FILE.so | cut --delimiter=' ' --fields=3",
      shows: "What the library offers: an old string (Ss), and no tag. Only the first name is found.",
      output: `_ZN6shapes5sidesERKNS_5ShapeE
_ZN6shapes6renameERNS_5ShapeERKSs
_ZN6shapes8describeERKNS_5ShapeE`,
      measuredOn: "string_abi_mixed: string_abi_mixed.libs/libshapes.so.1",
    },
    {
      command: "c++filt _ZN6shapes6renameERNS_5ShapeERKSs",
      shows: "The readable form; the new one would say std::__cxx11::basic_string.",
      output: `shapes::rename(shapes::Shape&, std::basic_string<char, std::char_traits<char>, std::allocator<char> > const&)`,
      measuredOn: "string_abi_mixed",
    },
  ],
  sources: [dualAbi, itanium, toolsetGuide, newAbiTensorFlow, newAbiTorch, newAbiTorch27],
  findings: ["mixed-string-abi", "old-string-abi"],
  concepts: ["hybrid-linking", "libstdcxx-versions", "own-cxx-runtime", "debate-of-2019"],
  picture: "two-strings",
};
