/** How the wheel stands to each policy of the ladder, a little finer than yes or no. */
import type { Blocker, LadderStep, Report } from "../../core/report.ts";

/**
 * `but-for-others`: all that stands between are libraries that other wheels or the GPU driver bring along. auditwheel counts
 * them as missing; whoever built the wheel counts on them.
 */
export type RungState = "fits" | "but-for-others" | "blocked";

export interface Rung {
  readonly step: LadderStep;
  readonly state: RungState;
}

export function ladderRungs(report: Report): readonly Rung[] {
  const elsewhere = new Set(
    report.libraries.flatMap(({ facts, linkage }) =>
      linkage
        .filter(({ kind }) => kind === "other-wheel" || kind === "driver")
        .map(({ needed }) => key(facts.path, needed)),
    ),
  );
  const comes = (blocker: Blocker): boolean =>
    blocker.kind === "library" && elsewhere.has(key(blocker.in, blocker.needed));
  return report.ladder.map((step) => ({
    step,
    state: step.fits
      ? "fits"
      : step.blockers.length > 0 && step.blockers.every(comes)
        ? "but-for-others"
        : "blocked",
  }));
}

/** File names of a wheel hold no line breaks worth telling apart. */
function key(path: string, needed: string): string {
  return `${path}\n${needed}`;
}
