/** INTERIM */
import type { Knowledge } from "../knowledge.ts";
import type { WheelFacts } from "../model.ts";
import type { LinkageMap } from "../own-blockers.ts";
import type { Accelerators } from "../readings.ts";

export function readAccelerators(
  _facts: WheelFacts,
  _knowledge: Knowledge,
  _linkage: LinkageMap,
): Accelerators | null {
  return null;
}
