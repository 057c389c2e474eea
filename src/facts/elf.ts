/**
 * The facts of one ELF file, each described once. Unit, limits and source of each are written in the crate
 * (wasm/src/elf/facts), which reads them; model.ts has the types. Keys and usual values are those of share links, version 1.
 */
import { cxx } from "./cxx.ts";
import {
  architectures,
  count,
  field,
  flag,
  hex,
  listOf,
  name,
  oneOf,
  orNull,
  record,
  row,
  searchPath,
} from "./describe.ts";
import { gpu } from "./gpu.ts";
import { noSymbols, symbolGroup } from "./groups.ts";
import { python } from "./python.ts";
import {
  ARCHITECTURES,
  BYTE_ORDERS,
  ELF_TYPES,
  LIBC_KINDS,
  LIBRARY_ROLES,
  RELRO_KINDS,
  SECTION_MARKS,
  SYMBOL_BINDINGS,
  SYMBOL_TYPES,
} from "./reader-lists.ts";

/** One version that a library needs from one provider (an entry of `SHT_GNU_verneed`). */
export const versionNeed = row({
  /** File name of the provider as the table states it, e.g. `libc.so.6`. */
  library: name,
  /** E.g. `GLIBC_2.34`. */
  version: name,
  /** `VER_FLG_WEAK`: the loader only warns if the version is missing. */
  weak: flag,
  /** How many dynamic symbols ask for this version. May be 0: the need still binds. */
  symbolCount: count,
  /** The symbols themselves (mangled), in table order; at most as many as the reader's evidence limit (50). */
  symbols: listOf(name),
});

/** One dynamic symbol. */
export const symbol = row({
  name,
  defined: flag,
  binding: oneOf(SYMBOL_BINDINGS),
  type: oneOf(SYMBOL_TYPES),
  /** Null: the symbol is unversioned, or the file has no version table. */
  version: orNull(name),
  /** For an undefined versioned symbol: the file that the version need names. */
  provider: orNull(name),
});

/** What `usual` of a later field is told of the fields before it. */
interface Loaded {
  readonly loadAlignment: number;
}

