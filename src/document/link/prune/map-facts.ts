/** The facts of a wheel with something changed in each library that could be read. */
import type { CxxNames, SymbolGroup } from "../../../facts/code-facts.ts";
import type { ElfFacts, LinkFacts, WheelFacts } from "../../../facts/model.ts";

export function mapElf(facts: WheelFacts, change: (elf: ElfFacts, path: string) => ElfFacts): WheelFacts {
  return {
    ...facts,
    libraries: facts.libraries.map((library) =>
      library.elf === null ? library : { ...library, elf: change(library.elf, library.path) },
    ),
  };
}

/** Every list of symbol names in a library through `keep`; the counts beside them stay. */
export function mapSymbols(
  elf: ElfFacts,
  keep: {
    readonly needs: (need: ElfFacts["versionNeeds"][number]) => readonly string[];
    readonly group: (group: SymbolGroup) => readonly string[];
  },
): ElfFacts {
  const group = (each: SymbolGroup): SymbolGroup => ({ count: each.count, symbols: keep.group(each) });
  const names = (side: CxxNames): CxxNames => ({
    ...side,
    new: group(side.new),
    old: group(side.old),
    both: group(side.both),
    libcxx: group(side.libcxx),
    stray: group(side.stray),
  });
  const { cxx } = elf;
  return {
    ...elf,
    versionNeeds: elf.versionNeeds.map((need) => ({ ...need, symbols: keep.needs(need) })),
    uniqueExports: group(elf.uniqueExports),
    cxx: cxx && {
      fromRuntime: names(cxx.fromRuntime),
      fromOthers: names(cxx.fromOthers),
      own: names(cxx.own),
      runtime: {
        ...cxx.runtime,
        hybridMarks: group(cxx.runtime.hybridMarks),
        staticMarks: group(cxx.runtime.staticMarks),
      },
    },
  };
}

/** How many names of symbols a wheel's facts list. */
export function listedSymbols(facts: WheelFacts): number {
  let listed = 0;
  const add = <T extends { readonly symbols: readonly string[] }>(each: T): readonly string[] => {
    listed += each.symbols.length;
    return each.symbols;
  };
  for (const { elf, links } of facts.libraries) {
    if (elf !== null) mapSymbols(elf, { needs: add, group: add });
    if (links !== null) listed += links.owners.length + links.unowned.names.length;
  }
  return listed;
}

/** Which names the libraries ask of each other is not said any more. */
export const withoutLinks = (facts: WheelFacts): WheelFacts => ({
  ...facts,
  libraries: facts.libraries.map((library) => ({ ...library, links: null })),
});

/** Only some libraries: who has a name is said by places in the list, which change. A set of owners of which one goes is forgotten. */
export function onlyLibraries(facts: WheelFacts, kept: ReadonlySet<string>): WheelFacts {
  const places = new Map<number, number>();
  for (const [place, { path }] of facts.libraries.entries())
    if (kept.has(path)) places.set(place, places.size);
  const moved = ({ owners, unowned }: LinkFacts): LinkFacts => ({
    owners: owners.flatMap((set) => {
      const at = set.in.flatMap((place) => places.get(place) ?? []);
      return at.length === set.in.length ? [{ ...set, in: at }] : [];
    }),
    unowned,
  });
  const libraries = facts.libraries.filter(({ path }) => kept.has(path));
  return {
    ...facts,
    libraries: libraries.map((library) => ({ ...library, links: library.links && moved(library.links) })),
  };
}
