/** INTERIM */
import type { Knowledge } from "../knowledge.ts";
import type { WheelFacts } from "../model.ts";
import type { GpuReading, WheelGpu } from "../readings.ts";

export function readGpu(
  _facts: WheelFacts,
  _knowledge: Knowledge,
): { readonly libraries: ReadonlyMap<string, GpuReading>; readonly wheel: WheelGpu | null } {
  return { libraries: new Map(), wheel: null };
}
