/**
 * What stands against a policy in our own judgement. It differs from auditwheel's in five points, each of them a fact about how
 * libraries are loaded: version needs that auditwheel overlooks (hidden-needs.ts) count, and so do missing libraries of files that
 * its search does not reach; weak version needs do not; musl is its own loader; and libraries that another wheel, the driver or
 * the wheel itself brings are set aside.
 */
import { runsOn } from "../../facts/names/claim-tag.ts";
import { hiddenVersionBlockers, hiddenVersionNeeds } from "../linkage/hidden-needs.ts";
import type { Knowledge, Policy } from "../knowledge/knowledge.ts";
import type { Architecture, WheelFacts } from "../../facts/model.ts";
import type { Blocker, LadderStep } from "./blocker.ts";
import type { Linkage } from "../linkage/kinds.ts";

/** Linkage of every library, by its path. */
export type LinkageMap = ReadonlyMap<string, readonly Linkage[]>;

/** A needed library outside a policy's list that something other than the system answers for. */
export interface SetAside {
  readonly in: string;
  readonly linkage: Linkage;
}

export interface StepJudgement {
  readonly blockers: readonly Blocker[];
  readonly setAside: readonly SetAside[];
}

export type JudgeStep = (step: LadderStep) => StepJudgement;

/** Judges steps of one wheel's ladder; each step is judged once and remembered. */
export function stepJudge(
  facts: WheelFacts,
  knowledge: Knowledge,
  linkage: LinkageMap,
  architecture: Architecture | null,
): JudgeStep {
  const weak = weakNeeds(facts);
  const missing = missingNeeds(facts, linkage, architecture);
  const hidden = hiddenVersionNeeds(facts, architecture);
  let links: LinkIndex | null = null;
  const answers = new Map<Blocker, SetAside | null>();
  const judged = new Map<LadderStep, StepJudgement>();
  return (step) => {
    let judgement = judged.get(step);
    if (judgement === undefined) {
      const setAside: SetAside[] = [];
      const policy = policyOf(step.tag, knowledge);
      const all = [...step.blockers, ...hiddenVersionBlockers(hidden, policy, architecture)];
      const blockers = all.filter((blocker) => {
        if (blocker.kind === "symbol-version")
          return !weak.has(needKey(blocker.in, blocker.from, blocker.version));
        if (blocker.kind !== "library") return true;
        // The steps of a ladder share their blockers.
        let answer = answers.get(blocker);
        if (answer === undefined) {
          answer = linkOf(blocker.in, blocker.needed, (links ??= linkIndex(linkage)));
          answers.set(blocker, answer);
        }
        if (answer === null || !isAnswered(answer.linkage)) return true;
        if (answer.linkage.kind !== "loader") setAside.push(answer);
        return false;
      });
      const named = new Set(
        blockers.flatMap((blocker) => (blocker.kind === "library" ? [blocker.needed] : [])),
      );
      const unnamed = policy === null ? [] : missing.filter(({ needed }) => !named.has(needed));
      judgement = { blockers: [...blockers, ...unnamed], setAside };
      judged.set(step, judgement);
    }
    return judgement;
  };
}

/** What no policy promises and nothing brings, for every file of the architecture judged. */
function missingNeeds(
  facts: WheelFacts,
  linkage: LinkageMap,
  architecture: Architecture | null,
): Extract<Blocker, { kind: "library" }>[] {
  return facts.libraries.flatMap(({ path, elf }) => {
    if (elf === null || architecture === null || !runsOn(elf.architecture, architecture)) return [];
    return (linkage.get(path) ?? [])
      .filter((link) => link.kind === "missing")
      .map((link) => ({ kind: "library" as const, needed: link.needed, in: path }));
  });
}

/**
 * Needs marked `VER_FLG_WEAK`: where the version is missing the loader goes on, and the symbols stay undefined
 * (glibc, `elf/dl-version.c`).
 */
function weakNeeds(facts: WheelFacts): ReadonlySet<string> {
  const weak = new Set<string>();
  for (const { path, elf } of facts.libraries) {
    const needs = elf?.versionNeeds ?? [];
    // Hardly any file has one.
    if (!needs.some((need) => need.weak)) continue;
    for (const need of needs) if (need.weak) weak.add(needKey(path, need.library, need.version));
    for (const need of needs) if (!need.weak) weak.delete(needKey(path, need.library, need.version));
  }
  return weak;
}

const needKey = (path: string, from: string, version: string): string => `${path}\0${from}\0${version}`;

interface LinkIndex {
  readonly byPath: ReadonlyMap<string, ReadonlyMap<string, SetAside>>;
  /** The first file that needs a name. */
  readonly byName: ReadonlyMap<string, SetAside>;
}

function linkIndex(linkage: LinkageMap): LinkIndex {
  const byPath = new Map<string, Map<string, SetAside>>();
  const byName = new Map<string, SetAside>();
  for (const [path, links] of linkage) {
    const own = new Map(links.map((link) => [link.needed, { in: path, linkage: link }]));
    byPath.set(path, own);
    for (const [needed, link] of own) if (!byName.has(needed)) byName.set(needed, link);
  }
  return { byPath, byName };
}

/** The need may belong to a library further down the tree of the file that is blamed. */
const linkOf = (path: string, needed: string, { byPath, byName }: LinkIndex): SetAside | null =>
  byPath.get(path)?.get(needed) ?? byName.get(needed) ?? null;

function isAnswered(link: Linkage): boolean {
  switch (link.kind) {
    case "in-wheel":
    case "in-wheel-unreachable":
    case "other-wheel":
    case "driver":
    case "loader":
      return true;
    case "allowed":
    case "libpython":
    case "missing":
      return false;
  }
}

/** The policy that a full tag such as `manylinux_2_17_x86_64` names. */
export function policyOf(tag: string, knowledge: Knowledge): Policy | null {
  const named = knowledge.policies.find(
    // `manylinux_2_5` is not the policy of `manylinux_2_5_1_x86_64`.
    ({ name }) => tag.startsWith(`${name}_`) && !/^\d/.test(tag.slice(name.length + 1)),
  );
  return named ?? null;
}

/**
 * The oldest step of the ladder without a blocker that counts; null if only `linux_*` is left. It differs from the step
 * marked `best`, which is auditwheel's.
 */
export function oldestPolicyMet(ladder: readonly LadderStep[], judgeStep: JudgeStep): LadderStep | null {
  const step = ladder.find((candidate) => judgeStep(candidate).blockers.length === 0);
  return step === undefined || step.tag.startsWith("linux_") ? null : step;
}
