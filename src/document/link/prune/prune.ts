/**
 * The facts of a wheel without what its report neither needs nor shows first. None of it is reported as dropped: the engine too lists
 * only the first names of many. What is left is judged again and has to say the same; if it does not, less is taken away.
 */
import type { CxxFacts, PythonNames } from "../../../facts/code-facts.ts";
import { outermostScope } from "../../../core/readings/cxx/mangled-scope.ts";
import type { ElfFacts, VersionNeed, WheelFacts } from "../../../facts/model.ts";
import type { LibraryReport, Report } from "../../../core/report.ts";
import { searchElements } from "../../../core/linkage/resolve.ts";
import { compareVersionNames, isMainFamily, parseVersionName } from "../../../facts/names/version-name.ts";
import { linkLimits } from "../limits.ts";
import { essenceOf } from "./essence.ts";
import { mapElf, mapSymbols } from "./map-facts.ts";

/** How much of one kind is kept. */
interface Measure {
  /** Names of each group of symbols, beside those that the report shows. */
  readonly ofGroup: number;
  /** Scopes of C++ names on each side; the report mentions them only if two string ABIs meet. */
  readonly scopes: number;
  /** Python's names beside those that decide. */
  readonly otherNames: boolean;
}

/** From the least to all. Groups are read by the names they list, in ways of their own: none, the first, a few. */
const measures: readonly Measure[] = [
  { ofGroup: 0, scopes: 1, otherNames: false },
  { ofGroup: 1, scopes: 1, otherNames: false },
  { ofGroup: 3, scopes: Infinity, otherNames: false },
  { ofGroup: 8, scopes: Infinity, otherNames: true },
  { ofGroup: Infinity, scopes: Infinity, otherNames: true },
];

/** Names of the highest version of the families that every system has, and of the others, which are many and long. */
const NAMES_OF_MAXIMUM = 3;
const NAMES_OF_OTHERS = 1;

/** `report` is what `judge`, today's judgement, says of its facts. */
export function pruned(report: Report, judge: (facts: WheelFacts) => Report): WheelFacts {
  const wanted = essenceOf(report);
  for (const measure of measures) {
    const tried = lean(report, measure);
    if (essenceOf(judge(tried)) === wanted) return tried;
  }
  return report.facts;
}

function lean(report: Report, measure: Measure): WheelFacts {
  const { facts } = report;
  const shown = shownNames(report);
  const rows = new Map(report.libraries.map((row) => [row.facts.path, row]));
  const asked = new Set(facts.libraries.flatMap(({ elf }) => elf?.python?.imports ?? []));
  const slim = mapElf(facts, (elf, path) => ({
    ...leanSymbols(elf, shown(path), measure.ofGroup),
    cxx: elf.cxx && leanScopes(leanSymbols(elf, shown(path), measure.ofGroup).cxx ?? elf.cxx, measure.scopes),
    python:
      elf.python && (measure.otherNames ? elf.python : leanPython(elf.python, asked, rows.get(path) ?? null)),
  }));
  return {
    ...slim,
    directories: searchedDirectories(facts),
    libraries: slim.libraries.map((library) => ({ ...library, compressedBytes: 0 })),
  };
}

/** Those of the wheel that some search path leads to; the libraries' own are known by their paths. */
function searchedDirectories(facts: WheelFacts): string[] {
  const there = new Set(facts.directories);
  const searched = new Set<string>();
  for (const { path, elf } of facts.libraries) {
    for (const list of [elf?.rpath ?? null, elf?.runpath ?? null]) {
      for (const { place, directory } of searchElements(list, path, there)) {
        if (place === "in-wheel") searched.add(directory);
      }
    }
  }
  return facts.directories.filter((directory) => searched.has(directory));
}

function leanSymbols(elf: ElfFacts, shown: ReadonlySet<string>, ofGroup: number): ElfFacts {
  const highest = new Map(highestNeeds(elf.versionNeeds, familyOf).map((need) => [need, namesKept(need)]));
  const unique = new Set(shortestOfScopes(elf.uniqueExports.symbols));
  return mapSymbols(elf, {
    needs: (need) =>
      need.symbols.filter((name, at) => at < (highest.get(need) ?? 0) || shown.has(name)).map(cut),
    group: (group) =>
      group.symbols
        .filter(
          (name, at) => shown.has(name) || (group === elf.uniqueExports ? unique.has(name) : at < ofGroup),
        )
        .map(cut),
  });
}

