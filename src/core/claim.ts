/**
 * Judges each platform tag of a file name by itself. Where a policy of exactly that number exists, its rules decide. PEP 600
 * allows any `manylinux_X_Y`; a number without a policy is judged by the nearest older policy's lists, with the glibc
 * versions counted up to X.Y instead. auditwheel rounds such a claim up to the next policy and calls honest wheels wrong.
 */
import type { Judgement } from "./auditwheel/judge.ts";
import { baseArchitecture, parseClaimTag, type ClaimTag } from "./claim-tag.ts";
import { hiddenVersionBlockers } from "./hidden-needs.ts";
import type { Knowledge, Policy } from "./knowledge.ts";
import type { LibcKind, LibraryFacts, WheelFacts } from "./model.ts";
import type { Blocker, LadderStep, Linkage } from "./report.ts";
import { compareNumbers, glibcRelease } from "./version-name.ts";

/** A needed library that stands outside a policy's list, but that something other than the system answers for. */
export interface SetAside {
  readonly in: string;
  readonly linkage: Linkage;
}

export type Claim = { readonly tag: string; readonly parsed: ClaimTag } & (
  | {
      readonly state: "met" | "not-met";
      /** Tag of the policy whose lists were used, e.g. `manylinux_2_17_x86_64` for the claim `manylinux_2_18_x86_64`. */
      readonly judgedBy: string;
      /** What counts against the claim; empty when it is met. */
      readonly blockers: readonly Blocker[];
      readonly setAside: readonly SetAside[];
    }
  /** The tag speaks of another C library or architecture than the wheel's native files. */
  | { readonly state: "wrong-libc" | "wrong-architecture"; readonly libraries: readonly string[] }
  /** A Linux tag without rules we know. */
  | { readonly state: "unknown" }
  /** `linux_*`. */
  | { readonly state: "promises-nothing" }
  | { readonly state: "any" }
  | { readonly state: "not-linux" }
);

export type JudgedClaim = Extract<Claim, { state: "met" | "not-met" }>;

export const isMet = (claim: Claim): claim is JudgedClaim => claim.state === "met";
export const isUnmet = (claim: Claim): claim is JudgedClaim => claim.state === "not-met";

/**
 * The oldest claim for each C library and architecture, which implies the others. `manylinux_2_17` beside its alias
 * `manylinux2014` says nothing new; the newer spelling is the clearer one.
 */
export function strongestClaims<C extends Claim>(claims: readonly C[]): C[] {
  const kept = new Map<string, C>();
  for (const claim of claims) {
    const { parsed } = claim;
    const key = `${parsed.platform} ${"architecture" in parsed ? parsed.architecture : ""}`;
    const best = kept.get(key);
    const order = best === undefined ? -1 : compareNumbers(promisedRelease(claim), promisedRelease(best));
    if (order < 0 || (order === 0 && best !== undefined && isLegacyTag(best.tag))) kept.set(key, claim);
  }
  return [...kept.values()];
}

/** The number a claim promises: the C library's release, or Android's API level. Empty where it promises none. */
export function promisedRelease({ parsed }: Claim): readonly number[] {
  if (parsed.platform === "android") return [parsed.level];
  return "release" in parsed ? parsed.release : [];
}

export const isLegacyTag = (tag: string): boolean => /^manylinux(?:1|2010|2014)_/.test(tag);

/** Linkage of every library, by its path. */
export type LinkageMap = ReadonlyMap<string, readonly Linkage[]>;

export function judgeClaims(
  facts: WheelFacts,
  knowledge: Knowledge,
  judgement: Judgement,
  linkage: LinkageMap,
): Claim[] {
  return (facts.name?.platformTags ?? []).map((tag) => {
    const parsed = parseClaimTag(tag);
    switch (parsed.platform) {
      case "any":
        return { tag, parsed, state: "any" };
      case "foreign":
        return { tag, parsed, state: "not-linux" };
      case "unknown":
        return { tag, parsed, state: "unknown" };
      case "linux":
        return { tag, parsed, state: "promises-nothing" };
      case "manylinux":
      case "musllinux":
      case "android":
        return judgeClaim(parsed, facts, knowledge, judgement, linkage);
    }
  });
}

type PolicyTag = Extract<ClaimTag, { platform: "manylinux" | "musllinux" | "android" }>;

