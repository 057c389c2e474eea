/** The two sentences of a verdict, for every outcome: the first can be pasted into an issue, the second is good to know. */
import { architectureName } from "../architecture-name.ts";
import { asideWords, oneOrMore } from "./verdict-aside.ts";
import type { Judgement } from "../auditwheel/judge.ts";
import { byFrequency, describeBlockers } from "./blocker-text.ts";
import { readLibraries, type CheckContext } from "../check-context.ts";
import { distinct } from "../order.ts";
import { otherNativeWords } from "../other-native.ts";
import {
  isLegacyTag,
  isMet,
  isUnmet,
  linuxClaims,
  strongestClaims,
  type Claim,
  type JudgedClaim,
} from "./claim.ts";
import type { AuditwheelVerdict } from "../auditwheel/answer.ts";
import type { Blocker } from "./blocker.ts";
import type { Outcome, Verdict } from "./outcome.ts";
import {
  type Sentence,
  type SentencePart,
  count,
  library,
  list,
  say,
  subject,
  tag,
  verb,
} from "../sentence.ts";
import { loaderMessage, unboundWords } from "../loading/unbound-words.ts";
import { providerOf } from "../linkage/known-providers.ts";
import { LIBPYTHON } from "../linkage/resolve.ts";
import { culprit } from "./verdict-culprit.ts";

export type Known = Omit<Verdict, "headline" | "second">;
type Words = [headline: Sentence, second: Sentence];

export function verdictWords(context: CheckContext, auditwheel: AuditwheelVerdict, known: Known): Words {
  const writers: Readonly<Record<Outcome, () => Words>> = {
    complies: () => complies(context, auditwheel, known),
    fails: () => fails(context, auditwheel, known),
    "no-claim": () => noClaim(context, known),
    "does-not-load": () => doesNotLoad(context),
    pure: () => pure(context),
    "nothing-native": () => nothingNative(context),
    "not-linux": () => notLinux(context),
    unknown: () => unknown(context, auditwheel, known),
  };
  return writers[known.outcome]();
}

const COUNTED = "Such files are counted by their names and not looked into.";

function pure({ facts }: CheckContext): Words {
  const others = otherNativeWords(facts);
  return others.length === 0
    ? [say`Pure Python: nothing in it is compiled, so there is nothing to check.`, []]
    : [
        say`Tagged for any platform, and holds ${list(others, 5)}; nothing in it is for Linux to load.`,
        [COUNTED],
      ];
}

function nothingNative({ facts, claims }: CheckContext): Words {
  const others = otherNativeWords(facts);
  const claimed = tags(linuxClaims(claims));
  return others.length === 0
    ? [
        say`Claims ${claimed}, but holds nothing compiled.`,
        say`If it is pure Python, the tag ${tag("any")} would let it install everywhere.`,
      ]
    : [say`Claims ${claimed}, and holds ${list(others, 5)}, but nothing that Linux loads.`, [COUNTED]];
}

/** A tag may be met by a wheel that nobody can import. */
function doesNotLoad({ loading, claims, judgement }: CheckContext): Words {
  const { failing } = loading;
  const [first] = failing;
  if (first === undefined) return [[], []];
  const starts = distinct(failing.map(({ start }) => start.library.path));
  const met = strongestClaims(claims.filter(isMet));
  const meets = met.length === 0 ? "" : say`Meets ${tags(met)}, but `;
  const onNone = say`${meets}${subject(starts)} ${verb(starts.length, "loads", "load")} on no system`;
  if (first.kind === "name") {
    return [
      say`${onNone}: ${unboundWords(first.unbound)}.`,
      say`The import fails with “${loaderMessage(first.unbound, judgement.libc === "musl")}”.`,
    ];
  }
  const names = distinct(failing.flatMap((each) => (each.kind === "library" ? [each.unfound.needed] : [])));
  return [
    say`${onNone}: ${list(names.map(library))} ${verb(names.length, "is", "are")} in the wheel, and no search path leads there.`,
    say`The import fails with “${first.unfound.needed}: cannot open shared object file: No such file or directory”.`,
  ];
}

const tags = (claims: readonly Claim[]): Sentence =>
  list(strongestClaims(claims).map((claim) => tag(claim.tag)));