/** Some templates have names of kilobytes; a link takes none that long. */
const cut = (name: string): string =>
  name.length <= linkLimits.nameCharacters ? name : `${name.slice(0, linkLimits.nameCharacters - 1)}…`;

/** Unique symbols are spoken of by their scopes; of each scope the shortest name comes first. */
function shortestOfScopes(symbols: readonly string[]): string[] {
  const shortest = new Map<string | null, string>();
  for (const symbol of symbols) {
    const scope = outermostScope(symbol);
    if (symbol.length < (shortest.get(scope)?.length ?? Infinity)) shortest.set(scope, symbol);
  }
  return [...shortest.values()];
}

const familyOf = ({ version }: VersionNeed): string => parseVersionName(version).family;
const namesKept = (need: VersionNeed): number =>
  isMainFamily(familyOf(need)) ? NAMES_OF_MAXIMUM : NAMES_OF_OTHERS;

/** The highest need of each kind; of equal ones the first. */
export function highestNeeds(
  needs: readonly VersionNeed[],
  kindOf: (need: VersionNeed) => string,
): VersionNeed[] {
  const highest = new Map<string, VersionNeed>();
  for (const need of needs) {
    const known = highest.get(kindOf(need));
    if (known === undefined || compareVersionNames(known.version, need.version) < 0)
      highest.set(kindOf(need), need);
  }
  return [...highest.values()];
}

function leanScopes(cxx: CxxFacts, scopes: number): CxxFacts {
  const side = (names: CxxFacts["own"]): CxxFacts["own"] => ({
    ...names,
    scopes: names.scopes.slice(0, scopes),
  });
  return {
    ...cxx,
    fromRuntime: side(cxx.fromRuntime),
    fromOthers: side(cxx.fromOthers),
    own: side(cxx.own),
  };
}

/** All imports, since they are counted; exports that somebody asks for, and the first; local names that give private code away. */
function leanPython(names: PythonNames, asked: ReadonlySet<string>, row: LibraryReport | null): PythonNames {
  const hints = new Set(row?.python?.hints ?? []);
  return {
    ...names,
    exports: names.exports.filter((name, at) => at === 0 || asked.has(name)),
    locals: names.locals && names.locals.filter((name) => hints.has(name)),
  };
}

/** Pieces of evidence of a library's C++ reading that are kept: those that are seen without asking for more. */
const CXX_EVIDENCE = 3;

/** By path: the symbols that stand as evidence somewhere in the report. */
function shownNames(report: Report): (path: string) => ReadonlySet<string> {
  const everywhere = new Set<string>();
  const byPath = new Map<string, Set<string>>();
  const note = (path: string | undefined, symbol: string | undefined): void => {
    if (symbol === undefined) return;
    const known = path === undefined ? everywhere : byPath.get(path);
    if (known !== undefined) known.add(symbol);
    else byPath.set(path ?? "", new Set([symbol]));
  };
  for (const { evidence } of report.findings) {
    for (const piece of evidence) note(piece.in, piece.symbol);
  }
  for (const { reasons } of report.systems) {
    for (const piece of reasons) note(piece.in, piece.symbol);
  }
  for (const { facts, cxx, toolchain } of report.libraries) {
    // The evidence of the build image names symbols such as “__xstat@GLIBC_2.17” in words.
    for (const words of toolchain?.image?.evidence ?? []) note(facts.path, /^[^\s@]+(?=@)/.exec(words)?.[0]);
    for (const list of [cxx?.evidence ?? [], cxx?.runtime.evidence ?? []]) {
      for (const { symbol } of list.slice(0, CXX_EVIDENCE)) note(facts.path, symbol);
    }
  }
  return (path) => new Set([...everywhere, ...(byPath.get(path) ?? [])]);
}
