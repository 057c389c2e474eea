/** One system against the needs of a wheel: what it lacks, what it has just enough of. */
import { runsOn } from "../../../facts/names/claim-tag.ts";
import { firstGcc } from "../../knowledge/gcc-releases.ts";
import type { Architecture, LibcKind } from "../../../facts/model.ts";
import { hostOf } from "../../loading/host.ts";
import type { Knowledge } from "../../knowledge/knowledge.ts";
import type { Loading, Outside, Refused } from "../../loading/loading.ts";
import type { SystemOutcome } from "../readings.ts";
import type { ToolchainKnowledge } from "../../knowledge/toolchain.ts";
import { MAIN_FAMILIES, type MainFamily, compareNumbers } from "../../../facts/names/version-name.ts";
import type { Admission } from "./admission.ts";
import type { KnownSystem } from "../../knowledge/systems.ts";
import { type SystemNeed, type SystemNeeds } from "./needs.ts";

/** What every system is compared with. */
export interface Question {
  readonly needs: SystemNeeds;
  readonly architecture: Architecture;
  /** `none`: nothing in the wheel needs a C library. */
  readonly libc: Exclude<LibcKind, "bionic">;
  /** Paths of files that could not be read. */
  readonly unread: readonly string[];
  readonly admission: Admission;
  /** Tells which GCC a libstdc++ is from. */
  readonly toolchain: ToolchainKnowledge;
  readonly loading: Loading;
  readonly systemPackages: Knowledge["systemPackages"];
}

export interface SystemJudgement {
  readonly outcome: SystemOutcome;
  /** What the system does not meet: the highest version of each family, GLIBC first, then the next ones, at most `REASON_LIMIT`. */
  readonly unmet: readonly SystemNeed[];
  /** The highest need of each family whose limit is not known here, or known only as a lower bound. */
  readonly unsure: readonly SystemNeed[];
  /** The highest need of each family that it meets, the one with the least to spare first. */
  readonly met: readonly SystemNeed[];
  /** What the loader there refuses. */
  readonly refused: readonly Refused[];
}

/** Reasons kept for a row. */
export const REASON_LIMIT = 5;

export function judgeSystem(system: KnownSystem, question: Question): SystemJudgement {
  const { needs, architecture, libc, unread, admission, loading } = question;
  const nothing = { unmet: [], unsure: [], met: [], refused: [] };
  if (!system.architectures.some((each) => runsOn(architecture, each)))
    return { ...nothing, outcome: "other-architecture" };
  if (libc !== "none" && libc !== system.libc) return { ...nothing, outcome: "other-libc" };
  const unmet: SystemNeed[][] = [];
  const unsure: SystemNeed[] = [];
  const met: { need: SystemNeed; spare: number }[] = [];
  for (const family of MAIN_FAMILIES) {
    const list = needs.byFamily.get(family) ?? [];
    const limit = limitOf(system, family, question);
    if (limit === null) {
      // A glibc need on musl: such a file belongs to the other C library and is not judged here.
      if (list[0] !== undefined && family !== "GLIBC") unsure.push(list[0]);
      continue;
    }
    const missing = tooNew(list, limit.numbers, system.markers);
    const [first] = missing;
    if (first !== undefined) {
      if (limit.least || (family === "GLIBC" && system.open !== null)) unsure.push(first);
      else unmet.push(missing);
      continue;
    }
    const [highest] = list;
    if (highest !== undefined)
      met.push({ need: highest, spare: spareOf(family, highest.numbers, limit.numbers) });
  }
  met.sort((a, b) => a.spare - b.spare);
  const first = unmet.flatMap((list) => list.slice(0, 1));
  const further = unmet.flatMap((list) => list.slice(1));
  const judged = {
    unmet: [...first, ...further].slice(0, REASON_LIMIT),
    unsure,
    met: met.map(({ need }) => need),
    refused: loading.refusedBy(hostOf(system, architecture)),
  };
  if (first.length > 0) return { ...judged, outcome: outcomeOf(first) };
  if (loading.failing.length > 0 || judged.refused.length > 0) return { ...judged, outcome: "does-not-load" };
  // musl has no versions: its release is promised by the tag and by nothing in the files.
  if (libc === "musl" && !admission.admits(system)) return { ...judged, outcome: "needs-newer-runtime" };
  const known = unsure.length === 0 && unread.length === 0 && needs.unknowable.length === 0;
  if (!known) return { ...judged, outcome: "unknown" };
  if (!admission.admits(system)) return { ...judged, outcome: "pip-refuses" };
  const needsMore = missingOutside(loading).length > 0 || lacking(system, question).length > 0;
  return { ...judged, outcome: needsMore ? "installs-but" : "runs" };
}

