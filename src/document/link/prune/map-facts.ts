/** The facts of a wheel with something changed in each library that could be read. */
import type { CxxNames, SymbolGroup } from "../../../facts/code-facts.ts";
import type { ElfFacts, WheelFacts } from "../../../facts/model.ts";

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
  for (const { elf } of facts.libraries) if (elf !== null) mapSymbols(elf, { needs: add, group: add });
  return listed;
}
