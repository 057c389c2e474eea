/** Version needs: the highest of each family and who asks; the floors of the libraries. */
import type { VersionNeed } from "../../facts/model.ts";
import type { FamilyMaximum } from "../../core/linkage/family-maximum.ts";
import type { Report } from "../../core/report.ts";
import { type Sentence, count, library, say, version } from "../../core/sentence.ts";
import {
  compareNumbers,
  glibcRelease,
  MAIN_FAMILIES,
  parseVersionName,
} from "../../facts/names/version-name.ts";
import { paths, symbols } from "./phrases.ts";

interface Asking {
  readonly path: string;
  readonly maximum: FamilyMaximum;
}

/** “Highest of GLIBC: GLIBC_2.34, for pthread_create and pthread_join in pkg/_pool.so.” One for each main family. */
export function highestVersions(report: Report): readonly Sentence[] {
  return familiesOf(report, MAIN_FAMILIES);
}

/** The same for the families of the C++ runtime. */
export function cxxVersions(report: Report): readonly Sentence[] {
  return familiesOf(
    report,
    MAIN_FAMILIES.filter((family) => family !== "GLIBC"),
  );
}

function familiesOf(report: Report, families: readonly string[]): readonly Sentence[] {
  return families.flatMap((family) => {
    const asking = highest(report, family);
    const [first] = asking;
    if (first === undefined) return [];
    const { version: name, symbols: names, symbolCount } = first.maximum;
    const bound = symbols(names, symbolCount);
    const why = bound.length === 0 ? "" : say`, for ${bound}`;
    const others = asking.length - 1;
    const where = others === 0 ? "" : ` and ${count(others, "more file")}`;
    return [say`Highest of ${family}: ${version(name)}${why} in ${library(first.path)}${where}.`];
  });
}

/** The files that ask for the wheel's highest version of a family, in report order. */
function highest(report: Report, family: string): readonly Asking[] {
  let best: readonly number[] = [];
  let asking: Asking[] = [];
  for (const { facts, maxima } of judged(report)) {
    const maximum = maxima.find((each) => each.family === family);
    if (maximum === undefined) continue;
    const numbers = parseVersionName(maximum.version).numbers ?? [];
    const order = asking.length === 0 ? 1 : compareNumbers(numbers, best);
    if (order > 0) [best, asking] = [numbers, []];
    if (order >= 0) asking.push({ path: facts.path, maximum });
  }
  return asking;
}

interface Floor {
  readonly floor: string;
  readonly release: readonly number[];
  /** What asks for it in the first of the files. */
  readonly need: VersionNeed;
  readonly files: string[];
}

/** “The floor is glibc 2.34, by GLIBC_2.34 for pthread_create in pkg/_pool.so.” Then which files would do with which older one. */
export function floors(report: Report): readonly Sentence[] {
  const { glibcFloor } = report.verdict;
  if (glibcFloor === null) return [];
  const found = filesByFloor(judged(report));
  const top = found.find(({ floor }) => floor === glibcFloor);
  const lower = found
    .filter((each) => each !== top)
    .map(({ floor, files }) => say`glibc ${floor} would do for ${paths(files)}.`);
  if (top === undefined) return [say`The floor is glibc ${glibcFloor}.`, ...lower];
  const bound = symbols(top.need.symbols, top.need.symbolCount);
  const why = bound.length === 0 ? "" : say` for ${bound}`;
  const by = say`${version(top.need.version)}${why} in ${paths(top.files)}`;
  return [say`The floor is glibc ${glibcFloor}, by ${by}.`, ...lower];
}

/** Highest floor first. */
function filesByFloor(libraries: Report["libraries"]): readonly Floor[] {
  const byFloor = new Map<string, Floor>();
  for (const { facts } of libraries) {
    const [highest] = (facts.elf?.versionNeeds ?? [])
      .flatMap((need) => {
        const release = glibcRelease(need.version);
        return release === null ? [] : [{ need, release }];
      })
      .sort((a, b) => compareNumbers(b.release, a.release));
    if (highest === undefined) continue;
    const floor = highest.release.join(".");
    const known = byFloor.get(floor);
    if (known === undefined) byFloor.set(floor, { floor, ...highest, files: [facts.path] });
    else known.files.push(facts.path);
  }
  return [...byFloor.values()].sort((a, b) => compareNumbers(b.release, a.release));
}

/** Versions are compared within one architecture; files for another one are reported elsewhere. */
function judged({ libraries, architecture }: Report): Report["libraries"] {
  if (architecture === null) return libraries;
  return libraries.filter(({ facts }) => facts.elf?.architecture === architecture);
}

/** Which C library the files were made for. */
export function musl({ libraries }: Report): readonly Sentence[] {
  const made = (libc: string) =>
    libraries.filter(({ facts }) => facts.elf?.libc === libc).map(({ facts }) => facts.path);
  const [forMusl, forGlibc] = [made("musl"), made("glibc")];
  if (forMusl.length === 0) return [];
  const others = forGlibc.length === 0 ? [] : [say`Made for glibc: ${paths(forGlibc)}.`];
  return [say`Made for musl: ${paths(forMusl)}.`, ...others];
}