/** Libraries that the wheel needs, that policies promise, and that this system has only on request. */
export const lacking = (system: KnownSystem, { needs }: Question): string[] =>
  system.lacks.filter((name) => needs.promised.has(name));

/** Libraries that nobody known brings. What a script of the wheel loads itself, or Python's own library, is not counted here. */
export const missingOutside = ({ outside }: Loading): readonly Outside[] =>
  outside.filter(({ kind }) => kind === "missing");

/** The highest version of a family that a system has. */
export interface Limit {
  readonly numbers: readonly number[];
  /** It has at least that; its own was not measured. */
  readonly least: boolean;
}

/**
 * glibc 2.31 and newer are built with GCC 6.2 or newer only (its INSTALL, "Tools for Compilation"), and a distribution's libstdc++ and
 * libgcc come from the GCC that built its glibc, or a later one.
 */
const LEAST: Readonly<Record<Exclude<MainFamily, "GLIBC">, readonly number[]>> = {
  GLIBCXX: [3, 4, 22],
  CXXABI: [1, 3, 10],
  GCC: [6, 2, 0],
};
const LEAST_FROM = [2, 31] as const;

/** Null: not known. */
export function limitOf(system: KnownSystem, family: MainFamily, question: Question): Limit | null {
  const numbers = statedLimit(system, family, question);
  if (numbers !== null) return { numbers, least: false };
  const applies =
    family !== "GLIBC" && system.libc === "glibc" && compareNumbers(system.release, LEAST_FROM) >= 0;
  return applies ? { numbers: LEAST[family], least: true } : null;
}

function statedLimit(
  system: KnownSystem,
  family: MainFamily,
  { architecture, toolchain }: Question,
): readonly number[] | null {
  const stated = (name: MainFamily): readonly number[] | undefined =>
    system.exceptions.get(architecture)?.get(name) ?? system.limits.get(name);
  const limit = stated(family) ?? null;
  if (family !== "GCC") return limit;
  // libgcc comes from the same build as libstdc++, and its own last version can be much older than the compiler.
  const cxx = stated("GLIBCXX");
  const gcc = cxx === undefined ? null : firstGcc(`GLIBCXX_${cxx.join(".")}`, toolchain);
  const release = gcc === null ? null : [...gcc.split(".").map(Number), 0];
  if (release === null) return limit;
  return limit === null || compareNumbers(limit, release) < 0 ? release : limit;
}

/** The first needs of a list, highest first, that are above the limit and not provided as a backport. */
function tooNew(
  list: readonly SystemNeed[],
  limit: readonly number[],
  markers: readonly string[],
): SystemNeed[] {
  const found: SystemNeed[] = [];
  for (const need of list) {
    if (found.length === REASON_LIMIT || compareNumbers(need.numbers, limit) <= 0) break;
    if (!markers.includes(need.version)) found.push(need);
  }
  return found;
}

function outcomeOf(unmet: readonly SystemNeed[]): SystemOutcome {
  const families = new Set(unmet.map(({ family }) => family));
  if (families.has("GCC")) return "needs-newer-runtime";
  if (!families.has("GLIBC")) return "needs-newer-libstdcxx";
  return families.size === 1 ? "needs-newer-glibc" : "needs-newer-runtime";
}

/** How many releases lie between need and limit. libgcc last: its versions rise in leaps. */
function spareOf(family: MainFamily, need: readonly number[], limit: readonly number[]): number {
  if (family === "GCC") return Number.MAX_SAFE_INTEGER;
  const position = family === "GLIBC" ? 1 : 2;
  return (limit[position] ?? 0) - (need[position] ?? 0);
}
