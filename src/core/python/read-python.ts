/** INTERIM */
import type { Knowledge } from "../knowledge.ts";
import type { WheelFacts } from "../model.ts";
import type { PythonReading, WheelPython } from "../readings.ts";

export function readPython(
  _facts: WheelFacts,
  _knowledge: Knowledge,
): { readonly libraries: ReadonlyMap<string, PythonReading>; readonly wheel: WheelPython | null } {
  return { libraries: new Map(), wheel: null };
}
