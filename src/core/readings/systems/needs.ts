/**
 * What a wheel needs of the system it runs on, by version of the C library and of the compiler's runtime. What the wheel, another
 * wheel or the driver brings is left out; what their copies need themselves is not.
 */
import { runsOn } from "../../../facts/names/claim-tag.ts";
import { knownSymbol, readableSymbol } from "../../knowledge/known-symbols.ts";
import type { Architecture, VersionNeed, WheelFacts } from "../../../facts/model.ts";
import type { LinkageMap } from "../../verdict/own-blockers.ts";
import type { Evidence } from "../../evidence.ts";
import type { Linkage } from "../../linkage/kinds.ts";
import {
  MAIN_FAMILIES,
  type MainFamily,
  compareNumbers,
  glibcRelease,
  parseVersionName,
} from "../../../facts/names/version-name.ts";

/** One version, and the file that says most plainly why it is needed. */
export interface SystemNeed {
  readonly family: MainFamily;
  /** e.g. `GLIBC_2.34`. */
  readonly version: string;
  readonly numbers: readonly number[];
  readonly in: string;
  readonly from: string;
  /** The most telling of the symbols that ask for it; null if none is known. */
  readonly symbol: string | null;
  /** How many files need this version. */
  readonly files: number;
}

export interface SystemNeeds {
  /** By family, the highest version first. */
  readonly byFamily: ReadonlyMap<MainFamily, readonly SystemNeed[]>;
  /** Versions of glibc that no release is known to have: `GLIBC_PRIVATE`, or markers newer than our tables. */
  readonly unknowable: readonly Evidence[];
  /** Needed libraries that policies promise, each with the first file that needs it. */
  readonly promised: ReadonlyMap<string, string>;
  /** Path of the copy of libstdc++ in the wheel that answers for the system's; null: none is needed, or it is the system's. */
  readonly ownLibstdcxx: string | null;
}

/** The needs of all readable files that run on the architecture. */
export function systemNeeds(facts: WheelFacts, linkage: LinkageMap, architecture: Architecture): SystemNeeds {
  const byVersion = new Map<string, Collected>();
  const unknowable: Evidence[] = [];
  const promised = new Map<string, string>();
  let ownLibstdcxx: string | null = null;
  for (const { path, elf } of facts.libraries) {
    if (elf === null || !runsOn(elf.architecture, architecture)) continue;
    const brought = new Set<string>();
    for (const link of linkage.get(path) ?? []) {
      if (isBrought(link)) brought.add(link.needed);
      if (link.kind === "in-wheel" && /^libstdc\+\+[-.]/.test(link.needed)) ownLibstdcxx ??= link.path;
      if (link.kind === "allowed" && !promised.has(link.needed)) promised.set(link.needed, path);
    }
    for (const need of elf.versionNeeds) {
      // The loader goes on without a weak need's version (glibc, `elf/dl-version.c`).
      if (need.weak || brought.has(need.library)) continue;
      collect(path, need, byVersion, unknowable);
    }
  }
  return { byFamily: sorted(byVersion), unknowable, promised, ownLibstdcxx };
}

/** Something other than the system answers for it; the same line as own-blockers.ts draws. */
function isBrought(link: Linkage): boolean {
  switch (link.kind) {
    case "in-wheel":
    case "in-wheel-unreachable":
    case "other-wheel":
    case "driver":
      return true;
    case "allowed":
    case "loader":
    case "libpython":
    case "missing":
      return false;
  }
}

interface Collected {
  need: Omit<SystemNeed, "files">;
  telling: number;
  readonly files: Set<string>;
}

function collect(
  path: string,
  need: VersionNeed,
  byVersion: Map<string, Collected>,
  unknowable: Evidence[],
): void {
  const { version, library } = need;
  const place = placeOf(version);
  if (place === null) {
    if (!version.startsWith("GLIBC_") || unknowable.length >= 5) return;
    const [name] = need.symbols;
    unknowable.push({ in: path, ...(name === undefined ? {} : { symbol: name }), version, from: library });
    return;
  }
  const known = byVersion.get(version);
  known?.files.add(path);
  // Nothing tells more; the names of hundreds of other files need no reading.
  if (known?.telling === KNOWN_STORY) return;
  const [symbol, telling] = mostTelling(need);
  const fields = { ...place, version, in: path, from: library, symbol };
  if (known === undefined) {
    byVersion.set(version, { need: fields, telling, files: new Set([path]) });
    return;
  }
  if (telling > known.telling) {
    known.need = fields;
    known.telling = telling;
  }
}

/** Family and number of a version; null if it is of another family or has no number to compare. */
function placeOf(version: string): { family: MainFamily; numbers: readonly number[] } | null {
  const release = glibcRelease(version);
  if (release !== null) return { family: "GLIBC", numbers: release };
  const { family, numbers } = parseVersionName(version);
  // `GLIBCXX_IEEE128_3.4.29` came with `GLIBCXX_3.4.29`.
  const base = MAIN_FAMILIES.find((each) => each === family.split("_", 1)[0]);
  return base === undefined || base === "GLIBC" || numbers === null ? null : { family: base, numbers };
}

const KNOWN_STORY = 3;

/** A symbol whose story is known, else one that can be read, else the first. */
function mostTelling({ symbols, version }: VersionNeed): [symbol: string | null, telling: number] {
  const known = symbols.find((name) => knownSymbol(name, version) !== null);
  if (known !== undefined) return [known, KNOWN_STORY];
  const readable = symbols.find((name) => readableSymbol(name) !== null);
  if (readable !== undefined) return [readable, 2];
  const [first] = symbols;
  return first === undefined ? [null, 0] : [first, 1];
}

function sorted(byVersion: ReadonlyMap<string, Collected>): Map<MainFamily, SystemNeed[]> {
  const byFamily = new Map<MainFamily, SystemNeed[]>(MAIN_FAMILIES.map((family) => [family, []]));
  for (const { need, files } of byVersion.values()) {
    byFamily.get(need.family)?.push({ ...need, files: files.size });
  }
  for (const needs of byFamily.values()) needs.sort((a, b) => compareNumbers(b.numbers, a.numbers));
  return byFamily;
}