function complies(context: CheckContext, auditwheel: AuditwheelVerdict, known: Known): Words {
  const met = strongestClaims(context.claims.filter(isMet));
  const [first] = met;
  // What it would say without a variant label, it does not say.
  const labelled = context.facts.name?.variant !== undefined;
  const says = auditwheel.kind === "platform" && !labelled ? auditwheel.overallTag : null;
  const aside = first?.setAside ?? [];
  if (aside.length > 0) {
    const them = distinct(aside.map(({ linkage }) => linkage.needed)).length === 1 ? "it" : "them";
    const differs = says?.startsWith("linux_") === true;
    return [
      say`Meets ${tags(met)} but for ${asideWords(aside)}.`,
      say`Nothing else stands against the claim.${differs ? say` auditwheel, which counts ${them} as missing, says ${tag(says)}.` : ""}`,
    ];
  }
  const headline = context.asked ? say`Meets ${tags(met)}.` : say`Complies with ${tags(met)} as claimed.`;
  return [headline, first === undefined ? [] : goodToKnow(context, first, met.length > 1, says, known)];
}

function goodToKnow(
  { judgement }: CheckContext,
  claim: JudgedClaim,
  several: boolean,
  says: string | null,
  known: Known,
): Sentence {
  if (claim.parsed.platform === "android") return [];
  if (claim.parsed.platform === "musllinux") {
    const refuses = says?.startsWith("linux_") === true;
    return refuses
      ? say`auditwheel says ${tag(says)}: it does not know that ${library("libc.so")} is musl itself.`
      : say`Nothing in a file tells one musl release from another, so the number is taken on trust.`;
  }
  const needs =
    known.glibcFloor !== null
      ? `It needs glibc ${known.glibcFloor}`
      : judgement.libc === "none"
        ? "It needs no C library from the system"
        : "It needs no particular glibc";
  if (claim.judgedBy !== claim.tag && !isLegacyTag(claim.tag)) {
    const rounds = says !== null && says !== claim.tag ? say`; auditwheel rounds up to ${tag(says)}` : "";
    return say`${needs}. No policy has that number${rounds}.`;
  }
  if (several || known.bestTag === null) return say`${needs}.`;
  const older = known.bestTag !== claim.judgedBy ? say`, and would also pass ${tag(known.bestTag)}` : "";
  return say`${needs}${older}.${difference(judgement, says, known.bestTag)}`;
}

/** Where auditwheel's answer is another than ours, why (own-blockers.ts). */
function difference({ ladder }: Judgement, says: string | null, best: string): Sentence {
  if (says === null || says === best) return [];
  const place = (name: string): number => ladder.findIndex((step) => step.tag === name);
  return place(says) > place(best)
    ? say` auditwheel, which counts versions that are only asked for weakly too, says ${tag(says)}.`
    : say` auditwheel, which does not see all that is needed, says ${tag(says)}.`;
}

function fails(context: CheckContext, auditwheel: AuditwheelVerdict, known: Known): Words {
  const { claims, facts, judgement, knowledge } = context;
  const best =
    known.bestTag === null ? [] : say`The best tag it could honestly carry is ${tag(known.bestTag)}.`;
  if (claims.some((claim) => claim.state === "any")) {
    const architectures = distinct(readLibraries(facts).map(({ elf }) => architectureName(elf.architecture)));
    const where = judgement.architecture === null ? "" : say` for Linux on ${list(architectures)}`;
    return [
      say`Claims to run on any platform, but holds ${count(facts.libraries.length, "native file")}${where}.`,
      best,
    ];
  }
  const linux = linuxClaims(claims);
  const [unmet] = strongestClaims(linux.filter(isUnmet));
  const purelib = auditwheel.kind === "refused" && auditwheel.reason === "purelib";
  if (purelib && unmet === undefined) {
    const met = linux.filter(isMet);
    const apart = met.length === 0 ? "" : say` Apart from that it meets ${tags(met)}.`;
    return [
      say`Holds native code in a purelib folder, which auditwheel refuses.`,
      say`The ${auditwheel.files.length === 1 ? "file" : "files"} concerned: ${list(auditwheel.files.map(library))}.${apart}`,
    ];
  }
  if (unmet !== undefined) {
    const why = describeBlockers(unmet.blockers, knowledge.toolchain);
    const those = tags(linux.filter(isUnmet));
    const headline = context.asked
      ? say`Does not meet ${those}: it ${why}.`
      : purelib
        ? say`Claims ${those}, but ${why}; besides, native code lies in a purelib folder, which auditwheel refuses.`
        : say`Claims ${those}, but ${why}.`;
    return [headline, say`${culprit(unmet.blockers)}${bestWords(context, known)}`];
  }
  const strangers = linux.filter(({ state }) => state === "wrong-architecture" || state === "wrong-libc");
  const elves = readLibraries(facts).map(({ elf }) => elf);
  const libc = strangers[0]?.state === "wrong-libc";
  const found = libc
    ? distinct(elves.map((elf) => elf.libc).filter((kind) => kind !== "none"))
    : distinct(elves.map((elf) => architectureName(elf.architecture)));
  return [
    say`Claims ${tags(strangers)}, but its native files are ${libc ? "linked " : ""}for ${list(found)}.`,
    claims.some(isMet) ? bestWords(context, known) : best,
  ];
}

