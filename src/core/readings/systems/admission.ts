/**
 * Whether pip takes a wheel on a system, by the tags of its file name: it compares the tag's release with that of the system's C
 * library (PEP 600, PEP 656), whatever the files inside need.
 */
import { parseClaimTag, runsOn } from "../../../facts/names/claim-tag.ts";
import type { WheelName } from "../../../facts/model.ts";
import { compareNumbers } from "../../../facts/names/version-name.ts";
import type { KnownSystem } from "../../knowledge/systems.ts";

export interface Admission {
  admits(system: KnownSystem): boolean;
  /** The least demanding tag for the C library and what it asks for, e.g. `glibc 2.28`; null: there is none. */
  leastFor(libc: KnownSystem["libc"]): { readonly tag: string; readonly release: string } | null;
}

/** Nothing is claimed: no reason to refuse. */
const ANYWHERE: Admission = { admits: () => true, leastFor: () => null };

export function admission(name: WheelName | null, architecture: string): Admission {
  const tags = (name?.platformTags ?? []).map(parseClaimTag);
  const least = new Map<KnownSystem["libc"], { tag: string; release: readonly number[] }>();
  for (const parsed of tags) {
    if (parsed.platform === "any" || parsed.platform === "linux") return ANYWHERE;
    if (parsed.platform !== "manylinux" && parsed.platform !== "musllinux") continue;
    if (!runsOn(architecture, parsed.architecture)) continue;
    const libc = parsed.platform === "manylinux" ? "glibc" : "musl";
    const known = least.get(libc);
    if (known === undefined || compareNumbers(parsed.release, known.release) < 0) {
      least.set(libc, { tag: parsed.tag, release: parsed.release });
    }
  }
  if (least.size === 0) return ANYWHERE;
  return {
    admits(system) {
      const release = least.get(system.libc)?.release;
      return release !== undefined && (compareNumbers(release, system.release) <= 0 || system.open !== null);
    },
    leastFor(libc) {
      const found = least.get(libc);
      return found === undefined ? null : { tag: found.tag, release: `${libc} ${found.release.join(".")}` };
    },
  };
}
