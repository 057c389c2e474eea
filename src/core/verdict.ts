/** The verdict: one outcome, one sentence that can be pasted into an issue, and a second with what is good to know. */
import { oldestPolicyMet } from "./best-tag.ts";
import { describeBlockers } from "./blocker-text.ts";
import type { CheckContext } from "./checks/check.ts";
import { distinct, readLibraries } from "./checks/check.ts";
import { parseClaimTag } from "./claim-tag.ts";
import {
  answerFor,
  isLegacyTag,
  isMet,
  isUnmet,
  promisedRelease,
  strongestClaims,
  type Claim,
  type SetAside,
} from "./claim.ts";
import type { AuditwheelVerdict, Blocker, Outcome, Sentence, Verdict } from "./report.ts";
import { count, library, list, say, tag } from "./sentence.ts";
import { culprit } from "./verdict-culprit.ts";
import { compareNumbers, glibcRelease } from "./version-name.ts";

export function verdictOf(context: CheckContext, auditwheel: AuditwheelVerdict): Verdict {
  const { facts } = context;
  const floor = glibcFloor(context);
  const known: Known = {
    bestTag: bestTagOf(context),
    glibcFloor: floor === null ? null : floor.join("."),
  };
  const outcome = outcomeOf(context, auditwheel);
  const [headline, second] = WORDS[outcome](context, auditwheel, known);
  return { outcome, headline, second, claimed: facts.name?.platformTags ?? [], ...known };
}

/**
 * A claim that is met and older than every policy met (PEP 600 allows numbers without a policy) is better than those. For musl it
 * is as good as any: nothing in a file tells one musl from another.
 */
function bestTagOf({ claims, judgement, linkage }: CheckContext): string | null {
  const policy = oldestPolicyMet(judgement.ladder, linkage)?.tag ?? null;
  const [claim] = strongestClaims(claims.filter(isMet));
  if (claim === undefined || policy === null) return policy;
  const parsed = parseClaimTag(policy);
  const finer = "release" in parsed && compareNumbers(promisedRelease(claim), parsed.release) < 0;
  return finer || claim.parsed.platform !== "manylinux" ? claim.tag : policy;
}

type Known = Pick<Verdict, "bestTag" | "glibcFloor">;

/** The highest glibc release that any file of the judged architecture asks for; markers such as DT_RELR count. */
function glibcFloor({ facts, judgement }: CheckContext): readonly number[] | null {
  if (judgement.libc === "musl" || judgement.libc === "bionic") return null;
  const libraries = readLibraries(facts).filter(
    ({ elf }) => judgement.architecture === null || elf.architecture === judgement.architecture,
  );
  return libraries
    .flatMap(({ elf }) => elf.versionNeeds.map((need) => glibcRelease(need.version)))
    .reduce(
      (best, next) => (next !== null && (best === null || compareNumbers(next, best) > 0) ? next : best),
      null,
    );
}

/** Claims about Linux; a tag for another system beside them is none of our business. */
function linuxClaims(claims: readonly Claim[]): Claim[] {
  return claims.filter((claim) => claim.state !== "not-linux" && claim.state !== "any");
}

function outcomeOf({ facts, claims }: CheckContext, auditwheel: AuditwheelVerdict): Outcome {
  const linux = linuxClaims(claims);
  const any = claims.some((claim) => claim.state === "any");
  if (facts.libraries.some((each) => each.elf === null)) return "unknown";
  if (facts.libraries.length === 0) {
    if (facts.kind === "library") return "unknown";
    if (linux.length > 0) return "nothing-native";
    if (claims.some((claim) => claim.state === "not-linux")) return "not-linux";
    return any ? "pure" : "unknown";
  }
  if (facts.kind === "library") return auditwheel.kind === "platform" ? "no-claim" : "unknown";
  if (claims.length === 0) return "unknown";
  if (any) return "fails";
  if (linux.length === 0) return "not-linux";
  if (auditwheel.kind === "refused" && auditwheel.reason === "purelib") return "fails";
  if (
    linux.some(
      (claim) => isUnmet(claim) || claim.state === "wrong-libc" || claim.state === "wrong-architecture",
    )
  ) {
    return "fails";
  }
  if (linux.some((claim) => claim.state === "unknown")) return "unknown";
  if (linux.every(isMet)) return auditwheel.kind === "platform" ? "complies" : "unknown";
  return auditwheel.kind === "platform" ? "no-claim" : "unknown";
}

