/**
 * Judges each platform tag of a file name by itself. Where a policy of exactly that number exists, its rules decide. PEP 600
 * allows any `manylinux_X_Y`; a number without a policy is judged by the nearest older policy's lists, with the glibc
 * versions counted up to X.Y instead. auditwheel rounds such a claim up to the next policy and calls honest wheels wrong.
 */
import type { Judgement } from "../auditwheel/judge.ts";
import { baseArchitecture, parseClaimTag, runsOn, type ClaimTag } from "../../facts/names/claim-tag.ts";
import type { WheelFacts } from "../../facts/model.ts";
import type { JudgeStep, SetAside } from "./own-blockers.ts";
import type { Blocker, LadderStep } from "./blocker.ts";
import { compareNumbers, glibcRelease } from "../../facts/names/version-name.ts";

export type Claim = { readonly tag: string; readonly parsed: ClaimTag } & (
  | {
      readonly state: "met" | "not-met";
      /** Tag of the policy whose lists were used, e.g. `manylinux_2_17_x86_64` for the claim `manylinux_2_18_x86_64`. */
      readonly judgedBy: string;
      /** What counts against the claim; empty when it is met. */
      readonly blockers: readonly Blocker[];
      readonly setAside: readonly SetAside[];
    }
  /** The tag names another C library or architecture than the wheel's native files. */
  | { readonly state: "wrong-libc" | "wrong-architecture"; readonly libraries: readonly string[] }
  /** A Linux tag without rules we know. */
  | { readonly state: "unknown" }
  /** Something kept the wheel from being judged at all. */
  | { readonly state: "not-judged" }
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

/** The number a claim promises: the C library's release, or Android's API level. Empty if it promises none. */
export function promisedRelease({ parsed }: Claim): readonly number[] {
  if (parsed.platform === "android") return [parsed.level];
  return "release" in parsed ? parsed.release : [];
}

/** Claims about Linux and Android; a tag for another system beside them is none of our business. */
export function linuxClaims(claims: readonly Claim[]): Claim[] {
  return claims.filter((claim) => claim.state !== "not-linux" && claim.state !== "any");
}

export const isLegacyTag = (tag: string): boolean => /^manylinux(?:1|2010|2014)_/.test(tag);

export interface ClaimInput {
  readonly facts: WheelFacts;
  readonly judgement: Judgement;
  readonly judgeStep: JudgeStep;
}

export function judgeClaims(input: ClaimInput): Claim[] {
  return (input.facts.name?.platformTags ?? []).map((tag) => {
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
        return judgeClaim(parsed, input);
    }
  });
}

type PolicyTag = Extract<ClaimTag, { platform: "manylinux" | "musllinux" | "android" }>;

function judgeClaim(parsed: PolicyTag, { facts, judgement, judgeStep }: ClaimInput): Claim {
  const { tag } = parsed;
  const readable = facts.libraries.filter((library) => library.elf !== null);
  const fitting = readable.filter(({ elf }) => elf !== null && runsOn(elf.architecture, parsed.architecture));
  if (readable.length > 0 && fitting.length === 0) {
    return { tag, parsed, state: "wrong-architecture", libraries: readable.map((library) => library.path) };
  }
  const linked = fitting.filter(({ elf }) => elf?.libc !== "none");
  const strangers = linked.filter(({ elf }) => elf?.libc !== LIBC_OF[parsed.platform]);
  if (strangers.length > 0 && strangers.length === linked.length) {
    return { tag, parsed, state: "wrong-libc", libraries: strangers.map((library) => library.path) };
  }
  if (judgement.ladder.length === 0) return { tag, parsed, state: "not-judged" };
  const rule = chooseRule(parsed, judgement);
  if (rule === null) return { tag, parsed, state: "unknown" };
  const { blockers: all, setAside } = judgeStep(rule.step);
  const { release } = rule;
  const blockers = release === null ? all : all.filter((blocker) => !coveredByRelease(blocker, release));
  const state = blockers.length === 0 ? "met" : "not-met";
  return { tag, parsed, state, judgedBy: rule.step.tag, blockers, setAside };
}

const LIBC_OF = { manylinux: "glibc", musllinux: "musl", android: "bionic" } as const;

interface Rule {
  readonly step: LadderStep;
  /** Set if no policy has the claim's number: glibc versions up to this are allowed. */
  readonly release: readonly [number, number] | null;
}

function chooseRule(parsed: PolicyTag, judgement: Judgement): Rule | null {
  const steps = judgement.ladder
    .filter((step) => parseClaimTag(step.tag).platform === parsed.platform)
    .filter((step) => baseArchitecture(architectureOf(step.tag)) === baseArchitecture(parsed.architecture));
  const exact = steps.find((step) => step.tag === parsed.tag || step.aliases.includes(parsed.tag));
  if (exact) return { step: exact, release: null };
  if (parsed.platform !== "manylinux") {
    // musl has no symbol versions, so every musllinux policy asks the same; Android's step has the claimed level.
    const any = steps.at(-1);
    return any ? { step: any, release: null } : null;
  }
  const older = steps.filter((step) => compareNumbers(releaseOf(step.tag), parsed.release) < 0);
  const nearest = older.at(-1) ?? steps[0];
  return nearest ? { step: nearest, release: parsed.release } : null;
}

function architectureOf(tag: string): string {
  const parsed = parseClaimTag(tag);
  return "architecture" in parsed ? parsed.architecture : "";
}

function releaseOf(tag: string): readonly number[] {
  const parsed = parseClaimTag(tag);
  return "release" in parsed ? parsed.release : [];
}

/**
 * glibc's own libraries: their forbidden symbols all first appeared in glibc 2.18 (auditwheel issues 647 and 655), so a
 * claim of 2.18 or newer may use them.
 */
export const GLIBC_LIBRARIES = new Set(["libc.so.6", "libm.so.6", "libpthread.so.0"]);

/** The first glibc release that has all of them. */
export const FORBIDDEN_UNTIL: readonly number[] = [2, 18];

function coveredByRelease(blocker: Blocker, release: readonly [number, number]): boolean {
  if (blocker.kind === "symbol-version") {
    const needed = glibcRelease(blocker.version);
    return needed !== null && compareNumbers(needed.slice(0, 2), release) <= 0;
  }
  if (blocker.kind === "forbidden-symbol") {
    return GLIBC_LIBRARIES.has(blocker.from) && compareNumbers(release, FORBIDDEN_UNTIL) >= 0;
  }
  return false;
}
