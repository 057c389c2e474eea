/**
 * Types of the facts about what a library's code was built against, beyond the loader's tables: C++ names, Python names, GPU code.
 * Part of `ElfFacts` (model.ts); what each field means is written in cxx.ts, python.ts and gpu.ts.
 */
import type { cxx, cxxNames, runtimeNames } from "./cxx.ts";
import type { Of } from "./describe.ts";
import type { cuda, cudaTarget, fatbinGroup, gpu, hip } from "./gpu.ts";
import type { symbolGroup } from "./groups.ts";
import type { python } from "./python.ts";
import type { CXX_CLASSES, SECTION_MARKS } from "./reader-lists.ts";

/** Names of one kind: how many, and the first of them (mangled, in table order; at most 20, none longer than 4 KiB). */
export interface SymbolGroup extends Of<typeof symbolGroup> {}

/**
 * The `std::string` ABI that one C++ name belongs to. `new`: `std::__cxx11` or the abi tag `cxx11`. `old`: the copy-on-write string
 * or another type with two versions in its old form. `both`: one name with both. `libc++`: `std::__1`, `__ndk1`, `__Cr`. `neutral`:
 * none of them (libstdc++ manual, "Dual ABI"; Itanium C++ ABI 5.1.10).
 */
export type CxxClass = (typeof CXX_CLASSES)[number];

/** C++ names of one side of a library by class. */
export interface CxxNames extends Of<typeof cxxNames> {}

/** The C++ names among the dynamic symbols. */
export interface CxxFacts extends Of<typeof cxx> {}

/** Definitions of names that belong to the C++ runtime. */
export interface RuntimeNames extends Of<typeof runtimeNames> {}

/** Python's own names among the dynamic symbols. */
export interface PythonNames extends Of<typeof python> {}

/** Section names that tell something; only these are passed on, in this order, each once. */
export type SectionMark = (typeof SECTION_MARKS)[number];

/** GPU code inside a library. */
export interface GpuCode extends Of<typeof gpu> {}

/** Everything in CUDA fat binaries, wherever in the file they lie. */
export interface CudaCode extends Of<typeof cuda> {}

export interface CudaTarget extends Of<typeof cudaTarget> {}

export interface FatbinGroup extends Of<typeof fatbinGroup> {}

/** Code object bundles of ROCm. */
export interface HipCode extends Of<typeof hip> {}

/** What the reader says about one name by itself, as a visitor asked or an error message has it. */
export interface NameFacts {
  readonly name: string;
  /** Null if it is not mangled or cannot be demangled. */
  readonly demangled: string | null;
  /** Null if it is no C++ name. */
  readonly cxx: CxxClass | null;
}
