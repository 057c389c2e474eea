/** INTERIM */
import type { WheelFacts } from "../model.ts";
import type { LinkageMap } from "../own-blockers.ts";
import type { CxxReading } from "../readings.ts";

/** By path, for every library with C++ names. */
export function readCxx(_facts: WheelFacts, _linkage: LinkageMap): ReadonlyMap<string, CxxReading> {
  return new Map();
}
