/** Facts of an ELF file that the document does not give as they are. All others follow from their description in facts/elf.ts. */
import { elf } from "../../facts/elf.ts";
import type { ElfFacts, VersionNeed } from "../../facts/model.ts";
import {
  count,
  flag,
  integer,
  listOf,
  named,
  object,
  orNull,
  text,
  type Described,
  type Of,
} from "../describe.ts";
import { firstNames, firstSymbols, groupJson, groupOf, namesJson, namesShape } from "./names-json.ts";

interface ElfForm<V, D> {
  readonly described: D;
  readonly write: (value: V) => Of<D>;
}

const form = <K extends keyof ElfFacts, D extends Described<unknown>>(
  _fact: K,
  described: D,
  write: (value: ElfFacts[K]) => Of<D>,
): ElfForm<ElfFacts[K], D> => ({ described, write });

const about = (fact: keyof typeof elf.fields): string => elf.fields[fact].about;

/** Versions that a library provides; all of them but for the C library's own and the like. */
const firstVersions = 100;

const versionNeedShape = named("version_need", "One version that a library needs from another.", {
  library: text("File name of the other library."),
  version: text("Full version name, e.g. GLIBC_2.34."),
  weak: flag("The loader only warns if the version is missing (VER_FLG_WEAK)."),
  symbol_count: count("How many symbols ask for it; the need binds without any, too."),
  symbols: listOf("The first of them.", text("A symbol, mangled.")),
});

export const elfForms = {
  /** Published without a lowest value, which cannot be taken back. */
  isaNeeded: form("isaNeeded", orNull(integer(about("isaNeeded"))), (bits) => bits),
  mentionedLibraries: form(
    "mentionedLibraries",
    namesShape(about("mentionedLibraries"), "A file name."),
    (names) => namesJson(names, firstNames),
  ),
  comment: form("comment", listOf(about("comment"), text("A mark.")), (marks) => marks),
  initSymbols: form("initSymbols", groupOf(about("initSymbols")), (symbols) =>
    groupJson({ count: symbols.length, symbols }, firstNames),
  ),
  versionDefinitions: form(
    "versionDefinitions",
    namesShape(about("versionDefinitions"), "e.g. GLIBCXX_3.4.30."),
    (names) => namesJson(names, firstVersions),
  ),
  versionNeeds: form("versionNeeds", listOf(about("versionNeeds"), versionNeedShape), (needs) =>
    needs.map(versionNeedJson),
  ),
  symbolCounts: form(
    "symbolCounts",
    object(about("symbolCounts"), {
      defined: count("Defined in it."),
      undefined: count("Taken from others."),
      undefined_weak: count("Of these, how many may be missing."),
    }),
    ({ defined, undefined: wanted, undefinedWeak }) => ({
      defined,
      undefined: wanted,
      undefined_weak: undefinedWeak,
    }),
  ),
  sections: form(
    "sections",
    object(about("sections"), {
      count: count("How many there are."),
      dynamic_symbols: flag("Symbols can be found through them, as auditwheel does."),
      version_needs: flag("Version needs can be found through them, as auditwheel does."),
    }),
    ({ count: total, dynamicSymbols, versionNeeds }) => ({
      count: total,
      dynamic_symbols: dynamicSymbols,
      version_needs: versionNeeds,
    }),
  ),
};

function versionNeedJson(need: VersionNeed): Of<typeof versionNeedShape> {
  const { library, version, weak, symbolCount, symbols } = need;
  return { library, version, weak, symbol_count: symbolCount, symbols: symbols.slice(0, firstSymbols) };
}
