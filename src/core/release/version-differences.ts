/** Versions asked of the system, and claimed by the file names, that differ between wheels of one release. */
import type { Sentence, SentencePart } from "../report.ts";
import { code, library, say, symbol, version } from "../sentence.ts";
import { NEED_FAMILIES, type NeedFamily } from "../systems/needs.ts";
import { compareReleases } from "./release-number.ts";
import type { Difference, ReleaseRow } from "./release.ts";
import { claimedRelease, where, type Siblings } from "./siblings.ts";

/** One for each family in which some wheel needs more than another, for no reason that lies in its architecture. */
export function versionDifferences(siblings: Siblings): Difference[] {
  return NEED_FAMILIES.flatMap((family): Difference[] => {
    const groups = byRelease(siblings.rows, (row) => releaseNeeded(row, family));
    const standing = standingOut(groups, siblings, family === "GLIBC");
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

const nameOf = (family: NeedFamily): SentencePart => (family === "GLIBC" ? "glibc" : code(family));

/** For glibc the release in which everything can be found, which is not always the number in a name. */
function releaseNeeded(row: ReleaseRow, family: NeedFamily): string | null {
  if (family === "GLIBC") return row.glibcFloor;
  return row.maxima.find((maximum) => maximum.family === family)?.number ?? null;
}

/** What asks for the version, in one of the wheels that need the most. */
function asker(rows: readonly ReleaseRow[], family: NeedFamily): Sentence {
  const maximum = rows.flatMap(({ maxima }) => maxima.filter((each) => each.family === family))[0];
  if (maximum === undefined) return [];
  return maximum.symbol === null || maximum.symbol.length > LONGEST_SYMBOL
    ? say` ${version(maximum.version)} is asked for by ${library(maximum.library)}.`
    : say` ${symbol(maximum.symbol)} (${version(maximum.version)}) is asked for by ${library(maximum.library)}.`;
}

/** A longer one is no use in a sentence. */
const LONGEST_SYMBOL = 60;

/** One wheel promises to run where its sibling does not. Null claims (`linux_x86_64`) promise nothing and are left out. */
export function claimDifference(siblings: Siblings): Difference[] {
  const claiming = siblings.rows.filter((row) => claimedRelease(row) !== null);
  const groups = byRelease(claiming, claimedRelease);
  if (standingOut(groups, siblings, true).length === 0) return [];
  const lowest = groups.at(-1);
  const parts = groups.map(
    ({ release, rows }) => say`${version(release ?? "none")} ${where(rows, siblings)}`,
  );
  const rows = lowest?.rows ?? [];
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
 * The groups that need more than the last one. With `byArchitecture`, wheels count only where they need more than the oldest policy
 * of their architecture: glibc came to riscv64 with 2.27, and no wheel for it can do with 2.17.
 */
function standingOut(
  groups: readonly ReleaseGroupOfRows[],
  { oldest }: Siblings,
  byArchitecture: boolean,
): ReleaseGroupOfRows[] {
  return groups.slice(0, -1).flatMap(({ release, rows }): ReleaseGroupOfRows[] => {
    const beyond = rows.filter(({ architecture }) => {
      const first = byArchitecture ? oldest.get(architecture ?? "") : undefined;
      return release !== null && (first === undefined || compareReleases(release, first) > 0);
    });
    return beyond.length === 0 ? [] : [{ release, rows: beyond }];
  });
}

const commas = (parts: readonly Sentence[]): Sentence =>
  parts.reduce<Sentence>((sum, part, index) => (index === 0 ? part : say`${sum}, ${part}`), []);
