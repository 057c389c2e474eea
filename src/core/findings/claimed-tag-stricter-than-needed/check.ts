/** Good news: an older policy than the claimed one would be met too, so the wheel could run on more systems. */
import { parseClaimTag } from "../../../facts/names/claim-tag.ts";
import { compareNumbers } from "../../../facts/names/version-name.ts";
import { say, tag } from "../../sentence.ts";
import { oldestPolicyMet } from "../../verdict/own-blockers.ts";
import type { Check } from "../forms.ts";

export const check: Check = (context) => {
  const { target, judgement, facts } = context;
  // Of a tag that is only asked about nothing is to be said but whether it is met.
  if (context.asked) return null;
  if (target?.state !== "met" || target.parsed.platform !== "manylinux" || target.setAside.length > 0)
    return null;
  if (facts.libraries.some((library) => library.elf === null)) return null;
  const best = oldestPolicyMet(judgement.ladder, context.judgeStep);
  if (best === null) return null;
  const parsed = parseClaimTag(best.tag);
  if (parsed.platform !== "manylinux" || compareNumbers(parsed.release, target.parsed.release) >= 0)
    return null;
  return {
    sentence: say`The wheel claims ${tag(target.tag)}, but would also pass ${tag(best.tag)}: it could be installed on older systems.`,
  };
};
