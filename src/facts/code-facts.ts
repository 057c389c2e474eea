/**
 * Facts about what a library's code was built against, beyond the loader's tables: C++ names, Python names, GPU code. Part of
 * `ElfFacts` (model.ts); plain data, read by wasm/src/elf/cxx.rs, python.rs and wasm/src/gpu/.
 */

/** Names of one kind: how many, and the first of them (mangled, in table order; at most 20, none longer than 4 KiB). */
export interface SymbolGroup {
  readonly count: number;
  readonly symbols: readonly string[];
}

/**
 * The `std::string` ABI that one C++ name speaks of. `new`: `std::__cxx11` or the abi tag `cxx11`. `old`: the copy-on-write string
 * or another type with two versions in its old form. `both`: one name with both. `libc++`: `std::__1`, `__ndk1`, `__Cr`. `neutral`:
 * none of them (libstdc++ manual, "Dual ABI"; Itanium C++ ABI 5.1.10).
 */
export type CxxClass = "new" | "old" | "both" | "libc++" | "neutral";

/** C++ names of one side of a library by class. */
export interface CxxNames {
  readonly new: SymbolGroup;
  /** Without those in `stray`. */
  readonly old: SymbolGroup;
  readonly both: SymbolGroup;
  readonly libcxx: SymbolGroup;
  /** Old names that code for the new ABI has too (facet ids and vtables, `_S_empty_rep_storage`): no evidence for the old ABI. */
  readonly stray: SymbolGroup;
  readonly neutral: number;
  /**
   * The outermost scopes of the names outside the C++ runtime, e.g. `arrow`, `c10`; sorted, the 64 most frequent. A function or object
   * outside any scope counts as the scope `::`.
   */
  readonly scopes: readonly string[];
}

/** The C++ names (`_Z…` of the Itanium ABI, Rust's left out) among the dynamic symbols. Null in `ElfFacts` where there are none. */
export interface CxxFacts {
  /** Undefined, bound to a version of the C++ runtime (`GLIBCXX_…`, `CXXABI_…`): what the code was compiled against. */
  readonly fromRuntime: CxxNames;
  /** Undefined otherwise: other libraries of the process provide them. */
  readonly fromOthers: CxxNames;
  /** Defined, outside of the C++ runtime's namespaces: the library's own interface. */
  readonly own: CxxNames;
  /** Defined inside `std`, `__gnu_cxx`, `__cxxabiv1` and the like: instantiated templates, or a runtime linked in. */
  readonly runtime: RuntimeNames;
}

/** Definitions of names that belong to the C++ runtime. */
export interface RuntimeNames {
  readonly count: number;
  /** Of `count`: classes `new` and `old`, for those who ask whether a whole runtime is in there. */
  readonly new: number;
  readonly old: number;
  readonly libcxx: number;
  /** Names known to come from `libstdc++_nonshared.a` of Red Hat's toolsets (toolchain.json: prefixes). Part of `new`. */
  readonly nonshared: number;
  /**
   * Definitions that no template instantiation explains and that newer toolsets link in statically beside the system's library
   * (`std::filesystem::…`, `std::to_chars`, `std::ios_base_library_init`, …).
   */
  readonly hybridMarks: SymbolGroup;
  /** Definitions that only the runtime itself has: `std::locale::_Impl`, `std::cout`, `__cxxabiv1::__si_class_type_info`'s vtable. */
  readonly staticMarks: SymbolGroup;
}

/** Python's own names among the dynamic symbols: `Py…` and `_Py…`, init functions left out. Null where there are none. */
export interface PythonNames {
  /** Undefined, sorted, without duplicates; at most 4,000. */
  readonly imports: readonly string[];
  /** Defined, sorted; at most 200. `exportCount` is how many there are: more than a thousand mean a Python linked in. */
  readonly exports: readonly string[];
  readonly exportCount: number;
  /** Local and hidden functions of that form in `.symtab` (inlined from headers), sorted, at most 100; null where it is not there or too large. */
  readonly locals: readonly string[] | null;
}

/** Section names that tell something; only these are passed on, in this order, each once. */
export type SectionMark =
  | ".go.buildinfo"
  | ".note.go.buildid"
  | ".note.gnu.gold-version"
  | ".gnu.build.attributes"
  | ".relr.dyn"
  | ".nv_fatbin"
  | "__nv_relfatbin"
  | ".nvFatBinSegment"
  | ".hip_fatbin"
  | ".hipFatBinSegment";

/** GPU code inside a library. Null in `ElfFacts` where there is none. */
export interface GpuCode {
  readonly cuda: CudaCode | null;
  readonly hip: HipCode | null;
}

/** Everything in CUDA fat binaries (fatbinary.h), wherever in the file they lie. */
export interface CudaCode {
  /** Containers that walk cleanly from header to end. */
  readonly containers: number;
  /** Their bytes in the file, headers included. */
  readonly bytes: number;
  /** Places that begin like a container and do not walk cleanly. */
  readonly damaged: number;
  /** Where containers lie, by section name (null: outside of every section), most bytes first. */
  readonly places: readonly {
    readonly section: string | null;
    readonly containers: number;
    readonly bytes: number;
  }[];
  /** What the entries are for, each distinct target once: SASS first, then PTX, then others, by architecture and suffix. */
  readonly targets: readonly CudaTarget[];
  /** Containers by the set of their targets, most frequent first; at most 256 sets, the rest summed up in `moreContainers`. */
  readonly groups: readonly FatbinGroup[];
  readonly moreContainers: number;
  /** Toolkits named by notes inside cubins that could be read, e.g. `13.0.88`; sorted. */
  readonly toolkits: readonly string[];
}

export interface CudaTarget {
  /** `sass`: a cubin for one architecture. `ptx`: text the driver compiles. `lto-ir`: for linking at run time. */
  readonly kind: "sass" | "ptx" | "lto-ir" | "other";
  /** The kind's number in the entry header: 1 PTX, 2 cubin, 8 NVVM IR. */
  readonly kindNumber: number;
  /** Compute capability as one number: 75, 90, 120. */
  readonly arch: number;
  /** `a`: this architecture only. `f`: its family. */
  readonly suffix: "" | "a" | "f";
  /** PTX ISA version, e.g. `9.0`; null for other kinds. */
  readonly ptxIsa: string | null;
  readonly entries: number;
  /** Stored bytes of the payloads. */
  readonly bytes: number;
  /** Bytes after decompression. */
  readonly inflatedBytes: number;
  /** `mixed`: entries differ. */
  readonly compression: "none" | "lz4" | "zstd" | "other" | "mixed";
}

export interface FatbinGroup {
  /** Indexes into `targets`, ascending. */
  readonly targets: readonly number[];
  readonly containers: number;
  readonly bytes: number;
}

/** Code object bundles of ROCm (Clang offload bundler). */
export interface HipCode {
  readonly bundles: number;
  /** Bundles compressed as a whole (`CCOB`), whose targets are not read. */
  readonly compressedBundles: number;
  readonly bytes: number;
  /** Target ids without their triple, e.g. `gfx90a:xnack-`; sorted. */
  readonly targets: readonly { readonly target: string; readonly entries: number; readonly bytes: number }[];
}

/** One name a visitor asked about. */
export interface NameReading {
  readonly name: string;
  /** Null where it is not mangled or cannot be demangled. */
  readonly demangled: string | null;
  /** Null where it is no C++ name. */
  readonly cxx: CxxClass | null;
}
