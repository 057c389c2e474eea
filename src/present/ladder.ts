/** Whether the wheel meets each policy of the ladder, a little finer than yes or no. */
import type { LadderStep } from "../core/verdict/blocker.ts";
import type { Report } from "../core/report.ts";

/**
 * `but-for-others`: all that stands between are libraries that other wheels, the GPU driver or the wheel itself bring along.
 * auditwheel counts them as missing; whoever built the wheel counts on them.
 */
export type RungState = "fits" | "but-for-others" | "blocked";

export interface Rung {
  readonly step: LadderStep;
  readonly state: RungState;
}

export function ladderRungs(report: Report): readonly Rung[] {
  return report.ladder.map((step) => ({
    step,
    state: !step.fits ? "blocked" : (step.setAside ?? 0) > 0 ? "but-for-others" : "fits",
  }));
}
