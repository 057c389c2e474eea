/**
 * Says in a clause what stands between a wheel and a policy: "needs glibc 2.28", "needs libfoo.so.3, which is neither in the
 * wheel nor promised". The strongest reason comes first; further ones are named, not counted away.
 */
import { firstGcc } from "../knowledge/gcc-releases.ts";
import type { Blocker } from "./blocker.ts";
import { type Sentence, library, list, say, symbol, version } from "../sentence.ts";
import { LIBPYTHON } from "../linkage/resolve.ts";
import type { ToolchainKnowledge } from "../knowledge/toolchain.ts";
import {
  compareFamilies,
  compareNumbers,
  compareVersionNames,
  glibcRelease,
  parseVersionName,
} from "../../facts/names/version-name.ts";

/**
 * A predicate for "the wheel", e.g. "needs glibc 2.28 and GLIBCXX_3.4.25 (GCC 8.1 or newer)". `promiser` is who might have
 * promised a missing library.
 */
export function describeBlockers(
  blockers: readonly Blocker[],
  toolchain: ToolchainKnowledge,
  promiser = "the tag",
): Sentence {
  const clauses = [
    versionClause(blockers, toolchain),
    libraryClause(blockers, promiser),
    forbiddenClause(blockers),
    isaClause(blockers),
    pythonClause(blockers),
  ].filter((clause) => clause.length > 0);
  const [first, second, ...rest] = clauses;
  if (first === undefined) return ["cannot be judged"];
  if (second === undefined) return first;
  return rest.length === 0 ? say`${first}, and ${second}` : say`${first}, ${second}, and more`;
}

function versionClause(blockers: readonly Blocker[], toolchain: ToolchainKnowledge): Sentence {
  const [glibc, family] = [glibcNeed(blockers), familyNeed(blockers, toolchain)];
  const needs = [glibc, family].filter((need) => need.length > 0);
  if (versionBlockers(blockers).some((blocker) => blocker.version === "GLIBC_PRIVATE")) {
    return say`uses private symbols of glibc`;
  }
  const [first, second] = needs;
  if (first === undefined) return [];
  return second === undefined ? say`needs ${first}` : say`needs ${first} and ${second}`;
}

function versionBlockers(blockers: readonly Blocker[]): Extract<Blocker, { kind: "symbol-version" }>[] {
  return blockers.filter((blocker) => blocker.kind === "symbol-version");
}

/** The highest glibc release among the blockers; null if glibc is not among them. */
export function glibcOf(blockers: readonly Blocker[]): readonly number[] | null {
  return versionBlockers(blockers)
    .map((blocker) => glibcRelease(blocker.version))
    .filter((release) => release !== null)
    .reduce<readonly number[] | null>(
      (best, next) => (best && compareNumbers(best, next) > 0 ? best : next),
      null,
    );
}

function glibcNeed(blockers: readonly Blocker[]): Sentence {
  const release = glibcOf(blockers);
  return release ? say`glibc ${release.join(".")}` : [];
}

function familyNeed(blockers: readonly Blocker[], toolchain: ToolchainKnowledge): Sentence {
  const others = versionBlockers(blockers).filter((blocker) => !/^GLIBC_/.test(blocker.version));
  const highest = new Map<string, string>();
  for (const blocker of others) {
    const { family } = parseVersionName(blocker.version);
    const known = highest.get(family);
    if (known === undefined || compareVersionNames(known, blocker.version) < 0)
      highest.set(family, blocker.version);
  }
  // GLIBCXX, CXXABI and GCC rise together with one compiler; the first says enough.
  const [name] = [...highest.values()].sort((a, b) =>
    compareFamilies(parseVersionName(a).family, parseVersionName(b).family),
  );
  if (name === undefined) return [];
  const gcc = firstGcc(name, toolchain);
  return gcc === null ? say`${version(name)}` : say`${version(name)} (GCC ${gcc} or newer)`;
}

/** Missing libraries with the files that need them, the one that most need first. */
export function byFrequency(blockers: readonly Blocker[]): [needed: string, paths: string[]][] {
  const paths = new Map<string, string[]>();
  for (const blocker of blockers) {
    if (blocker.kind !== "library") continue;
    const known = paths.get(blocker.needed);
    if (known === undefined) paths.set(blocker.needed, [blocker.in]);
    else known.push(blocker.in);
  }
  return [...paths].sort((a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1));
}

function libraryClause(blockers: readonly Blocker[], promiser: string): Sentence {
  const names = byFrequency(blockers).map(([needed]) => needed);
  if (names.length === 0) return [];
  const [only] = names;
  if (names.length === 1 && only !== undefined && LIBPYTHON.test(only)) {
    return say`needs ${library(only)}, which many Pythons do not have`;
  }
  const which = names.length === 1 ? "is" : "are";
  return say`needs ${list(names.map(library))}, which ${which} neither in the wheel nor promised by ${promiser}`;
}

function forbiddenClause(blockers: readonly Blocker[]): Sentence {
  const forbidden = blockers.filter((blocker) => blocker.kind === "forbidden-symbol");
  const [first] = forbidden;
  if (first === undefined) return [];
  const names = [...new Set(forbidden.map((blocker) => blocker.symbol))];
  return say`uses ${list(names.map(symbol))} of ${library(first.from)}, which not every system of the tag has`;
}

function isaClause(blockers: readonly Blocker[]): Sentence {
  const levels = [
    ...new Set(blockers.flatMap((blocker) => (blocker.kind === "isa" ? [blocker.level] : []))),
  ].sort();
  const level = levels.at(-1);
  return level === undefined ? [] : say`is built for ${level.replaceAll("_", "-")} processors`;
}

function pythonClause(blockers: readonly Blocker[]): Sentence {
  if (blockers.some((blocker) => blocker.kind === "pyfpe"))
    return say`needs a Python built with --with-fpectl`;
  if (blockers.some((blocker) => blocker.kind === "ucs2"))
    return say`needs a Python 2 built for narrow Unicode`;
  return [];
}
