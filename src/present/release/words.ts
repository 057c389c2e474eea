/** The short words of a release's tables. No React, no DOM. */
import { compareReleases, releaseOf, withoutArchitecture } from "../../core/release/policy-names.ts";
import type { ReleaseRow } from "../../core/release/release.ts";
import type { CxxFlavour } from "../../core/readings/readings.ts";
import type { Outcome } from "../../core/verdict/outcome.ts";
import { outcomeStates, type State } from "../states.ts";
import { flavourWords } from "../code.ts";

/** A file that could not be read has no outcome, and says so. */
export function rowState(outcome: Outcome | "unread"): State {
  return outcome === "unread"
    ? { word: "Not read", tone: "bad", icon: "question", character: "?" }
    : outcomeStates[outcome];
}

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
  /** `manylinux_2_17`; empty where the name claims nothing. */
  readonly claimed: string;
  /** What fits best, its number alone where the claim is of the same kind: `2_28`; `none` where nothing does. Null: as claimed, or nothing to say. */
  readonly best: string | null;
}

export function claimWords(row: ReleaseRow): ClaimWords {
  const claims = tellingTags(row.platformTags).map(withoutArchitecture);
  const claimed = claims.join(", ");
  if (row.bestTag === null)
    return { claimed, best: row.outcome === "fails" || row.outcome === "no-claim" ? "none" : null };
  const best = withoutArchitecture(row.bestTag);
  if (claims.includes(best)) return { claimed, best: null };
  const [family = ""] = best.split("_", 1);
  const isSameKind = claims.some((claim) => claim.startsWith(`${family}_`));
  return { claimed, best: isSameKind ? best.slice(family.length + 1) : best };
}

/** `glibc`, `musl`; for other systems their names. */
export function libcWord({ libc, system }: ReleaseRow): string {
  if (libc !== null && libc !== "none") return libc;
  return system === "Linux" || system === "any" ? "" : (system ?? "");
}

export const stringAbiWords = (flavours: readonly CxxFlavour[]): string =>
  flavours.map((flavour) => flavourWords[flavour].short).join(" + ");

/** `CUDA 12`, `CUDA 12 + 13`, `ROCm`. */
export function gpuWords({ cudaMajors, rocm }: Pick<ReleaseRow, "cudaMajors" | "rocm">): string {
  const cuda = cudaMajors.length === 0 ? [] : [`CUDA ${cudaMajors.join(" + ")}`];
  return [...cuda, ...(rocm.length === 0 ? [] : ["ROCm"])].join(", ");
}
