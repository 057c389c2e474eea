/**
 * The nouns of Wheelscope. Read this file first.
 *
 * Facts (`WheelFacts`, `LibraryFacts`, `ElfFacts`) are what the bytes say; the engine makes them, nothing in them is an
 * opinion. A `Report` (report.ts) is what today's knowledge makes of the facts. Everything here is plain JSON data, so a
 * report can be saved, sent in a link and judged again.
 */
import type { CxxFacts, GpuCode, PythonNames, SectionMark, SymbolGroup } from "./code-facts.ts";
import type { InspectError } from "./inspect-error.ts";

/**
 * Architecture names as the platform tags spell them. `armv6l` is told from `armv7l` only where `.ARM.attributes` says
 * so. Anything else is `machine-N`, N being `e_machine`.
 */
export type Architecture =
  | "x86_64"
  | "i686"
  | "aarch64"
  | "armv7l"
  | "armv6l"
  | "ppc64le"
  | "ppc64"
  | "s390x"
  | "riscv64"
  | "loongarch64"
  | `machine-${number}`;

/** Which C library a file was linked for, read from its interpreter, needed libraries, version needs and notes. */
export type LibcKind = "glibc" | "musl" | "bionic" | "none";

/** What a library is for. An `extension-module` exports a Python init function fitting its own file name. */
export type LibraryRole = "extension-module" | "shared-library" | "executable" | "relocatable-object";

/** One version a library asks of one provider (an entry of `SHT_GNU_verneed`, gABI / LSB symbol versioning). */
export interface VersionNeed {
  /** File name of the provider as the table states it, e.g. `libc.so.6`. */
  readonly library: string;
  /** e.g. `GLIBC_2.34`. */
  readonly version: string;
  /** `VER_FLG_WEAK`: the loader only warns when the version is missing. */
  readonly weak: boolean;
  /** How many dynamic symbols ask for this version. May be 0: the need still binds. */
  readonly symbolCount: number;
  /** The symbols themselves (mangled), in table order; at most as many as the reader's evidence limit (50). */
  readonly symbols: readonly string[];
}

/** One dynamic symbol. `version` is null where the symbol is unversioned or the file has no version table. */
export interface SymbolFacts {
  readonly name: string;
  readonly defined: boolean;
  readonly binding: "local" | "global" | "weak" | "unique" | "other";
  readonly type: "notype" | "object" | "func" | "section" | "file" | "common" | "tls" | "ifunc" | "other";
  readonly version: string | null;
  /** For an undefined versioned symbol: the file the version need names. */
  readonly provider: string | null;
}

/** Everything read from one ELF file. Offsets and sizes are in bytes. */
export interface ElfFacts {
  readonly class: 32 | 64;
  readonly byteOrder: "little" | "big";
  /** `e_machine`. */
  readonly machine: number;
  readonly osAbi: number;
  /** `e_type`: `ET_REL`, `ET_EXEC`, `ET_DYN`, `ET_CORE`, or another number. */
  readonly type: "relocatable" | "executable" | "shared" | "core" | "other";
  /** `e_flags`. */
  readonly flags: number;
  readonly architecture: Architecture;
  readonly libc: LibcKind;
  readonly role: LibraryRole;
  /** `PT_INTERP`, e.g. `/lib64/ld-linux-x86-64.so.2`. */
  readonly interpreter: string | null;
  readonly soname: string | null;
  /** `DT_NEEDED` in table order, duplicates kept. */
  readonly needed: readonly string[];
  /** `DT_RPATH` / `DT_RUNPATH` exactly as stored, not split. */
  readonly rpath: string | null;
  readonly runpath: string | null;
  /** In table order. */
  readonly versionNeeds: readonly VersionNeed[];
  /** Versions this library provides (`SHT_GNU_verdef`), the base definition left out. */
  readonly versionDefinitions: readonly string[];
  /** Dynamic symbols other than local ones, which take no part in linking. */
  readonly symbolCounts: {
    readonly defined: number;
    readonly undefined: number;
    /** Undefined and `STB_WEAK`; part of `undefined`. */
    readonly undefinedWeak: number;
  };
  /** Dynamic symbols whose name is on the watch list the reader was given (policies' forbidden symbols and the like). */
  readonly watchedSymbols: readonly SymbolFacts[];
  /** Defined functions by which Python would load this file: `PyInit_*`, `PyModExport_*`, `init<stem>`, `_cffi_pypyinit_<stem>`. */
  readonly initSymbols: readonly string[];
  /** GNU build id in hex. */
  readonly buildId: string | null;
  /** `GNU_PROPERTY_X86_ISA_1_NEEDED` bits (1 baseline, 2 v2, 4 v3, 8 v4), null where there is no such property. */
  readonly isaNeeded: number | null;
  /** `PT_GNU_STACK` executable, not executable, or null: the header is absent. */
  readonly executableStack: boolean | null;
  readonly relro: "none" | "partial" | "full";
  readonly bindNow: boolean;
  /** `DT_TEXTREL` or `DF_TEXTREL`. */
  readonly textRelocations: boolean;
  /** `DF_STATIC_TLS`. */
  readonly staticTls: boolean;
  /** Largest `p_align` of a `PT_LOAD` segment. */
  readonly loadAlignment: number;
  /** No `.symtab`. */
  readonly stripped: boolean;
  /** `.debug_info` or `.zdebug_info` present. */
  readonly debugInfo: boolean;
  /** The distinct strings of `.comment`, in order (compilers and linkers). */
  readonly comment: readonly string[];
  /**
   * Whether tables are reachable through *section names*. auditwheel finds them only so; a file without section headers
   * hides its symbols and version needs from auditwheel though the loader uses them.
   */
  readonly sections: {
    readonly count: number;
    readonly dynamicSymbols: boolean;
    readonly versionNeeds: boolean;
  };
  /** Section names that tell something about the toolchain or about GPU code. */
  readonly sectionMarks: readonly SectionMark[];
  readonly cxx: CxxFacts | null;
  /** Defined symbols with the binding `STB_GNU_UNIQUE`: one object for the whole process, whoever loads it. */
  readonly uniqueExports: SymbolGroup;
  readonly python: PythonNames | null;
  readonly gpu: GpuCode | null;
  /**
   * File names of shared libraries (`lib….so…`) that stand somewhere in the file as whole strings, other than the needed ones and
   * its own: what `dlopen` may be given. A hint, not a need. Sorted, at most 200.
   */
  readonly mentionedLibraries: readonly string[];
}

