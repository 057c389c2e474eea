/**
 * The facts of an ELF file that stand in the published document by themselves: under which name, what they mean, and where in the
 * facts they are. The keys of a library and the schema's description of them both come from this list, in its order.
 */
import { added, count, flag, integer, listOf, named, object, oneOf, orNull, text } from "../describe.ts";
import type { Described, Of } from "../describe.ts";
import { groupJson, groupOf, firstNames, firstSymbols, namesJson, namesShape } from "./names-json.ts";
import type { ElfFacts, VersionNeed } from "../../facts/model.ts";
import { BYTE_ORDERS, ELF_TYPES, LIBC_KINDS, LIBRARY_ROLES, RELRO_KINDS } from "../../facts/reader-lists.ts";

interface ElfField<D> {
  readonly described: D;
  readonly of: (elf: ElfFacts) => Of<D>;
}

const field = <D extends Described<unknown>>(described: D, of: (elf: ElfFacts) => Of<D>): ElfField<D> => ({
  described,
  of,
});

/** Versions that a library provides; all of them but for the C library's own and the like. */
const firstVersions = 100;

const versionNeedShape = named("version_need", "One version that a library asks of another.", {
  library: text("File name of the library asked."),
  version: text("Full version name, e.g. GLIBC_2.34."),
  weak: flag("The loader only warns where the version is missing (VER_FLG_WEAK)."),
  symbol_count: count("How many symbols ask for it; the need binds without any, too."),
  symbols: listOf("The first of them.", text("A symbol, mangled.")),
});

const elfFields = {
  kind: field(oneOf("What the file is for.", LIBRARY_ROLES), (elf) => elf.role),
  arch: field(text("Architecture as platform tags spell it, or machine-N."), (elf) => elf.architecture),
  libc: field(oneOf("The C library it was linked for.", LIBC_KINDS), (elf) => elf.libc),
  soname: field(orNull(text("DT_SONAME.")), (elf) => elf.soname),
  rpath: field(orNull(text("DT_RPATH as stored.")), (elf) => elf.rpath),
  runpath: field(orNull(text("DT_RUNPATH as stored.")), (elf) => elf.runpath),
  build_id: field(orNull(text("GNU build id in hex.")), (elf) => elf.buildId),
  static_tls: field(flag("Wants static thread-local storage (DF_STATIC_TLS)."), (elf) => elf.staticTls),
  executable_stack: field(
    orNull(flag("Asks for an executable stack; null: the file does not say.")),
    (elf) => elf.executableStack,
  ),
  text_relocations: field(
    flag("Must be patched in its code when it is loaded."),
    (elf) => elf.textRelocations,
  ),
  load_alignment: field(
    count("The largest alignment of a loaded segment in bytes."),
    (elf) => elf.loadAlignment,
  ),
  isa_needed: field(
    orNull(
      integer(
        "Bits of GNU_PROPERTY_X86_ISA_1_NEEDED: 1 baseline, 2 x86-64-v2, 4 v3, 8 v4; null: the file does not say.",
      ),
    ),
    (elf) => elf.isaNeeded,
  ),
  unique_exports: field(
    groupOf("Exported symbols of which a process keeps one copy (STB_GNU_UNIQUE)."),
    (elf) => groupJson(elf.uniqueExports),
  ),
  mentioned_libraries: field(
    namesShape(
      "File names of libraries that stand in the file as strings, as dlopen is given them: hints.",
      "A file name.",
    ),
    (elf) => namesJson(elf.mentionedLibraries, firstNames),
  ),
  elf_class: field(added(oneOf("Bits of an address.", [32, 64])), (elf) => elf.class),
  byte_order: field(added(oneOf("Order of bytes in a number.", BYTE_ORDERS)), (elf) => elf.byteOrder),
  elf_type: field(
    added(oneOf("e_type: ET_REL, ET_EXEC, ET_DYN, ET_CORE, or another.", ELF_TYPES)),
    (elf) => elf.type,
  ),
  machine: field(added(count("e_machine as a number.")), (elf) => elf.machine),
  os_abi: field(added(count("EI_OSABI as a number: 0 System V, 3 GNU.")), (elf) => elf.osAbi),
  interpreter: field(
    added(orNull(text("PT_INTERP, e.g. /lib64/ld-linux-x86-64.so.2; null: none, as in most libraries."))),
    (elf) => elf.interpreter,
  ),
  relro: field(added(oneOf("How much is read-only once it is relocated.", RELRO_KINDS)), (elf) => elf.relro),
  bind_now: field(
    added(flag("All symbols are looked up when it is loaded (DF_BIND_NOW, DF_1_NOW).")),
    (elf) => elf.bindNow,
  ),
  stripped: field(
    added(flag("There is no symbol table beside the dynamic one (.symtab).")),
    (elf) => elf.stripped,
  ),
  debug_info: field(added(flag("Carries debug information (.debug_info).")), (elf) => elf.debugInfo),
  comment: field(
    added(listOf("Marks of compilers and linkers (.comment), each once.", text("A mark."))),
    (elf) => elf.comment,
  ),
  init_symbols: field(
    added(groupOf("Functions it defines by which Python would load it, e.g. PyInit_name.")),
    ({ initSymbols: symbols }) => groupJson({ count: symbols.length, symbols }, firstNames),
  ),
  version_definitions: field(
    added(namesShape("Versions that it provides to others.", "e.g. GLIBCXX_3.4.30.")),
    (elf) => namesJson(elf.versionDefinitions, firstVersions),
  ),
  version_needs: field(
    added(listOf("Every version that it asks for, in the order of the file.", versionNeedShape)),
    (elf) => elf.versionNeeds.map(versionNeedJson),
  ),
  symbol_counts: field(
    added(
      object("Dynamic symbols, local ones left out.", {
        defined: count("Defined in it."),
        undefined: count("Taken from others."),
        undefined_weak: count("Of these, how many may be missing."),
      }),
    ),
    ({ symbolCounts: { defined, undefined: wanted, undefinedWeak } }) => ({
      defined,
      undefined: wanted,
      undefined_weak: undefinedWeak,
    }),
  ),
  section_headers: field(
    added(
      object("Section headers, which tools read and the loader does not.", {
        count: count("How many there are."),
        dynamic_symbols: flag("Symbols can be found through them, as auditwheel does."),
        version_needs: flag("Version needs can be found through them, as auditwheel does."),
      }),
    ),
    ({ sections }) => ({
      count: sections.count,
      dynamic_symbols: sections.dynamicSymbols,
      version_needs: sections.versionNeeds,
    }),
  ),
};

type ElfFields = typeof elfFields;
type ElfDescriptions = { readonly [K in keyof ElfFields]: ElfFields[K]["described"] };
export type ElfJson = { readonly [K in keyof ElfFields]: Of<ElfFields[K]["described"]> };

/** The description of each key. */
export const elfDescriptions = mapped(({ described }) => described) as ElfDescriptions;

/** The facts under their published names. */
export const elfJson = (elf: ElfFacts): ElfJson => mapped(({ of }) => of(elf)) as ElfJson;

function mapped(change: (field: ElfField<unknown>) => unknown): unknown {
  return Object.fromEntries(Object.entries(elfFields).map(([name, each]) => [name, change(each)]));
}

function versionNeedJson(need: VersionNeed): Of<typeof versionNeedShape> {
  const { library, version, weak, symbolCount, symbols } = need;
  return { library, version, weak, symbol_count: symbolCount, symbols: symbols.slice(0, firstSymbols) };
}
