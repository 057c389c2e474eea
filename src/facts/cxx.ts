/** The C++ names (`_Z…` of the Itanium ABI, Rust's left out) among a library's dynamic symbols; read by wasm/src/elf/cxx. */
import { count, field, listOf, name, record, type Of } from "./describe.ts";
import { noSymbols, symbolGroup } from "./groups.ts";

const group = (key: string, about: string) => field(symbolGroup, { key, usual: noSymbols, about });
const figure = (key: string, about: string) => field(count, { key, usual: 0, about });

/** C++ names of one side of a library by the `std::string` ABI they belong to. */
export const cxxNames = record({
  new: group("n", "Names of the new ABI: std::__cxx11, or the abi tag cxx11."),
  old: group("o", "Names of the old ABI, without those in `stray`."),
  both: group("b", "Names with types of both ABIs."),
  libcxx: group("l", "Names of libc++: std::__1, __ndk1, __Cr."),
  stray: group("s", "Old names that code for the new ABI has too; no evidence for the old one."),
  neutral: figure("u", "How many names are the same in both ABIs."),
  scopes: field(listOf(name), {
    key: "c",
    usual: [],
    about:
      "The 64 most frequent outermost scopes of names outside the C++ runtime, sorted; `::` stands for none.",
  }),
});

const noNames: Of<typeof cxxNames> = {
  new: noSymbols,
  old: noSymbols,
  both: noSymbols,
  libcxx: noSymbols,
  stray: noSymbols,
  neutral: 0,
  scopes: [],
};

/** Definitions of names that belong to the C++ runtime. */
export const runtimeNames = record({
  count: figure("c", "How many there are."),
  new: figure("n", "Those of the new ABI."),
  old: figure("o", "Those of the old ABI."),
  libcxx: figure("l", "Those of libc++."),
  nonshared: figure(
    "s",
    "Those known to come from libstdc++_nonshared.a of Red Hat's toolsets; part of the new ones.",
  ),
  hybridMarks: group("h", "Names that newer toolsets link in beside the system's libstdc++."),
  staticMarks: group("m", "Names that only the runtime itself has."),
});

const side = (key: string, about: string) => field(cxxNames, { key, usual: noNames, about });

export const cxx = record({
  fromRuntime: side(
    "r",
    "Undefined, bound to a version of the C++ runtime: what the code was compiled against.",
  ),
  fromOthers: side("f", "Undefined otherwise: other libraries of the process provide them."),
  own: side("o", "Defined outside of the runtime's namespaces: the library's own interface."),
  runtime: field(runtimeNames, {
    key: "t",
    usual: {
      count: 0,
      new: 0,
      old: 0,
      libcxx: 0,
      nonshared: 0,
      hybridMarks: noSymbols,
      staticMarks: noSymbols,
    },
    about: "Defined inside std, __gnu_cxx, __cxxabiv1: instantiated templates, or a runtime linked in.",
  }),
});
