/**
 * Our own judgement, where auditwheel has none: it stops at the first thing it cannot handle. A person wants the rest of the report
 * all the same, so what made it stop is set aside, one thing after the other, and the remainder is judged by the same rules.
 * auditwheel's refusal is still reported as such.
 */
import { judge, type Judgement } from "../auditwheel/judge.ts";
import type { Knowledge } from "../knowledge/knowledge.ts";
import type { WheelFacts } from "../../facts/model.ts";
import type { AuditwheelVerdict } from "../auditwheel/answer.ts";

/**
 * The wheel without its variant label (PEP 825, a draft), which makes auditwheel stop at the name: the tags before the label promise
 * what they always do.
 */
export function withoutLabel(facts: WheelFacts): WheelFacts {
  if (facts.name?.variant === undefined) return facts;
  const { variant: _, ...name } = facts.name;
  return { ...facts, name };
}

type Reason = Extract<AuditwheelVerdict, { kind: "refused" }>["reason"];

/** The judgement of what is left; the given one if nothing can be set aside. */
export function ownJudgement(facts: WheelFacts, knowledge: Knowledge, judgement: Judgement): Judgement {
  let [left, best] = [facts, judgement];
  const tried = new Set<Reason>();
  while (best.verdict.kind === "refused" && !tried.has(best.verdict.reason)) {
    tried.add(best.verdict.reason);
    const without = setAside(left, best.verdict.reason);
    if (without === null) break;
    left = without;
    // The folder is part of a path that everything else names; so the question is left out, not the folder.
    best = judge(left, knowledge, tried.has("purelib"));
  }
  return best.verdict.kind === "refused" ? judgement : best;
}

/** Facts in which the reason of a refusal is gone; null if that would leave nothing to judge or change the question. */
function setAside(facts: WheelFacts, reason: Reason): WheelFacts | null {
  switch (reason) {
    case "unreadable":
      return { ...facts, libraries: facts.libraries.filter((library) => library.elf !== null) };
    case "record-missing":
      return {
        ...facts,
        record: { ...facts.record, present: true },
        libraries: facts.libraries.map((library) => ({ ...library, inRecord: true })),
      };
    case "record-file-missing":
      return { ...facts, record: { ...facts.record, problems: [] } };
    case "no-dist-info":
      return { ...facts, distInfoDirectories: ["name-0.dist-info"] };
    case "several-dist-info":
      return { ...facts, distInfoDirectories: facts.distInfoDirectories.slice(0, 1) };
    case "needed-not-elf":
      return { ...facts, impostors: [] };
    case "purelib":
      return facts;
    case "not-a-wheel-name":
    case "pure":
    case "no-elf":
    case "other-architecture":
    case "other-libc":
    case "unknown-architecture":
    case "libc-unknown":
    case "libc-contradiction":
    case "isa-unknown":
    case "android-tags":
    case "not-linux":
    case "too-entangled":
      return null;
  }
}
