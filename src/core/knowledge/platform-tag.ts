/**
 * Which architecture and C library auditwheel takes from the platform tags of a file name (`get_wheel_architecture` and
 * `get_wheel_libc` in its wheeltools.py). claim-tag.ts says what a tag promises.
 */
import type { Policy } from "./knowledge.ts";
import type { Architecture } from "../../facts/model.ts";

/** Architectures auditwheel knows by the ending of a tag, and the one it judges by. */
const KNOWN_ENDINGS: readonly (readonly [ending: string, baseline: Architecture])[] = [
  ["aarch64", "aarch64"],
  ["arm64_v8a", "aarch64"],
  ["armv7l", "armv7l"],
  ["i686", "i686"],
  ["loongarch64", "loongarch64"],
  ["ppc64", "ppc64"],
  ["ppc64le", "ppc64le"],
  ["riscv64", "riscv64"],
  ["s390x", "s390x"],
  ["x86_64", "x86_64"],
  ["x86_64_v2", "x86_64"],
  ["x86_64_v3", "x86_64"],
  ["x86_64_v4", "x86_64"],
];

/**
 * The architecture a wheel's platform tags agree on; null if they name none, several, or one that auditwheel does not know
 * (the native files decide then). `pure`: all tags are `any`.
 */
export function wheelArchitecture(tags: readonly string[]): {
  architecture: Architecture | null;
  pure: boolean;
} {
  const found = new Set<Architecture>();
  let unmatched = false;
  for (const tag of tags) {
    const matches = KNOWN_ENDINGS.filter(([ending]) => tag !== "any" && tag.endsWith(`_${ending}`));
    for (const [, baseline] of matches) found.add(baseline);
    if (matches.length === 0) unmatched = true;
  }
  const [architecture = null] = found;
  return {
    architecture: found.size === 1 && !unmatched ? architecture : null,
    pure: tags.every((tag) => tag === "any"),
  };
}

/** The C library a wheel's platform tags agree on, null if they name none or several. */
export function wheelLibc(tags: readonly string[]): Policy["libc"] | null {
  const found = new Set<Policy["libc"]>();
  for (const tag of tags) {
    if (tag.startsWith("manylinux")) found.add("glibc");
    if (tag.startsWith("musllinux")) found.add("musl");
    if (tag.startsWith("android")) found.add("android");
  }
  const [libc = null] = found;
  return found.size === 1 ? libc : null;
}

/** The API level of an Android tag or policy name, e.g. 24 of `android_24_arm64_v8a`; null for other tags. */
export function androidLevel(tag: string): number | null {
  const match = /^android_(\d+)/.exec(tag);
  return match === null ? null : Number(match[1]);
}
