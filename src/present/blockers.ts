/** What stands between a wheel and a policy, by library: the order in which a packager would go through it. */
import type { Blocker } from "../core/verdict/blocker.ts";
import { compareVersions } from "./orders.ts";
import { plural } from "./units.ts";
import { groupBy } from "./group-by.ts";

export interface BlockerGroup {
  readonly path: string;
  /** Libraries first, then the newest versions. */
  readonly blockers: readonly Blocker[];
  /** `2 outside libraries, 14 symbol versions`. */
  readonly summary: string;
}

/** The library with the most blockers first. */
export function groupBlockers(blockers: readonly Blocker[]): readonly BlockerGroup[] {
  return [...groupBy(blockers, (blocker) => blocker.in)]
    .map(([path, members]) => {
      const sorted = [...members].sort(compareBlockers);
      return { path, blockers: sorted, summary: summarise(sorted) };
    })
    .sort((a, b) => b.blockers.length - a.blockers.length || (a.path < b.path ? -1 : 1));
}

function compareBlockers(a: Blocker, b: Blocker): number {
  if (a.kind === "symbol-version" && b.kind === "symbol-version") {
    return a.from.localeCompare(b.from, "en") || compareVersions(b.version, a.version);
  }
  return (a.kind === "symbol-version" ? 1 : 0) - (b.kind === "symbol-version" ? 1 : 0);
}

/** `22 symbol versions, 3 outside libraries`; each counted once however many libraries ask. */
export function summarise(blockers: readonly Blocker[]): string {
  const versions = new Set<string>();
  const libraries = new Set<string>();
  let others = 0;
  for (const blocker of blockers) {
    if (blocker.kind === "symbol-version") versions.add(`${blocker.from} ${blocker.version}`);
    else if (blocker.kind === "library") libraries.add(blocker.needed);
    else others += 1;
  }
  const parts = [
    libraries.size > 0 ? plural(libraries.size, "outside library", "outside libraries") : null,
    versions.size > 0 ? plural(versions.size, "symbol version") : null,
    others > 0 ? plural(others, "other reason") : null,
  ];
  return parts.filter((part) => part !== null).join(", ");
}
