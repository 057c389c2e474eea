/** The claim as a whole: which tags of the file name are not met. What exactly blocks them is told by the other findings. */
import { isUnmet, type Claim } from "../claim.ts";
import type { Evidence, Sentence } from "../report.ts";
import { list, plainText, say, tag } from "../sentence.ts";
import { describeBlockers } from "../blocker-text.ts";
import { distinct, finding, retag, type Check } from "./check.ts";

export const claimedTagNotMet: Check = ({ claims, judgement, target }) => {
  const unmet = claims.filter((claim) => claim.state === "not-met" || claim.state === "wrong-libc");
  if (unmet.length === 0) return null;
  const blockers = target?.state === "not-met" ? target.blockers : [];
  const best = judgement.ladder.find((step) => step.best)?.tag;
  const better =
    best !== undefined && !best.startsWith("linux_") && !unmet.some((claim) => claim.tag === best);
  return finding("claimed-tag-not-met", {
    sentence: say`The file name claims ${list(unmet.map((claim) => tag(claim.tag)))}, but ${reasons(unmet)}.`,
    advice: better ? [retag(best)] : [],
    libraries: distinct(blockers.map((blocker) => blocker.in)),
    evidence: unmet.map((claim): Evidence => ({ note: `${claim.tag}: ${plainText(reasons([claim]))}` })),
  });
};

function reasons(claims: readonly Claim[]): Sentence {
  const judged = claims.find(isUnmet);
  if (judged) return say`the wheel ${describeBlockers(judged.blockers)}`;
  const other = claims.find((claim) => claim.state === "wrong-libc");
  return other ? say`its native files are linked for another C library` : [];
}