type Writer = (context: CheckContext, auditwheel: AuditwheelVerdict, known: Known) => [Sentence, Sentence];

const WORDS: Readonly<Record<Outcome, Writer>> = {
  complies,
  fails,
  "no-claim": noClaim,
  pure: () => [say`Pure Python: nothing in it is compiled, so there is nothing to check.`, []],
  "nothing-native": ({ claims }) => [
    say`Claims ${list(linuxClaims(claims).map((claim) => tag(claim.tag)))}, but holds nothing compiled.`,
    say`If it is pure Python, the tag ${tag("any")} would let it install everywhere.`,
  ],
  "not-linux": ({ facts, claims }) => {
    const systems = distinct(
      claims.flatMap(({ parsed }) => (parsed.platform === "foreign" ? [parsed.system] : [])),
    );
    const inside = facts.libraries.length;
    return [
      say`A wheel for ${list(systems)}: the Linux tags have nothing to say about it.`,
      inside === 0 ? [] : say`It holds ${count(inside, "Linux library", "Linux libraries")} all the same.`,
    ];
  },
  unknown: unknownWords,
};

function complies(
  { claims }: CheckContext,
  auditwheel: AuditwheelVerdict,
  known: Known,
): [Sentence, Sentence] {
  const met = strongestClaims(claims.filter(isMet));
  const tags = list(met.map((claim) => tag(claim.tag)));
  const aside = met[0]?.setAside ?? [];
  const says = auditwheel.kind === "platform" ? auditwheel.overallTag : null;
  if (aside.length > 0) {
    return [
      say`Meets ${tags} but for ${asideWords(aside)}.`,
      says?.startsWith("linux_") === true
        ? say`Nothing else stands against the claim. auditwheel, which counts ${aside.length === 1 ? "it" : "them"} as missing, says ${tag(says)}.`
        : say`Nothing else stands against the claim.`,
    ];
  }
  const headline = say`Complies with ${tags} as claimed.`;
  const [first] = met;
  if (first === undefined) return [headline, []];
  const needs = known.glibcFloor === null ? null : `It needs glibc ${known.glibcFloor}`;
  if (first.judgedBy !== first.tag && first.parsed.platform === "manylinux" && !isLegacyTag(first.tag)) {
    const differs =
      says === null || says === first.tag
        ? ""
        : say`; auditwheel goes to the next one it knows, ${tag(says)}`;
    return [headline, say`${needs ?? "It needs no glibc version"}. No policy has that number${differs}.`];
  }
  const older = known.bestTag !== null && known.bestTag !== first.judgedBy ? known.bestTag : null;
  if (older !== null && met.length === 1) {
    return [headline, say`${needs === null ? "It" : `${needs}, and`} would also pass ${tag(older)}.`];
  }
  return [headline, needs === null ? [] : say`${needs}.`];
}

/** "11 libraries it expects from other wheels and 1 from the GPU driver". */
function asideWords(aside: readonly SetAside[]): Sentence {
  const names = (kind: SetAside["linkage"]["kind"]): string[] =>
    distinct(aside.filter(({ linkage }) => linkage.kind === kind).map(({ linkage }) => linkage.needed));
  const [others, driver] = [names("other-wheel"), names("driver")];
  const unreachable = distinct([...names("in-wheel-unreachable"), ...names("in-wheel")]);
  const libraries = (amount: number, first: boolean): string =>
    first ? count(amount, "library", "libraries") : String(amount);
  const parts: Sentence[] = [];
  if (others.length > 0) parts.push(say`${libraries(others.length, true)} it expects from other wheels`);
  if (driver.length > 0) parts.push(say`${libraries(driver.length, parts.length === 0)} from the GPU driver`);
  if (unreachable.length > 0) {
    const files = distinct(
      aside.filter(({ linkage }) => unreachable.includes(linkage.needed)).map((each) => each.in),
    );
    const who = files.length === 1 ? list(files.map(library)) : say`${count(files.length, "file")}`;
    parts.push(
      say`${libraries(unreachable.length, parts.length === 0)} of its own that ${who} ${files.length === 1 ? "does" : "do"} not find`,
    );
  }
  return parts.flatMap((part, index) =>
    index === 0 ? part : [index === parts.length - 1 ? " and " : ", ", ...part],
  );
}

