/**
 * The closed lists of the ELF reader: names and numbers that cross the boundary between WebAssembly and the page.
 *
 * Generated from the enums of the crate in `wasm/` by `U=1 cargo test --test lists` (in that folder); change
 * them there. Share links store the place of a value in its list, so lists only grow at their end.
 */

/**
 * Architectures by the names that platform tags have for them. Any other is `machine-N`, N being
 * `e_machine`.
 */
export const ARCHITECTURES = [
  "x86_64",
  "i686",
  "aarch64",
  "armv7l",
  "armv6l",
  "ppc64le",
  "ppc64",
  "s390x",
  "riscv64",
  "loongarch64",
] as const;

/**
 * The C library that a file was linked for, by its interpreter, needed libraries, version needs and
 * notes.
 */
export const LIBC_KINDS = ["glibc", "musl", "bionic", "none"] as const;

/** What a file is for. */
export const LIBRARY_ROLES = [
  "extension-module",
  "shared-library",
  "executable",
  "relocatable-object",
] as const;

/** What `e_type` says: `ET_REL`, `ET_EXEC`, `ET_DYN`, `ET_CORE`, or another number. */
export const ELF_TYPES = ["relocatable", "executable", "shared", "core", "other"] as const;

/** Byte orders: `ELFDATA2LSB` and `ELFDATA2MSB`. */
export const BYTE_ORDERS = ["little", "big"] as const;

/** Whether the loader write-protects what it has relocated. */
export const RELRO_KINDS = ["none", "partial", "full"] as const;

/** Bindings of a symbol, `STB_…` (gABI, "Symbol Table"; `STB_GNU_UNIQUE` of elf.h is `unique`). */
export const SYMBOL_BINDINGS = ["local", "global", "weak", "unique", "other"] as const;

/** Types of a symbol, `STT_…` (gABI, "Symbol Table"; `STT_GNU_IFUNC` of elf.h is `ifunc`). */
export const SYMBOL_TYPES = [
  "notype",
  "object",
  "func",
  "section",
  "file",
  "common",
  "tls",
  "ifunc",
  "other",
] as const;

/** Section names that tell something about the tool chain or about GPU code; only these are passed on. */
export const SECTION_MARKS = [
  ".go.buildinfo",
  ".note.go.buildid",
  ".note.gnu.gold-version",
  ".gnu.build.attributes",
  ".relr.dyn",
  ".nv_fatbin",
  "__nv_relfatbin",
  ".nvFatBinSegment",
  ".hip_fatbin",
  ".hipFatBinSegment",
] as const;

/** What an entry of a CUDA container is. */
export const CUDA_KINDS = ["sass", "ptx", "lto-ir", "other"] as const;

/**
 * What may follow the number of a CUDA architecture: nothing, `a` (this architecture only), or `f` (its
 * family).
 */
export const CUDA_SUFFIXES = ["", "a", "f"] as const;

/** How the payload of CUDA entries is compressed. */
export const CUDA_COMPRESSIONS = ["none", "lz4", "zstd", "other", "mixed"] as const;

/**
 * The `std::string` ABI that one C++ name speaks of (libstdc++ manual, "Dual ABI"; Itanium C++ ABI,
 * 5.1.10).
 */
export const CXX_CLASSES = ["new", "old", "both", "libc++", "neutral"] as const;

/** What can be wrong with an entry; `InspectErrorId` of the page has these among its own. */
export const READER_ERROR_IDS = [
  "zip-damaged",
  "checksum-mismatch",
  "size-mismatch",
  "library-unreadable",
  "library-truncated",
  "library-limit",
  "out-of-memory",
] as const;

/**
 * What a piece of a mangled name is (Itanium C++ ABI, 5.1). `…-end` closes the last open part of its
 * kind; what stands between is one level deeper.
 */
export const PIECE_KINDS = [
  "mangled",
  "special",
  "base-offset",
  "suffix",
  "name",
  "name-end",
  "member-qualifiers",
  "member-reference",
  "std",
  "identifier",
  "internal",
  "friend",
  "structor",
  "tag",
  "binding",
  "binding-end",
  "unnamed",
  "lambda",
  "lambda-end",
  "closure-member",
  "local",
  "local-end",
  "local-text",
  "default-argument",
  "which",
  "operator",
  "conversion",
  "literal-operator",
  "vendor-operator",
  "abbreviation",
  "again",
  "template-parameter",
  "builtin",
  "bit-int",
  "vendor-type",
  "vendor-qualifier",
  "qualifiers",
  "noexcept",
  "condition",
  "condition-end",
  "throws",
  "throws-end",
  "transaction-safe",
  "indirection",
  "member",
  "array",
  "vector",
  "size-end",
  "function",
  "function-end",
  "decltype",
  "decltype-end",
  "expansion",
  "constrained-auto",
  "elaborated",
  "arguments",
  "arguments-end",
  "pack",
  "pack-end",
  "declaration",
  "declaration-end",
  "constraint",
  "value",
  "literal",
  "address",
  "value-end",
  "expression",
  "expression-end",
  "operation",
  "operation-end",
  "function-parameter",
  "unread",
  "overlong",
  "rust",
  "plain",
] as const;

/**
 * What `push`, `finish` and `symbols` answer.
 * By the numbers that cross the boundary.
 */
export const STATUS = { more: 0, seek: 1, complete: 2, failed: 3 } as const;

/**
 * What `sniff` answers.
 * By the numbers that cross the boundary.
 */
export const SNIFFED = { other: 0, elf: 1, more: 2 } as const;

/**
 * Which side of a library a list of symbols shows: what it asks for, what it provides, or both.
 * By the numbers that cross the boundary.
 */
export const SIDES = { imported: 0, exported: 1, all: 2 } as const;

/**
 * The `std::string` ABI that one C++ name speaks of (libstdc++ manual, "Dual ABI"; Itanium C++ ABI,
 * 5.1.10).
 * By the numbers that cross the boundary.
 */
export const CLASS_CODES = { new: 0, old: 1, both: 2, "libc++": 3, neutral: 4 } as const;
