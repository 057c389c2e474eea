/** Which package of the index brings a library, where that is known and there is one answer. */
import { providerOf } from "../linkage/known-providers.ts";
import type { GpuKnowledge } from "../knowledge/gpu.ts";
import { packagesOf, recognise } from "../readings/gpu/components.ts";

/** Null: none is known, or it depends on the release of the toolkit. */
export function broughtBy(needed: string, knowledge: GpuKnowledge): string | null {
  const [first] = providerOf(needed, knowledge)?.packages ?? [];
  if (first !== undefined) return first.replace(/\*$/, "");
  const known = recognise(needed, knowledge);
  if (known === null || known.component.from !== "package" || known.majors.length !== 1) return null;
  return packagesOf(known.component, known.majors)[0] ?? null;
}
