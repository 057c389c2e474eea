/** INTERIM */
import type { Judgement } from "../auditwheel/judge.ts";
import type { Knowledge } from "../knowledge.ts";
import type { WheelFacts } from "../model.ts";
import type { LinkageMap } from "../own-blockers.ts";
import type { SystemRow } from "../readings.ts";

export function readSystems(
  _facts: WheelFacts,
  _knowledge: Knowledge,
  _judgement: Judgement,
  _linkage: LinkageMap,
): SystemRow[] {
  return [];
}
