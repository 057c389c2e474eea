/** The short words of a release's tables. No React, no DOM. */
import { compareReleases, releaseOf, withoutArchitecture } from "../../core/release/policy-names.ts";
import type { ReleaseRow } from "../../core/release/release.ts";
import { COUNTED_SEVERITIES, type Severity } from "../../core/severity.ts";
import { parseClaimTag } from "../../facts/names/claim-tag.ts";

/** The platform tags that matter: of several claims of one kind the oldest, which covers the others. */
export function tellingTags(platformTags: readonly string[]): string[] {
  const oldest = new Map<string, string>();
  for (const tag of platformTags) {
    const kind = kindOf(tag);
    const known = oldest.get(kind);
    if (known === undefined || isOlder(tag, known)) oldest.set(kind, tag);
  }
  return [...oldest.values()];
}

/** `manylinux` for both spellings; tags that promise no release stand for themselves. */
const kindOf = (tag: string): string => (releaseOf(tag) === null ? tag : (/^[a-z]+/.exec(tag)?.[0] ?? tag));

/** Of two names for one policy the one with the version in it: `manylinux_2_17`, not `manylinux2014`. */
function isOlder(tag: string, known: string): boolean {
  const order = compareReleases(releaseOf(tag) ?? "0", releaseOf(known) ?? "0");
  return order < 0 || (order === 0 && /^[a-z]+_/.test(tag) && !/^[a-z]+_/.test(known));
}

/** The tags of a file's name, without project and version: `cp312-manylinux_2_27_x86_64`; the whole name where it is no wheel's. */
export function shortName({ fileName, python, platformTags, variant }: ReleaseRow): string {
  if (python === "") return fileName;
  const parts = [python, tellingTags(platformTags).join("."), ...(variant === null ? [] : [variant])];
  return parts.join("-");
}

export interface ClaimWords {
  /** By the release that is promised, however it is spelled: `manylinux_2_17`; empty if the name claims nothing. */
  readonly claimed: string;
  /**
   * What fits best, its number alone where the claim is of the same kind: `2_28`; `none` where nothing does, empty if nothing
   * is to be said.
   */
  readonly fits: string;
  /** What fits is not what is claimed. */
  readonly differs: boolean;
}

export function claimWords(row: ReleaseRow): ClaimWords {
  const claims = [...new Set(tellingTags(row.platformTags).map(claimWord))];
  const claimed = claims.join(", ");
  if (row.bestTag === null) {
    const refused = row.outcome === "fails" || row.outcome === "no-claim";
    return { claimed, fits: refused ? "none" : "", differs: refused };
  }
  const best = withoutArchitecture(row.bestTag);
  const [family = ""] = best.split("_", 1);
  const isSameKind = claims.some((claim) => claim.startsWith(`${family}_`));
  const fits = isSameKind ? best.slice(family.length + 1) : best;
  return { claimed, fits, differs: !claims.includes(claimWord(row.bestTag)) };
}

/** `manylinux_2_17` of `manylinux2014_x86_64`, `linux` of `linux_x86_64`, `macosx_14_0` of `macosx_14_0_arm64`. */
function claimWord(tag: string): string {
  const parsed = parseClaimTag(tag);
  if ("release" in parsed) return `${parsed.platform}_${parsed.release.join("_")}`;
  const short = withoutArchitecture(tag);
  return short === tag ? tag.replace(/^(macosx_\d+_\d+|win)_\w+$/, "$1") : short;
}

/** `glibc`, `musl`; for other systems their names; empty if any will do. */
export function libcWord({ libc, system }: ReleaseRow): string {
  if (libc !== null && libc !== "none") return libc;
  return system === "Linux" || system === "any" ? "" : (system ?? "");
}

/** Problems, warnings and notes, each severity by itself, worst first; those that are not there are left out. */
export const countsOf = ({ counts }: ReleaseRow): readonly (readonly [Exclude<Severity, "good">, number])[] =>
  COUNTED_SEVERITIES.flatMap((severity) =>
    counts[severity] === 0 ? [] : [[severity, counts[severity]] as const],
  );