function fails(context: CheckContext, auditwheel: AuditwheelVerdict, known: Known): [Sentence, Sentence] {
  const { claims, facts, judgement } = context;
  const linux = linuxClaims(claims);
  if (claims.some((claim) => claim.state === "any")) {
    const where = judgement.architecture === null ? "Linux" : `Linux on ${judgement.architecture}`;
    return [
      say`Claims to run on any platform, but holds ${count(facts.libraries.length, "native file")} for ${where}.`,
      known.bestTag === null ? [] : say`The best tag it could honestly carry is ${tag(known.bestTag)}.`,
    ];
  }
  if (auditwheel.kind === "refused" && auditwheel.reason === "purelib") {
    return [
      say`Holds native code in a purelib folder, which auditwheel refuses.`,
      say`The files concerned: ${list(auditwheel.files.map(library))}.`,
    ];
  }
  const strangers = linux.filter(
    (claim) => claim.state === "wrong-architecture" || claim.state === "wrong-libc",
  );
  const unmet = strongestClaims(linux.filter(isUnmet));
  const [first] = unmet;
  if (first === undefined) {
    const libraries = readLibraries(facts);
    const [stranger] = strangers;
    const found =
      stranger?.state === "wrong-libc"
        ? distinct(libraries.map(({ elf }) => elf.libc).filter((libc) => libc !== "none"))
        : distinct(libraries.map(({ elf }) => elf.architecture));
    const what = stranger?.state === "wrong-libc" ? "are linked for" : "are for";
    return [
      say`Claims ${list(strangers.map((claim) => tag(claim.tag)))}, but its native files ${what} ${list(found)}.`,
      known.bestTag === null ? [] : say`By its contents it would be ${tag(known.bestTag)}.`,
    ];
  }
  const headline = say`Claims ${list(unmet.map((claim) => tag(claim.tag)))}, but ${describeBlockers(first.blockers)}.`;
  return [headline, say`${culprit(first.blockers)}${bestWords(context, known)}`];
}

function bestWords({ claims }: CheckContext, known: Known): Sentence {
  const alsoMet = strongestClaims(claims.filter(isMet));
  if (alsoMet.length > 0) return say`Its other tag, ${list(alsoMet.map((claim) => tag(claim.tag)))}, is met.`;
  if (known.bestTag !== null) return say`The best tag it could honestly carry is ${tag(known.bestTag)}.`;
  return say`As it is, it fits no policy.`;
}

function noClaim(context: CheckContext, _: AuditwheelVerdict, known: Known): [Sentence, Sentence] {
  const { facts, claims } = context;
  const plain = linuxClaims(claims).map((claim) => tag(claim.tag));
  const subject =
    facts.kind === "library"
      ? library(facts.fileName)
      : say`Tagged ${list(plain)}, which promises nothing; it`;
  if (known.bestTag !== null) {
    const floor = known.glibcFloor === null ? "" : ` needs glibc ${known.glibcFloor} and`;
    return [say`${subject}${floor} fits ${tag(known.bestTag)}.`, []];
  }
  const blockers = newestPolicyBlockers(context);
  return [
    say`${subject} ${describeBlockers(blockers, "any policy")}.`,
    say`${culprit(blockers)}As it is, it fits no policy.`,
  ];
}

/** What stands even between the wheel and the newest policy. */
function newestPolicyBlockers({ judgement, linkage }: CheckContext): Blocker[] {
  const newest = judgement.ladder.filter((step) => !step.tag.startsWith("linux_")).at(-1);
  return (newest?.blockers ?? []).filter((blocker) => answerFor(blocker, linkage) === null);
}

function unknownWords(
  { facts }: CheckContext,
  auditwheel: AuditwheelVerdict,
  known: Known,
): [Sentence, Sentence] {
  const unread = facts.libraries.filter((each) => each.elf === null);
  const [first] = unread;
  const rest = known.bestTag === null ? [] : say`What could be read fits ${tag(known.bestTag)}.`;
  if (first !== undefined) {
    const which =
      unread.length === 1
        ? library(first.path)
        : `${count(unread.length, "native file")} of ${String(facts.libraries.length)}`;
    return [say`Cannot be judged: ${which} could not be read.`, rest];
  }
  const reason =
    auditwheel.kind === "refused" ? say`${auditwheel.sentence}` : say`No rules are known for its tags.`;
  return [say`Cannot be judged by the policies.`, say`${reason} ${rest}`];
}
