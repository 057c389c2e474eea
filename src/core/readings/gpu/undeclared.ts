/** Libraries of GPU toolkits that are needed, not in the wheel, and in no package that it asks for. */
import type { Knowledge } from "../../knowledge/knowledge.ts";
import type { WheelFacts } from "../../../facts/model.ts";
import type { Readings } from "../read-code.ts";
import type { AcceleratorLibrary } from "../readings.ts";
import { recognise, type Recognised } from "./components.ts";
import { requirementsOf } from "../../requirements/requirements.ts";
import { majorOfRequirement } from "./declared.ts";

export interface Undeclared {
  readonly library: AcceleratorLibrary;
  readonly known: Recognised;
}

interface Context {
  readonly facts: WheelFacts;
  readonly knowledge: Knowledge;
  readonly readings: Readings;
}

/** Parts of a GPU toolkit only; what else a package brings (oneMKL) is left to `library-missing`. */
export function undeclaredLibraries({ readings, knowledge }: Context): Undeclared[] {
  return (readings.accelerators?.libraries ?? []).flatMap((library) => {
    if (library.how !== "needed" || library.declared !== false) return [];
    const known = recognise(library.name, knowledge.gpu);
    return known?.component.gpu === true ? [{ library, known }] : [];
  });
}

/**
 * Whether `library-missing` leaves this need to `cuda-library-undeclared` or `cuda-majors-mixed`, which say which package to ask
 * for: so one of them alarms, never two.
 */
export function isUndeclared(context: Context): (path: string, needed: string) => boolean {
  const rows = undeclaredLibraries(context);
  const keys = new Set(
    rows.flatMap(({ library, known }) => library.libraries.map((path) => key(path, known))),
  );
  return (path, needed) => {
    if (keys.size === 0) return false;
    const known = recognise(needed, context.knowledge.gpu);
    return known !== null && keys.has(key(path, known));
  };
}

const key = (path: string, { component, stem }: Recognised): string => `${component.id} ${stem} ${path}`;

/** A requirement that holds always, for a toolkit major that none of the wheel's files is for. */
export interface OtherMajor {
  readonly requirement: string;
  readonly major: number;
  /** Components that its package brings, by id; empty: the whole toolkit. */
  readonly components: readonly string[];
}

/** Requirements that bring another major of CUDA than the files need. */
export function requirementsOfOtherMajors(
  { facts, knowledge: { gpu: knowledge } }: Pick<Context, "facts" | "knowledge">,
  needed: readonly number[],
): OtherMajor[] {
  if (needed.length === 0) return [];
  return requirementsOf(facts).asked.flatMap((requirement) => {
    const major = requirement.condition === null ? majorOfRequirement(requirement, knowledge) : null;
    if (major === null || needed.includes(major)) return [];
    const components = knowledge.components.filter(
      ({ vendor, packages }) => vendor === "nvidia" && [...packages.values()].includes(requirement.name),
    );
    // What merely has `-cu12` in its name may be anything.
    if (components.length === 0 && requirement.name !== "cuda-toolkit") return [];
    return [{ requirement: requirement.name, major, components: components.map(({ id }) => id) }];
  });
}
