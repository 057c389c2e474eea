/** Which requirement of a wheel brings a library of a GPU toolkit. */
import type { Requirement } from "../../../facts/names/requirement.ts";
import type { WheelRequirements } from "../../requirements/requirements.ts";
import { packagesOf } from "./components.ts";
import { fits, type Component, type GpuKnowledge } from "../../knowledge/gpu.ts";

/**
 * The first requirement that brings the component, for one of the majors (any, where none is given): its own package, another
 * part of the toolkit that requires it, or a package known to carry the toolkit. Null: none.
 */
export function bringer(
  component: Component,
  majors: readonly number[],
  requirements: readonly Requirement[],
  knowledge: GpuKnowledge,
): Requirement | null {
  const key = `${component.id} ${component.libraries[0] ?? ""} ${majors.join(" ")}`;
  return remembered(requirements, key, () => findBringer(component, majors, requirements, knowledge));
}

const answers = new WeakMap<readonly Requirement[], Map<string, Requirement | null>>();

/** The same question is asked for every library that needs the same thing. */
function remembered(
  requirements: readonly Requirement[],
  key: string,
  find: () => Requirement | null,
): Requirement | null {
  let known = answers.get(requirements);
  if (known === undefined) answers.set(requirements, (known = new Map()));
  let answer = known.get(key);
  if (answer === undefined) known.set(key, (answer = find()));
  return answer;
}

/** The first requirement for one of the packages, in the order of these; patterns as in `Provider`. Null: none. */
export function requirementFor(
  packages: readonly string[],
  requirements: readonly Requirement[],
): Requirement | null {
  return remembered(requirements, `: ${packages.join(" ")}`, () => {
    for (const pattern of packages) {
      const found = requirements.find(({ name }) => fits(pattern, name));
      if (found !== undefined) return found;
    }
    return null;
  });
}

function findBringer(
  component: Component,
  majors: readonly number[],
  requirements: readonly Requirement[],
  knowledge: GpuKnowledge,
): Requirement | null {
  if (requirements.length === 0) return null;
  const own = packagesOf(component, majors);
  const patterns = [...own, ...component.also];
  const others = knowledge.components
    .filter(({ brings }) => brings.includes(component.id))
    .flatMap((each) => packagesOf(each, majors));
  const carriers = knowledge.carriers.filter(({ brings }) => brings.includes(component.id));
  return (
    requirements.find(({ name }) => patterns.some((pattern) => fits(pattern, name))) ??
    requirements.find(({ name }) => others.includes(name)) ??
    requirements.find((requirement) =>
      carriers.some((carrier) => carries(carrier, requirement, component)),
    ) ??
    null
  );
}

function carries(
  carrier: GpuKnowledge["carriers"][number],
  { name, extras }: Requirement,
  { id }: Component,
): boolean {
  return fits(carrier.package, name) && (!carrier.extras || extras.includes("all") || extras.includes(id));
}

/** A line of `Requires-Dist` that may bring parts of CUDA for all that is known. */
export interface PossibleBringer {
  readonly name: string;
  /** The line, if it cannot be read; null: it can be, and nobody knows what its package brings. */
  readonly unreadable: string | null;
}

/**
 * A package that may carry parts of CUDA (`libraft-cu12`, `cuda-python`), or a line that cannot be read and
 * begins with the name of one that does or may. Null: none.
 */
export function possibleBringer(
  { asked, unreadable }: WheelRequirements,
  knowledge: GpuKnowledge,
): PossibleBringer | null {
  const isKnown = (name: string): boolean =>
    knowledge.carriers.some((carrier) => fits(carrier.package, name)) ||
    knowledge.components.some(({ packages }) => [...packages.values()].includes(name));
  const looksLike = (name: string): boolean => /-cu1\d\d?x?$/.test(name) || /(?:^|-)cuda/.test(name);
  const broken = unreadable.find(({ name }) => looksLike(name) || isKnown(name));
  if (broken !== undefined) return { name: broken.name, unreadable: broken.line };
  const found = asked.find(({ name }) => looksLike(name) && !isKnown(name));
  return found === undefined ? null : { name: found.name, unreadable: null };
}

/**
 * The CUDA major that a requirement is for: the suffix of its name (`-cu12`, `cuda13x`), or the version required of a part that has
 * no suffix since CUDA 13. Null: it does not tell.
 */
export function majorOfRequirement({ name, versions }: Requirement, knowledge: GpuKnowledge): number | null {
  const suffix = /(?:-cu|cuda)(\d{2})\d{0,2}(?:x|-|$)/.exec(name)?.[1];
  if (suffix !== undefined) return Number(suffix);
  const isToolkit =
    name === "cuda-toolkit" ||
    knowledge.components.some(({ packages, versions: list }) => list.has(13) && packages.get(13) === name);
  if (!isToolkit) return null;
  // Only these number their releases as the toolkit does.
  if (["cuda-toolkit", "nvidia-cuda-runtime", "nvidia-cuda-nvrtc", "nvidia-cuda-cupti"].includes(name)) {
    const pinned = /(?:^|,)\s{0,9}(?:==|~=|>=)\s{0,9}(\d{2})(?:\.|,|$)/.exec(versions.slice(0, 200))?.[1];
    return pinned === undefined ? null : Number(pinned);
  }
  return null;
}
