/** The claim as a whole: which tags of the file name are not met. What exactly blocks them is reported by the other findings. */
import type { Evidence } from "../../evidence.ts";
import { distinct } from "../../order.ts";
import { list, plainText, say, tag } from "../../sentence.ts";
import { describeBlockers } from "../../verdict/blocker-text.ts";
import { isUnmet, strongestClaims } from "../../verdict/claim.ts";
import { oldestPolicyMet } from "../../verdict/own-blockers.ts";
import type { Check } from "../forms.ts";
import { retag } from "../retag.ts";

export const check: Check = ({ claims, judgement, knowledge, judgeStep, asked }) => {
  const unmet = strongestClaims(claims.filter(isUnmet));
  const [first] = unmet;
  if (first === undefined) return null;
  const best = oldestPolicyMet(judgement.ladder, judgeStep);
  return {
    sentence: asked
      ? say`${list(unmet.map((claim) => tag(claim.tag)))} is not met: the wheel ${describeBlockers(first.blockers, knowledge.toolchain)}.`
      : say`pip installs this wheel wherever ${list(unmet.map((claim) => tag(claim.tag)))} fits, but it ${describeBlockers(first.blockers, knowledge.toolchain)}.`,
    advice: [
      // Its own tag may be right as it is.
      best === null || asked
        ? say`The other findings name everything that stands between the wheel and its tag.`
        : retag(best.tag),
    ],
    libraries: distinct(unmet.flatMap((claim) => claim.blockers.map((blocker) => blocker.in))),
    evidence: unmet.map((claim): Evidence => ({
      note: `${claim.tag}: the wheel ${plainText(describeBlockers(claim.blockers, knowledge.toolchain))}`,
    })),
  };
};