export const elf = record({
  class: field(oneOf([32, 64]), {
    key: "c",
    usual: 64,
    name: "elf_class",
    about: "Bits of an address (EI_CLASS).",
  }),
  byteOrder: field(oneOf(BYTE_ORDERS), {
    key: "y",
    usual: "little",
    name: "byte_order",
    about: "Order of bytes in a number (EI_DATA).",
  }),
  machine: field(count, { key: "m", usual: 62, name: "machine", about: "e_machine as a number." }),
  osAbi: field(count, {
    key: "o",
    usual: 0,
    name: "os_abi",
    about: "EI_OSABI as a number: 0 System V, 3 GNU.",
  }),
  type: field(oneOf(ELF_TYPES), {
    key: "t",
    usual: "shared",
    name: "elf_type",
    about: "e_type: ET_REL, ET_EXEC, ET_DYN, ET_CORE, or another.",
  }),
  flags: field(count, { key: "f", usual: 0, about: "The bits of e_flags." }),
  architecture: field(architectures(ARCHITECTURES), {
    key: "a",
    usual: "x86_64",
    name: "arch",
    about: "Architecture as platform tags spell it, or machine-N.",
  }),
  libc: field(oneOf(LIBC_KINDS), {
    key: "l",
    usual: "glibc",
    name: "libc",
    about: "The C library it was linked for.",
  }),
  role: field(oneOf(LIBRARY_ROLES), {
    key: "r",
    usual: "extension-module",
    name: "kind",
    about: "What the file is for.",
  }),
  interpreter: field(orNull(name), {
    key: "ld",
    usual: null,
    name: "interpreter",
    about: "PT_INTERP, e.g. /lib64/ld-linux-x86-64.so.2; null: none, as in most libraries.",
  }),
  soname: field(orNull(name), { key: "s", usual: null, name: "soname", about: "DT_SONAME." }),
  needed: field(listOf(name), {
    key: "n",
    usual: [],
    about: "DT_NEEDED in table order, duplicates kept.",
  }),
  rpath: field(orNull(searchPath), {
    key: "rp",
    usual: null,
    name: "rpath",
    about: "DT_RPATH as stored.",
  }),
  runpath: field(orNull(searchPath), {
    key: "ru",
    usual: null,
    name: "runpath",
    about: "DT_RUNPATH as stored.",
  }),
  versionNeeds: field(listOf(versionNeed, { packed: "version-needs" }), {
    key: "v",
    usual: [],
    name: "version_needs",
    about: "The versions it needs from other libraries, in table order.",
  }),
  versionDefinitions: field(listOf(name), {
    key: "d",
    usual: [],
    name: "version_definitions",
    about: "The versions it provides (SHT_GNU_verdef), the base definition left out.",
  }),
  symbolCounts: field(row({ defined: count, undefined: count, undefinedWeak: count }), {
    key: "k",
    name: "symbol_counts",
    about:
      "How many dynamic symbols there are, local ones left out; weak undefined ones are part of the undefined.",
  }),
  watchedSymbols: field(listOf(symbol), {
    key: "w",
    usual: [],
    about:
      "Dynamic symbols on the watch list that the reader was given (symbols that policies forbid, and the like).",
  }),
  initSymbols: field(listOf(name), {
    key: "i",
    usual: [],
    name: "init_symbols",
    about: "Functions by which Python would load the file, such as PyInit_*.",
  }),
  buildId: field(orNull(hex), {
    key: "b",
    usual: null,
    name: "build_id",
    about: "GNU build id in hex.",
  }),
  isaNeeded: field(orNull(count), {
    key: "is",
    usual: null,
    name: "isa_needed",
    about:
      "Bits of GNU_PROPERTY_X86_ISA_1_NEEDED: 1 baseline, 2 x86-64-v2, 4 v3, 8 v4; null: the file does not say.",
  }),
  executableStack: field(orNull(flag), {
    key: "x",
    usual: false,
    name: "executable_stack",
    about: "Asks for an executable stack; null: the file does not say.",
  }),
  relro: field(oneOf(RELRO_KINDS), {
    key: "ro",
    usual: "partial",
    name: "relro",
    about: "How much is read-only once it is relocated.",
  }),
  bindNow: field(flag, {
    key: "bn",
    usual: false,
    name: "bind_now",
    about: "All symbols are looked up when it is loaded (DF_BIND_NOW, DF_1_NOW).",
  }),
  textRelocations: field(flag, {
    key: "tr",
    usual: false,
    name: "text_relocations",
    about: "Must be patched in its code when it is loaded.",
  }),
  staticTls: field(flag, {
    key: "st",
    usual: false,
    name: "static_tls",
    about: "Wants static thread-local storage (DF_STATIC_TLS).",
  }),
  loadAlignment: field(count, {
    key: "al",
    usual: 4096,
    name: "load_alignment",
    about: "The largest alignment of a loaded segment in bytes.",
  }),
  stripped: field(flag, {
    key: "sd",
    usual: true,
    name: "stripped",
    about: "There is no symbol table beside the dynamic one (.symtab).",
  }),
  debugInfo: field(flag, {
    key: "di",
    usual: false,
    name: "debug_info",
    about: "Carries debug information (.debug_info or .zdebug_info).",
  }),
  comment: field(listOf(name), {
    key: "cm",
    usual: [],
    name: "comment",
    about: "Marks of compilers and linkers (.comment), each once.",
  }),
  sections: field(row({ count, dynamicSymbols: flag, versionNeeds: flag }, "sections"), {
    key: "se",
    name: "section_headers",
    about:
      "How many section headers there are, and whether the tables are reachable through section names, as auditwheel looks for them.",
  }),
  sectionMarks: field(listOf(oneOf(SECTION_MARKS)), {
    key: "sm",
    usual: [],
    about: "Section names that tell something of the toolchain or of GPU code.",
  }),
  cxx: field(orNull(cxx), { key: "cx", usual: null, about: "C++ names; null: there are none." }),
  uniqueExports: field(symbolGroup, {
    key: "u",
    usual: noSymbols,
    name: "unique_exports",
    about: "Exported symbols of which a process keeps one copy (STB_GNU_UNIQUE).",
  }),
  python: field(orNull(python), {
    key: "p",
    usual: null,
    about: "Python's own names; null: there are none.",
  }),
  gpu: field(orNull(gpu), { key: "g", usual: null, about: "GPU code; null: there is none." }),
  mentionedLibraries: field(listOf(name), {
    key: "ml",
    usual: [],
    name: "mentioned_libraries",
    about: "File names of libraries that stand in the file as strings, as dlopen is given them: hints.",
  }),
  tlsSize: field(count, {
    key: "tz",
    usual: 0,
    name: "tls_size",
    about: "Bytes of thread-local storage for each thread (PT_TLS).",
  }),
  smallestLoadAlignment: field(count, {
    key: "sa",
    usual: ({ loadAlignment }: Loaded) => loadAlignment,
    name: "smallest_load_alignment",
    about: "The smallest alignment of a loaded segment in bytes.",
  }),
  loadCongruence: field(count, {
    key: "lc",
    usual: ({ loadAlignment }: Loaded) => loadAlignment,
    name: "load_congruence",
    about:
      "The largest page size in bytes with which all segments can be mapped, whatever alignment they ask for; 0: any.",
  }),
});
