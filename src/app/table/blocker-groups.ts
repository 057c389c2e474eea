/** What stands between a wheel and a policy, by library: the order in which a packager would go through it. */
import type { Blocker } from "../../core/report.ts";
import { groupBy } from "../group.ts";

export interface BlockerGroup {
  readonly path: string;
  readonly blockers: readonly Blocker[];
}

/** The library with the most blockers first; within one, libraries before versions, in the report's order. */
export function groupBlockers(blockers: readonly Blocker[]): readonly BlockerGroup[] {
  const groups = groupBy(blockers, (blocker) => blocker.in);
  return [...groups]
    .map(([path, members]) => ({ path, blockers: members }))
    .sort((a, b) => b.blockers.length - a.blockers.length || (a.path < b.path ? -1 : 1));
}

/** "2 symbol versions and 1 library", for the line above the groups. */
export function countKinds(
  blockers: readonly Blocker[],
): Readonly<Record<"versions" | "libraries" | "others", number>> {
  const versions = new Set<string>();
  const libraries = new Set<string>();
  let others = 0;
  for (const blocker of blockers) {
    if (blocker.kind === "symbol-version") versions.add(`${blocker.from} ${blocker.version}`);
    else if (blocker.kind === "library") libraries.add(blocker.needed);
    else others += 1;
  }
  return { versions: versions.size, libraries: libraries.size, others };
}
