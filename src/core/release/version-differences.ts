/** Versions needed from the system, and claimed by the file names, that differ between wheels of one release. */
import { MAIN_FAMILIES, type MainFamily } from "../../facts/names/version-name.ts";
import { type Sentence, type SentencePart, code, library, say, symbol, version } from "../sentence.ts";
import { compareReleases, extreme, releaseOf } from "./policy-names.ts";
import type { Difference, ReleaseRow } from "./release.ts";
import { claimedRelease, where, type Siblings } from "./siblings.ts";

/** One for each family in which some wheel needs more than another, for no reason that lies in its architecture. */
export function versionDifferences(siblings: Siblings): Difference[] {
  return MAIN_FAMILIES.flatMap((family): Difference[] => {
    const groups = byRelease(siblings.rows, (row) => releaseNeeded(row, family));
    const standing = standingOut(groups, siblings, (row) => releaseWanted(row, family));
    const [top] = standing;
    if (top === undefined) return [];
    const parts = groups.map(
      ({ release, rows }) => say`${release === null ? "none" : version(release)} ${where(rows, siblings)}`,
    );
    const rows = standing.flatMap((group) => group.rows);
    return [
      {
        kind: "version",
        // A claim that is kept tells what is needed; one that is not leads pip astray.
        severity: rows.some(({ outcome }) => outcome === "fails") ? "warning" : "info",
        sentence: say`${nameOf(family)} needed: ${commas(parts)}.${asker(top.rows, family)}`,
        family,
        finding: null,
        rows: rows.map(({ index }) => index),
        marks: rows.map(({ index }) => ({ row: index, field: family })),
      },
    ];
  });
}

const nameOf = (family: MainFamily): SentencePart => (family === "GLIBC" ? "glibc" : code(family));

/** For glibc the release in which everything can be found, which is not always the number in a name. */
function releaseNeeded(row: ReleaseRow, family: MainFamily): string | null {
  if (family === "GLIBC") return row.glibcFloor;
  return row.maxima.find((maximum) => maximum.family === family)?.number ?? null;
}

/** The release of glibc whose policy has what the wheel asks for; null if no policy limits the family, as with musl. */
function releaseWanted(row: ReleaseRow, family: MainFamily): string | null {
  if (row.libc === "musl") return null;
  if (family === "GLIBC") return row.glibcFloor;
  const policy = row.maxima.find((maximum) => maximum.family === family)?.policy ?? null;
  return policy === null ? null : releaseOf(`${policy}_${row.architecture ?? ""}`);
}

/** What asks for the version, in one of the wheels that need the most. */
function asker(rows: readonly ReleaseRow[], family: MainFamily): Sentence {
  const maximum = rows.flatMap(({ maxima }) => maxima.filter((each) => each.family === family))[0];
  if (maximum === undefined) return [];
  return maximum.symbol === null || maximum.symbol.startsWith("_Z")
    ? say` ${version(maximum.version)} is asked for by ${library(maximum.library)}.`
    : say` ${symbol(maximum.symbol)} (${version(maximum.version)}) is asked for by ${library(maximum.library)}.`;
}

/** One wheel promises to run where its sibling does not. Null claims (`linux_x86_64`) promise nothing and are left out. */
export function claimDifference(siblings: Siblings): Difference[] {
  const claiming = siblings.rows.filter((row) => claimedRelease(row) !== null);
  const groups = byRelease(claiming, claimedRelease);
  const standing = standingOut(groups, siblings, claimedRelease);
  if (standing.length === 0) return [];
  const parts = groups.map(
    ({ release, rows }) => say`${version(release ?? "none")} ${where(rows, siblings)}`,
  );
  const rows = standing.flatMap((group) => group.rows);
  return [
    {
      kind: "claim",
      severity: "info",
      sentence: say`${CLAIMED[siblings.libc]} promised by the file names: ${commas(parts)}.`,
      family: null,
      finding: null,
      rows: rows.map(({ index }) => index),
      marks: rows.map(({ index }) => ({ row: index, field: "claim" })),
    },
  ];
}

const CLAIMED = { glibc: "Oldest glibc", musl: "Oldest musl", bionic: "Oldest Android level" } as const;

interface ReleaseGroupOfRows {
  readonly release: string | null;
  readonly rows: readonly ReleaseRow[];
}

/** Newest release first, none last. */
function byRelease(
  rows: readonly ReleaseRow[],
  releaseOf: (row: ReleaseRow) => string | null,
): ReleaseGroupOfRows[] {
  const groups = new Map<string | null, ReleaseRow[]>();
  for (const row of rows) {
    if (row.outcome === "unread" || row.outcome === "unknown") continue;
    const release = releaseOf(row);
    const known = groups.get(release);
    if (known === undefined) groups.set(release, [row]);
    else known.push(row);
  }
  return [...groups]
    .map(([release, members]) => ({ release, rows: members }))
    .sort((a, b) => {
      if (a.release === null || b.release === null)
        return Number(a.release === null) - Number(b.release === null);
      return compareReleases(b.release, a.release);
    });
}

/**
 * The groups that want more than the last one. Where both are content with the oldest policy that both architectures have, nothing
 * differs that anybody could change: glibc came to aarch64 with 2.17 and to riscv64 with 2.27, and versions of libgcc go their own way on
 * each. `wanted`: the release of the C library that has what a wheel asks for; null: nothing is known of that, and the difference counts.
 */
function standingOut(
  groups: readonly ReleaseGroupOfRows[],
  { oldest }: Siblings,
  wanted: (row: ReleaseRow) => string | null,
): ReleaseGroupOfRows[] {
  const firstPolicy = ({ architecture }: ReleaseRow): string[] => {
    const first = oldest.get(architecture ?? "");
    return first === undefined ? [] : [first];
  };
  const common = extreme((groups.at(-1)?.rows ?? []).flatMap(firstPolicy), "oldest");
  return groups.slice(0, -1).flatMap(({ release, rows }): ReleaseGroupOfRows[] => {
    const beyond = rows.filter((row) => {
      const ground = extreme([...(common === null ? [] : [common]), ...firstPolicy(row)], "newest");
      const needed = wanted(row);
      return release !== null && (ground === null || needed === null || compareReleases(needed, ground) > 0);
    });
    return beyond.length === 0 ? [] : [{ release, rows: beyond }];
  });
}

const commas = (parts: readonly Sentence[]): Sentence =>
  parts.reduce<Sentence>((sum, part, index) => (index === 0 ? part : say`${sum}, ${part}`), []);
