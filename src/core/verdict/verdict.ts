/** The verdict: one outcome, the best tag, the exact floor. Its sentences are in verdict-words.ts. */
import { parseClaimTag } from "../../facts/names/claim-tag.ts";
import {
  FORBIDDEN_UNTIL,
  GLIBC_LIBRARIES,
  isMet,
  isUnmet,
  linuxClaims,
  promisedRelease,
  strongestClaims,
} from "./claim.ts";
import { judgedLibraries, type CheckContext } from "../check-context.ts";
import { oldestPolicyMet, policyOf } from "./own-blockers.ts";
import type { AuditwheelVerdict } from "../auditwheel/answer.ts";
import type { Outcome, Verdict } from "./outcome.ts";
import { verdictWords } from "./verdict-words.ts";
import { compareNumbers, glibcRelease, parseVersionName } from "../../facts/names/version-name.ts";

/** `auditwheel`: what it says, or would say without the variant label of the name. */
export function verdictOf(context: CheckContext, auditwheel: AuditwheelVerdict): Verdict {
  const floor = glibcFloor(context);
  const known = {
    outcome: outcomeOf(context, auditwheel),
    claimed: context.facts.name?.platformTags ?? [],
    bestTag: bestTagOf(context),
    glibcFloor: floor === null ? null : floor.join("."),
  };
  const [headline, second] = verdictWords(context, auditwheel, known);
  return { ...known, headline, second };
}

/**
 * Never "complies" without an answer of auditwheel's too: what its rules cannot judge, we do not promise. What is plainly wrong
 * is said even then.
 */
function outcomeOf(context: CheckContext, auditwheel: AuditwheelVerdict): Outcome {
  const outcome = outcomeOfClaim(context, auditwheel);
  const isFine = outcome === "complies" || outcome === "no-claim";
  return isFine && context.loading.failing.length > 0 ? "does-not-load" : outcome;
}

function outcomeOfClaim({ facts, claims }: CheckContext, auditwheel: AuditwheelVerdict): Outcome {
  const linux = linuxClaims(claims);
  const any = claims.some((claim) => claim.state === "any");
  const answered = auditwheel.kind === "platform";
  if (facts.libraries.some((each) => each.elf === null)) return "unknown";
  if (facts.kind === "library") return answered ? "no-claim" : "unknown";
  if (facts.libraries.length === 0) {
    if (linux.length > 0) return "nothing-native";
    if (claims.some((claim) => claim.state === "not-linux")) return "not-linux";
    return any ? "pure" : "unknown";
  }
  if (claims.length === 0) return "unknown";
  if (any || (!answered && auditwheel.reason === "purelib")) return "fails";
  if (linux.length === 0) return "not-linux";
  const wrong = linux.some(({ state }) => state === "wrong-libc" || state === "wrong-architecture");
  if (wrong || linux.some(isUnmet)) return "fails";
  if (!answered || linux.some(({ state }) => state === "unknown" || state === "not-judged")) return "unknown";
  return linux.every(isMet) ? "complies" : "no-claim";
}

/**
 * A claim that is met and older than every policy met (PEP 600 allows numbers without a policy) is better than those. For musl it
 * is as good as any: nothing in a file tells one musl from another.
 */
function bestTagOf({ claims, judgement, judgeStep }: CheckContext): string | null {
  const policy = oldestPolicyMet(judgement.ladder, judgeStep)?.tag ?? null;
  const [claim] = strongestClaims(claims.filter(isMet));
  if (claim === undefined || policy === null) return policy;
  const parsed = parseClaimTag(policy);
  const finer = "release" in parsed && compareNumbers(promisedRelease(claim), parsed.release) < 0;
  return finer || claim.parsed.platform !== "manylinux" ? claim.tag : policy;
}

/** The highest glibc release that any judged file asks for; markers such as `GLIBC_ABI_DT_RELR` count, weak needs do not. */
function glibcFloor(context: CheckContext): readonly number[] | null {
  const { libc } = context.judgement;
  if (libc === "musl" || libc === "bionic") return null;
  const versions = new Set(
    judgedLibraries(context).flatMap(({ elf }) =>
      elf.versionNeeds.filter((need) => !need.weak).map((need) => need.version),
    ),
  );
  const releases = [...versions].map((version) => releaseWith(version, context));
  if (takesForbiddenGlibcSymbol(context)) releases.push(FORBIDDEN_UNTIL);
  return releases.reduce(
    (best, next) => (next !== null && (best === null || compareNumbers(next, best) > 0) ? next : best),
    null,
  );
}

function takesForbiddenGlibcSymbol({ judgement }: CheckContext): boolean {
  return judgement.ladder.some(({ blockers }) =>
    blockers.some((blocker) => blocker.kind === "forbidden-symbol" && GLIBC_LIBRARIES.has(blocker.from)),
  );
}

/**
 * The release in which the version can be found. Policies know of some that were there before their number: aarch64 systems with
 * glibc 2.17 provide `GLIBC_2.18`.
 */
function releaseWith(version: string, { judgement, knowledge }: CheckContext): readonly number[] | null {
  const release = glibcRelease(version);
  const { architecture } = judgement;
  if (release === null || architecture === null) return release;
  const { family } = parseVersionName(version);
  for (const { tag } of judgement.ladder) {
    const parsed = parseClaimTag(tag);
    if (!("release" in parsed) || compareNumbers(parsed.release, release) >= 0) break;
    const listed = policyOf(tag, knowledge)?.symbolVersions[architecture]?.["GLIBC"];
    if (family === "GLIBC" && listed?.includes(version.slice("GLIBC_".length)) === true)
      return parsed.release;
  }
  return release;
}