function judgeClaim(
  parsed: PolicyTag,
  facts: WheelFacts,
  knowledge: Knowledge,
  judgement: Judgement,
  linkage: LinkageMap,
): Claim {
  const { tag } = parsed;
  const readable = facts.libraries.filter((library) => library.elf !== null);
  const architecture = baseArchitecture(parsed.architecture);
  const fitting = readable.filter((library) => library.elf?.architecture === architecture);
  if (readable.length > 0 && fitting.length === 0) {
    return { tag, parsed, state: "wrong-architecture", libraries: readable.map((library) => library.path) };
  }
  const libc = LIBC_OF[parsed.platform];
  const strangers = fitting.filter((library) => contradicts(library, libc));
  if (strangers.length > 0 && strangers.length === fitting.filter((library) => hasLibc(library)).length) {
    return { tag, parsed, state: "wrong-libc", libraries: strangers.map((library) => library.path) };
  }
  const rule = chooseRule(parsed, knowledge, judgement);
  if (rule === null) return { tag, parsed, state: "unknown" };
  const all = [...rule.step.blockers, ...hiddenVersionBlockers(facts, rule.policy, architecture)].filter(
    (blocker) => rule.release === null || !coveredByRelease(blocker, rule.release),
  );
  const setAside: SetAside[] = [];
  const blockers = all.filter((blocker) => {
    const answer = answerFor(blocker, linkage);
    if (answer) setAside.push(answer);
    return answer === null;
  });
  const state = blockers.length === 0 ? "met" : "not-met";
  return { tag, parsed, state, judgedBy: rule.step.tag, blockers, setAside };
}

const LIBC_OF = { manylinux: "glibc", musllinux: "musl", android: "bionic" } as const;

const hasLibc = (library: LibraryFacts): boolean => library.elf !== null && library.elf.libc !== "none";

function contradicts(library: LibraryFacts, libc: LibcKind): boolean {
  return hasLibc(library) && library.elf?.libc !== libc;
}

interface Rule {
  readonly step: LadderStep;
  readonly policy: Policy | null;
  /** Set where no policy bears the claim's number: glibc versions up to this are allowed. */
  readonly release: readonly [number, number] | null;
}

function chooseRule(parsed: PolicyTag, knowledge: Knowledge, judgement: Judgement): Rule | null {
  const steps = judgement.ladder
    .filter((step) => parseClaimTag(step.tag).platform === parsed.platform)
    .filter((step) => baseArchitecture(architectureOf(step.tag)) === baseArchitecture(parsed.architecture));
  const rule = (step: LadderStep, release: Rule["release"]): Rule => ({
    step,
    policy: policyOf(step.tag, knowledge),
    release,
  });
  const exact = steps.find((step) => step.tag === parsed.tag || step.aliases.includes(parsed.tag));
  if (exact) return rule(exact, null);
  if (parsed.platform !== "manylinux") {
    // musl has no symbol versions, so every musllinux policy asks the same; Android's step bears the claimed level.
    const any = steps.at(-1);
    return any ? rule(any, null) : null;
  }
  const older = steps.filter((step) => compareNumbers(releaseOf(step.tag), parsed.release) < 0);
  const nearest = older.at(-1) ?? steps[0];
  return nearest ? rule(nearest, parsed.release) : null;
}

function architectureOf(tag: string): string {
  const parsed = parseClaimTag(tag);
  return "architecture" in parsed ? parsed.architecture : "";
}

function releaseOf(tag: string): readonly number[] {
  const parsed = parseClaimTag(tag);
  return "release" in parsed ? parsed.release : [];
}

/** The policy that a full tag such as `manylinux_2_17_x86_64` names. */
export function policyOf(tag: string, knowledge: Knowledge): Policy | null {
  return (
    knowledge.policies.find(
      (policy) => tag.startsWith(`${policy.name}_`) && !/^\d/.test(tag.slice(policy.name.length + 1)),
    ) ?? null
  );
}

/**
 * glibc's own libraries: their forbidden symbols all first appeared in glibc 2.18 (auditwheel issues 647 and 655), so a
 * claim of 2.18 or newer may use them.
 */
const GLIBC_LIBRARIES = new Set(["libc.so.6", "libm.so.6", "libpthread.so.0"]);

function coveredByRelease(blocker: Blocker, release: readonly [number, number]): boolean {
  if (blocker.kind === "symbol-version") {
    const needed = glibcRelease(blocker.version);
    return needed !== null && compareNumbers(needed.slice(0, 2), release) <= 0;
  }
  if (blocker.kind === "forbidden-symbol") {
    return GLIBC_LIBRARIES.has(blocker.from) && compareNumbers(release, [2, 18]) >= 0;
  }
  return false;
}

/** What answers for a library outside the policy: another wheel, the driver, or the wheel itself by another way. */
export function answerFor(blocker: Blocker, linkage: LinkageMap): SetAside | null {
  if (blocker.kind !== "library") return null;
  const own = linkage.get(blocker.in)?.find((link) => link.needed === blocker.needed);
  if (own) return isAnswered(own) ? { in: blocker.in, linkage: own } : null;
  // The need may belong to a library further down the tree of `in`.
  for (const [path, links] of linkage) {
    const link = links.find((candidate) => candidate.needed === blocker.needed);
    if (link) return isAnswered(link) ? { in: path, linkage: link } : null;
  }
  return null;
}

function isAnswered(link: Linkage): boolean {
  switch (link.kind) {
    case "in-wheel":
    case "in-wheel-unreachable":
    case "other-wheel":
    case "driver":
      return true;
    case "allowed":
    case "loader":
    case "libpython":
    case "missing":
      return false;
  }
}
