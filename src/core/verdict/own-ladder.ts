/** The policy ladder of a report: auditwheel's steps with our own judgement of what stands in the way. */
import { oldestPolicyMet, type JudgeStep } from "./own-blockers.ts";
import type { Blocker, LadderStep } from "./blocker.ts";

/** `bestTag` is the verdict's; a tag without a policy of its own leaves the mark to the oldest step that fits. */
export function ownLadder(
  ladder: readonly LadderStep[],
  judgeStep: JudgeStep,
  bestTag: string | null,
): LadderStep[] {
  const named = ladder.find((step) => step.tag === bestTag || step.aliases.includes(bestTag ?? ""));
  const best = named ?? oldestPolicyMet(ladder, judgeStep) ?? ladder.at(-1);
  return ladder.map((step) => {
    const { blockers, setAside } = judgeStep(step);
    const aside = setAside.map(({ in: path, linkage }): Blocker => ({
      kind: "library",
      needed: linkage.needed,
      in: path,
    }));
    return {
      ...step,
      fits: blockers.length === 0,
      best: step === best,
      blockers: [...blockers, ...aside],
      setAside: aside.length,
    };
  });
}