/** One native file of the wheel: facts, or the reason why there are none. */
export interface LibraryFacts {
  /** Path inside the wheel, with `/`. */
  readonly path: string;
  /** Inflated size. */
  readonly sizeBytes: number;
  readonly compressedBytes: number;
  /** False where `RECORD` does not list the file; auditwheel never sees such a file. */
  readonly inRecord: boolean;
  readonly elf: ElfFacts | null;
  /** Set exactly when `elf` is null. */
  readonly error: InspectError | null;
}

/** `name-version[-build]-python-abi-platform.whl`, read as the binary distribution format specification says. */
export interface WheelName {
  readonly project: string;
  readonly version: string;
  readonly build: string | null;
  readonly pythonTags: readonly string[];
  readonly abiTags: readonly string[];
  /** Lower-cased, without duplicates, in the order of the file name. */
  readonly platformTags: readonly string[];
  /** Label of a wheel variant (PEP 825, a draft), a sixth component after the platform; absent in every ordinary name. */
  readonly variant?: string;
}

/** What `*.dist-info/METADATA` and `WHEEL` say. */
export interface DistInfoFacts {
  /** e.g. `numpy-2.4.6.dist-info`. */
  readonly directory: string;
  readonly name: string | null;
  readonly version: string | null;
  readonly requiresPython: string | null;
  readonly requiresDist: readonly string[];
  /** `WHEEL`: the `Tag` lines, in order. */
  readonly tags: readonly string[];
  readonly rootIsPurelib: boolean | null;
  readonly generator: string | null;
}

export type RecordProblem =
  | { readonly kind: "missing-file"; readonly path: string }
  | { readonly kind: "unlisted-file"; readonly path: string }
  | {
      readonly kind: "size-differs";
      readonly path: string;
      readonly recorded: number;
      readonly actual: number;
    }
  | { readonly kind: "hash-differs"; readonly path: string }
  | { readonly kind: "malformed-row"; readonly line: number };

/** Something odd about the archive that does not stop us from reading it; what PyPI refuses is among it. */
export interface ArchiveProblem {
  readonly kind: ArchiveProblemKind;
  /** The entry concerned, where it is one. */
  readonly path: string | null;
  /** A short figure or name for the sentence, e.g. `12 bytes`. */
  readonly detail: string | null;
}

export type ArchiveProblemKind =
  | "data-after-end"
  | "data-before-start"
  | "data-between-entries"
  | "overlapping-entries"
  | "duplicate-name"
  | "name-leaves-archive"
  | "name-not-utf8"
  | "name-control-character"
  | "local-header-differs"
  | "data-descriptor"
  | "encrypted-entry"
  | "unsupported-compression"
  | "compression-ratio"
  | "archive-comment"
  | "entry-comment"
  | "zip64-extra-odd"
  | "directory-count-differs";

/** What the engine found in one file. `kind` "library": a bare `.so` was opened; there is no claim to judge. */
export interface WheelFacts {
  readonly kind: "wheel" | "library";
  readonly fileName: string;
  readonly sizeBytes: number;
  /** SHA-256 of the whole file in hex; null until somebody computes it (it costs as much as reading the wheel). */
  readonly sha256: string | null;
  /** Null where the name is not a wheel's name (and for a bare library). */
  readonly name: WheelName | null;
  readonly distInfo: DistInfoFacts | null;
  /** All `*.dist-info` directories at the root; exactly one is right. */
  readonly distInfoDirectories: readonly string[];
  /** Number of files in the archive. */
  readonly entryCount: number;
  /** Every directory of the wheel that holds something (RPATH elements are resolved against these), sorted; not the root. */
  readonly directories: readonly string[];
  /**
   * Native files in `RECORD` order (auditwheel's order), those `RECORD` does not list after them in archive order. A file is
   * native when it begins with the ELF magic, whatever it is called.
   */
  readonly libraries: readonly LibraryFacts[];
  /** Paths of files that are not ELF but bear the name of a needed library (a linker script, a text file). */
  readonly impostors: readonly string[];
  readonly record: {
    readonly present: boolean;
    readonly rowCount: number;
    /** The first 200 of them; `problemCount` is how many there are. */
    readonly problems: readonly RecordProblem[];
    readonly problemCount: number;
  };
  /** `problems`: at most 20 of each kind; `problemCount` is how many there are. */
  readonly archive: { readonly problems: readonly ArchiveProblem[]; readonly problemCount: number };
}