function bestWords(context: CheckContext, known: Known): Sentence {
  const alsoMet = context.claims.filter(isMet);
  if (alsoMet.length > 0) return say`Its other tag, ${tags(alsoMet)}, is met.`;
  if (known.bestTag !== null) return say`The best tag it could honestly carry is ${tag(known.bestTag)}.`;
  return butForLibraries(context) ?? say`As it is, it fits no policy.`;
}

/** The policy that would be met but for the libraries; null if other things stand in the way. */
function butForLibraries({ judgement, judgeStep, knowledge }: CheckContext): Sentence | null {
  const step = judgement.ladder.find((each) =>
    judgeStep(each).blockers.every(({ kind }) => kind === "library"),
  );
  if (step === undefined || step.tag.startsWith("linux_")) return null;
  const names = byFrequency(judgeStep(step).blockers).map(([needed]) => needed);
  const those = oneOrMore(names.length, "that library", "those libraries");
  // An interpreter's library, or a framework's, is not to be bundled.
  return names.some((name) => LIBPYTHON.test(name) || providerOf(name, knowledge.gpu) !== null)
    ? say`Without ${those} it would meet ${tag(step.tag)}.`
    : say`With ${those} bundled it would meet ${tag(step.tag)}.`;
}

function noClaim(context: CheckContext, known: Known): Words {
  const { facts, claims, judgement, knowledge, judgeStep } = context;
  const subject: SentencePart | Sentence =
    facts.kind === "library"
      ? library(facts.fileName)
      : say`Tagged ${tags(linuxClaims(claims))}, which promises nothing; it`;
  if (known.bestTag !== null) {
    const floor = known.glibcFloor === null ? "" : ` needs glibc ${known.glibcFloor} and`;
    return [say`${subject}${floor} fits ${tag(known.bestTag)}.`, []];
  }
  const newest = judgement.ladder.filter((step) => !step.tag.startsWith("linux_")).at(-1);
  const blockers: readonly Blocker[] = newest === undefined ? [] : judgeStep(newest).blockers;
  return [
    say`${subject} ${describeBlockers(blockers, knowledge.toolchain, "any policy")}.`,
    say`${culprit(blockers)}${butForLibraries(context) ?? say`As it is, it fits no policy.`}`,
  ];
}

function notLinux({ claims, facts }: CheckContext): Words {
  const systems = distinct(
    claims.flatMap(({ parsed }) => (parsed.platform === "foreign" ? [parsed.system] : [])),
  );
  const inside = facts.libraries.length;
  return [
    say`A wheel for ${list(systems)}: the Linux tags have nothing to say about it.`,
    inside === 0 ? [] : say`It holds ${count(inside, "Linux library", "Linux libraries")} all the same.`,
  ];
}

function unknown({ facts }: CheckContext, auditwheel: AuditwheelVerdict, known: Known): Words {
  const unread = facts.libraries.filter((each) => each.elf === null);
  const [first] = unread;
  if (first !== undefined) {
    const which: SentencePart =
      unread.length === 1
        ? library(first.path)
        : `${String(unread.length)} of ${count(facts.libraries.length, "native file")}`;
    return [
      say`Cannot be judged: ${which} could not be read.`,
      known.bestTag === null ? [] : say`What could be read fits ${tag(known.bestTag)}.`,
    ];
  }
  const reason = auditwheel.kind === "refused" ? auditwheel.sentence : say`There are no rules for its tag.`;
  const rest = known.bestTag === null ? [] : say` Apart from that it fits ${tag(known.bestTag)}.`;
  return [say`Cannot be judged by the policies.`, say`${reason}${rest}`];
}
