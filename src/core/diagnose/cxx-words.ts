/** What an undefined C++ name says about who was built how. */
import type { CxxClass, NameFacts } from "../../facts/code-facts.ts";
import { type Sentence, code, say } from "../sentence.ts";
import type { SymbolOwner } from "./symbol-owners.ts";

/** The class of a name: the reader's, else guessed from a demangled text; null if neither decides. */
export function cxxClassOf(name: string, facts: NameFacts | undefined): CxxClass | null {
  if (facts?.cxx !== undefined && facts.cxx !== null) return facts.cxx;
  if (name.startsWith("_Z")) return null;
  if (!/::|\[abi:|\(/.test(name)) return null;
  if (/\bstd::(?:__1|__ndk1|__Cr)::/.test(name)) return "libc++";
  if (/\bstd::__cxx11::|\[abi:cxx11\]/.test(name)) return "new";
  return /\bstd::(?:string|wstring|basic_string<|list<)/.test(name) ? "old" : "neutral";
}

export const CLASS_WORDS: Readonly<Record<CxxClass, string>> = {
  new: "new std::string ABI (GCC 5 and later)",
  old: "old std::string ABI (before GCC 5, or _GLIBCXX_USE_CXX11_ABI=0)",
  both: "names of both std::string ABIs in one",
  "libc++": "libc++ (LLVM’s C++ library)",
  neutral: "neutral: the same in both std::string ABIs",
};

export function cxxTitle(cxx: CxxClass | null, inRuntime: boolean): string {
  if (inRuntime) return "C++ runtime too old, or not the one expected";
  switch (cxx) {
    case "new":
      return "Symbol of the new std::string ABI not found";
    case "old":
      return "Symbol of the old std::string ABI not found";
    case "libc++":
      return "Symbol of libc++ not found";
    default:
      return "C++ symbol not found";
  }
}

/** `owner`: the library that should have the symbol, by its scope. */
export function cxxMeaning(cxx: CxxClass | null, owner: SymbolOwner | null, inRuntime: boolean): Sentence[] {
  const there = owner === null ? "the library that should have it" : owner.name;
  if (inRuntime) {
    return [
      say`The name belongs to the C++ runtime itself. The library asking for it was built with a newer compiler, or counts on another library that has it linked in.`,
    ];
  }
  switch (cxx) {
    case "new":
      return [
        say`The caller was compiled for the new std::string ABI, the default of GCC since 5. Most likely ${there} was built for the old one, where the same function has another name; a different release of it is the other cause.`,
      ];
    case "old":
      return [
        say`The caller was compiled for the old std::string ABI (${code("_GLIBCXX_USE_CXX11_ABI=0")}, or the toolset of a manylinux2014 image). Most likely ${there} was built for the new one, where the same function has another name; a different release of it is the other cause.`,
      ];
    case "libc++":
      return [
        say`The caller was compiled with LLVM’s libc++. Its types are not those of GCC’s libstdc++, so that ${there} must be built with libc++ too.`,
      ];
    case "both":
      return [
        say`The name has types of both std::string ABIs in it; such code was compiled with headers of one and a macro of the other.`,
      ];
    default:
      return [
        say`The std::string ABI does not decide this name. Usually ${there} is of another release than the one compiled against, was not loaded before, or was not linked.`,
      ];
  }
}

export function cxxAdvice(cxx: CxxClass | null, owner: SymbolOwner | null): Sentence[] {
  const advice: Sentence[] = [];
  if (cxx === "new" || cxx === "old") {
    const value = cxx === "new" ? "0" : "1";
    advice.push(
      say`Compile the caller for the other ABI, ${code(`-D_GLIBCXX_USE_CXX11_ABI=${value}`)}, or get a build of ${owner?.name ?? "the library"} for this one. All C++ code that shares strings must agree.`,
    );
  }
  if (owner?.package === "torch") {
    advice.push(
      say`PyTorch tells what it was built for: ${code("python3 -c 'import torch; print(torch.__version__, torch.compiled_with_cxx11_abi())'")}. Its wheels have the new ABI since 2.7. An extension must be compiled against the release that is imported.`,
    );
  } else if (owner?.package === "tensorflow") {
    advice.push(
      say`TensorFlow tells what it was built for: ${code("python3 -c 'import tensorflow as tf; print(tf.sysconfig.get_compile_flags())'")}. Its wheels have the new ABI since 2.9.`,
    );
  } else if (owner?.package === "pyarrow") {
    advice.push(
      say`Build against the very release of pyarrow that is imported: Arrow’s C++ library changes its names with each.`,
    );
  }
  advice.push(
    say`See who should have it: ${code("nm -DC --defined-only LIBRARY.so | grep NAME")} shows whether it is there, perhaps in another form.`,
  );
  return advice;
}
