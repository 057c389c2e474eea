/** The short words of a release's tables. */
import { parseClaimTag } from "../../facts/claim-tag.ts";
import type { CxxFlavour } from "../../core/readings/readings.ts";
import { compareReleases, withoutArchitecture } from "../../core/release/policy-names.ts";
import type { ReleaseRow } from "../../core/release/release.ts";
import type { Outcome } from "../../core/verdict/outcome.ts";
import type { Style } from "../terminal/paint.ts";

/** How each outcome is signed, everywhere in text. */
export const outcomeSigns: Readonly<Record<Outcome | "unread", readonly [sign: string, style: Style]>> = {
  complies: ["✓", "good"],
  fails: ["✗", "bad"],
  "no-claim": ["•", "strong"],
  pure: ["•", "strong"],
  "nothing-native": ["!", "warn"],
  "not-linux": ["•", "strong"],
  unknown: ["?", "warn"],
  unread: ["?", "bad"],
};

/** Each outcome as an earlier judgement is told. */
export const outcomeWords: Readonly<Record<Outcome, string>> = {
  complies: "to keep its claim",
  fails: "not to keep its claim",
  "no-claim": "to claim nothing",
  pure: "pure Python",
  "nothing-native": "to hold nothing native",
  "not-linux": "not for Linux",
  unknown: "not to be judged",
};

/** What the platform tags claim, without architecture; of several claims of one kind the oldest: `manylinux_2_17`. */
export function claimedPolicies({ platformTags }: ReleaseRow): string {
  const oldest = new Map<string, { readonly word: string; readonly release: string }>();
  for (const tag of platformTags) {
    const parsed = parseClaimTag(tag);
    if (!("release" in parsed)) {
      oldest.set(tag, { word: foreignWord(tag), release: "0" });
      continue;
    }
    const release = parsed.release.join(".");
    const known = oldest.get(parsed.platform);
    if (known === undefined || compareReleases(release, known.release) < 0)
      oldest.set(parsed.platform, { word: `${parsed.platform}_${parsed.release.join("_")}`, release });
  }
  return [...new Set([...oldest.values()].map(({ word }) => word))].join(", ");
}

/** `macosx_14_0` of `macosx_14_0_arm64`, `linux` of `linux_x86_64`. */
function foreignWord(tag: string): string {
  const short = withoutArchitecture(tag);
  return short === tag ? tag.replace(/^(macosx_\d+_\d+|win)_\w+$/, "$1") : short;
}

/** The best tag; where the claim is of the same kind, its number alone: `2_17`. */
export function fittingPolicy(row: ReleaseRow): string {
  if (row.bestTag === null) return row.outcome === "fails" || row.outcome === "no-claim" ? "none" : "";
  const best = withoutArchitecture(row.bestTag);
  const [family = ""] = best.split("_", 1);
  return claimedPolicies(row).startsWith(`${family}_`) ? best.slice(family.length + 1) : best;
}

export const stringAbiWords = (flavours: readonly CxxFlavour[]): string => flavours.join("+");
