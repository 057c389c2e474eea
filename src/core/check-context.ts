/** What checks and the verdict work with: the facts, all that was read from them, and the ways to look into it. */
import type { Judgement } from "./auditwheel/judge.ts";
import type { Claim, JudgedClaim } from "./verdict/claim.ts";
import type { Knowledge } from "./knowledge/knowledge.ts";
import type { WheelFacts } from "../facts/model.ts";
import { judgedOf, type ReadLibrary } from "./read-libraries.ts";
import type { Loading } from "./loading/loading.ts";
import type { LinkageMap, JudgeStep } from "./verdict/own-blockers.ts";
import { subject, type SentencePart } from "./sentence.ts";
import type { Blocker } from "./verdict/blocker.ts";
import type { Linkage } from "./linkage/kinds.ts";
import type { Readings } from "./readings/read-code.ts";

export { readLibraries, type ReadLibrary } from "./read-libraries.ts";

export interface CheckContext {
  readonly facts: WheelFacts;
  /** The tags are asked about, and not claimed by the file: nothing may speak of a claim. */
  readonly asked: boolean;
  readonly knowledge: Knowledge;
  readonly judgement: Judgement;
  readonly linkage: LinkageMap;
  /** What loads, and what does not. */
  readonly loading: Loading;
  readonly readings: Readings;
  readonly judgeStep: JudgeStep;
  readonly claims: readonly Claim[];
  /** The claim that the findings are about: the oldest one not met, else the oldest one met; null: nothing was claimed. */
  readonly target: JudgedClaim | null;
}

const judged = new WeakMap<CheckContext, readonly ReadLibrary[]>();

/** The readable libraries of the architecture judged; all of them where none was settled on. Found once for all checks. */
export function judgedLibraries(context: CheckContext): readonly ReadLibrary[] {
  let libraries = judged.get(context);
  if (libraries === undefined) {
    const { architecture } = context.judgement;
    libraries = judgedOf(context.facts, architecture);
    judged.set(context, libraries);
  }
  return libraries;
}

/** The blockers of one kind that count against the target claim. */
export function blockersOf<Kind extends Blocker["kind"]>(
  context: CheckContext,
  ...kinds: readonly Kind[]
): Extract<Blocker, { kind: Kind }>[] {
  const blockers = context.target?.state === "not-met" ? context.target.blockers : [];
  return blockers.filter((blocker): blocker is Extract<Blocker, { kind: Kind }> =>
    (kinds as readonly string[]).includes(blocker.kind),
  );
}

/** Every link of one kind with the file that has it, for the architecture judged, in the order of the facts. */
export function linksOf<Kind extends Linkage["kind"]>(
  context: CheckContext,
  kind: Kind,
): { path: string; link: Extract<Linkage, { kind: Kind }> }[] {
  return judgedLibraries(context).flatMap(({ path }) =>
    (context.linkage.get(path) ?? [])
      .filter((link): link is Extract<Linkage, { kind: Kind }> => link.kind === kind)
      .map((link) => ({ path, link })),
  );
}

/** The path of one file, or how many there are, called what they are: libraries, programs, or files where there are both. */
export function filesOf({ facts }: CheckContext, paths: readonly string[]): SentencePart {
  const those = new Set(paths);
  const roles = new Set(
    facts.libraries.flatMap(({ path, elf }) =>
      those.has(path) ? [elf?.role === "executable" ? "program" : "library"] : [],
    ),
  );
  const [only] = roles;
  if (roles.size !== 1 || only === undefined) return subject(paths, "file", "files");
  return only === "program" ? subject(paths, "program", "programs") : subject(paths);
}

/** Files of the wheel that other files of the wheel need and find. */
export function neededInWheel(linkage: LinkageMap): ReadonlySet<string> {
  const paths = new Set<string>();
  for (const links of linkage.values()) {
    for (const link of links) if (link.kind === "in-wheel") paths.add(link.path);
  }
  return paths;
}

/** Some policy promises it: then it is a question of the tag, not of a missing file. */
export function allowedSomewhere({ judgement }: CheckContext, needed: string): boolean {
  return judgement.policies.some((policy) => policy.libraries.includes(needed));
}
