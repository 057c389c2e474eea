/** Policies as they are called whatever the architecture, and the releases they name. */
import { parseClaimTag } from "../../facts/names/claim-tag.ts";
import { compareNumbers } from "../../facts/names/version-name.ts";

/** `manylinux_2_17` of `manylinux_2_17_x86_64`; a tag without architecture as it is. */
export function withoutArchitecture(tag: string): string {
  const parsed = parseClaimTag(tag);
  return "architecture" in parsed ? tag.slice(0, -parsed.architecture.length - 1) : tag;
}

/** `2.17` of `manylinux_2_17_x86_64` and `manylinux2014_x86_64`, `24` of `android_24_arm64_v8a`; null for tags that promise nothing. */
export function releaseOf(platformTag: string): string | null {
  const parsed = parseClaimTag(platformTag);
  if (parsed.platform === "android") return String(parsed.level);
  return "release" in parsed ? parsed.release.join(".") : null;
}

/** Negative where `a` is older; `2.9` is older than `2.17`. */
export const compareReleases = (a: string, b: string): number => compareNumbers(numbersOf(a), numbersOf(b));

const numbersOf = (release: string): number[] => release.split(".").map(Number);

/** The newest or the oldest of some; null if there is none. */
export function extreme(releases: readonly string[], which: "newest" | "oldest"): string | null {
  const sign = which === "newest" ? 1 : -1;
  return releases.reduce<string | null>(
    (best, next) => (best === null || compareReleases(next, best) * sign > 0 ? next : best),
    null,
  );
}
