/** The best tag by the policies known, once what other wheels, the driver or the wheel itself answer for is set aside. */
import { answerFor, type LinkageMap } from "./claim.ts";
import type { LadderStep } from "./report.ts";

/**
 * The oldest step of the ladder without a blocker that counts; null where only `linux_*` is left. It differs from the step
 * marked `best`, which is auditwheel's, where libraries come from elsewhere.
 */
export function oldestPolicyMet(ladder: readonly LadderStep[], linkage: LinkageMap): LadderStep | null {
  const step = ladder.find((candidate) =>
    candidate.blockers.every((blocker) => answerFor(blocker, linkage) !== null),
  );
  return step === undefined || step.tag.startsWith("linux_") ? null : step;
}
