/** What every check works with, and the few words they share. One check finds at most one finding: its own id. */
import type { Judgement } from "./auditwheel/judge.ts";
import { runsOn } from "../facts/claim-tag.ts";
import type { Claim, JudgedClaim } from "./verdict/claim.ts";
import { findingKinds, type FindingId } from "./findings/index.ts";
import type { Knowledge } from "./knowledge/knowledge.ts";
import type { ElfFacts, LibraryFacts, WheelFacts } from "../facts/model.ts";
import type { LinkageMap, ReadStep } from "./verdict/own-blockers.ts";
import type { Blocker } from "./verdict/blocker.ts";
import type { Evidence } from "./evidence.ts";
import type { Finding } from "./report.ts";
import type { Linkage } from "./linkage/kinds.ts";
import { type Sentence, type SentencePart, code, count, library, list, say } from "./sentence.ts";
import type { Severity } from "./severity.ts";
import type { Readings } from "./readings/read-code.ts";

export interface CheckContext {
  readonly facts: WheelFacts;
  readonly knowledge: Knowledge;
  readonly judgement: Judgement;
  readonly linkage: LinkageMap;
  readonly readings: Readings;
  readonly readStep: ReadStep;
  readonly claims: readonly Claim[];
  /** The claim that the findings speak of: the oldest one not met, else the oldest one met; null: nothing was claimed. */
  readonly target: JudgedClaim | null;
}

export type Check = (context: CheckContext) => Finding | null;

export interface FindingFields {
  readonly sentence: Sentence;
  /** Left out: the usual severity of the id. */
  readonly severity?: Severity;
  readonly advice?: readonly Sentence[];
  /** Duplicates are dropped. */
  readonly libraries?: readonly string[];
  /** Most telling first; the report keeps the beginning. */
  readonly evidence?: readonly Evidence[];
  /** Where more was counted than listed. */
  readonly evidenceTotal?: number;
}

export function finding(id: FindingId, fields: FindingFields): Finding {
  const evidence = fields.evidence ?? [];
  return {
    id,
    severity: fields.severity ?? findingKinds[id].severity,
    sentence: fields.sentence,
    advice: fields.advice ?? [],
    libraries: [...new Set(fields.libraries ?? [])],
    evidence,
    evidenceTotal: Math.max(fields.evidenceTotal ?? 0, evidence.length),
  };
}

export type ReadLibrary = LibraryFacts & { readonly elf: ElfFacts };

/** The libraries that could be read. */
export function readLibraries(facts: WheelFacts): ReadLibrary[] {
  return facts.libraries.filter((entry): entry is ReadLibrary => entry.elf !== null);
}

const judged = new WeakMap<CheckContext, readonly ReadLibrary[]>();

/** The readable libraries of the architecture judged; all of them where none was settled on. Found once for all checks. */
export function judgedLibraries(context: CheckContext): readonly ReadLibrary[] {
  let libraries = judged.get(context);
  if (libraries === undefined) {
    const { architecture } = context.judgement;
    libraries = readLibraries(context.facts).filter(
      ({ elf }) => architecture === null || runsOn(elf.architecture, architecture),
    );
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

/** Files of the wheel that other files of the wheel need and find. */
export function neededInWheel(linkage: LinkageMap): ReadonlySet<string> {
  const paths = new Set<string>();
  for (const links of linkage.values()) {
    for (const link of links) if (link.kind === "in-wheel") paths.add(link.path);
  }
  return paths;
}

/** "`a.so`" for one path, "3 libraries" for more. */
export function subject(paths: readonly string[], noun = "library", plural = "libraries"): SentencePart {
  const different = [...new Set(paths)];
  const [only] = different;
  return different.length === 1 && only !== undefined ? library(only) : count(different.length, noun, plural);
}

/** "`a`, `b` and 3 more" of the names, duplicates dropped. */
export function nameList(names: readonly string[], limit = 3): Sentence {
  return list([...new Set(names)].map(library), limit);
}

/** Singular or plural verb for a number of things. */
export function verb(amount: number, singular: string, plural: string): string {
  return amount === 1 ? singular : plural;
}

/** The first item of each kind, then the others: so the beginning of a long list shows all that there is. */
export function spread<T>(items: readonly T[], kind: (item: T) => string): T[] {
  const seen = new Set<string>();
  const first: T[] = [];
  const others: T[] = [];
  for (const item of items) {
    (seen.has(kind(item)) ? others : first).push(item);
    seen.add(kind(item));
  }
  return [...first, ...others];
}

export const distinct = (items: readonly string[]): string[] => [...new Set(items)];

export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The tool that changes a wheel's tag in the file name and in WHEEL at once. */
export function retag(tagName: string): Sentence {
  return say`If the build cannot change, give the wheel the tag it meets: ${code(`wheel tags --remove --platform-tag=${tagName} FILE.whl`)} changes file name and WHEEL together.`;
}
