/**
 * Libraries that well-known packages bring, for wheels that rely on another package without an RPATH to it: PyTorch extensions
 * need libtorch.so, which `import torch` has loaded before them. A name counts only where `Requires-Dist` asks for the
 * package or for one that depends on it. The tables are in src/data.
 */
import { directoriesOf, parseLibraryName, recognise } from "../readings/gpu/components.ts";
import { bringer, requirementFor } from "../readings/gpu/declared.ts";
import type { WheelFacts } from "../../facts/model.ts";
import { requirementsOf } from "../requirements/requirements.ts";
import { fits, type Component, type GpuKnowledge, type Provider } from "../knowledge/gpu.ts";

/** Whether the name is that of a part of CUDA, or of a library that NVIDIA publishes beside it; the driver's are not. */
export function isCudaLibrary(name: string, knowledge: GpuKnowledge): boolean {
  const component = recognise(name, knowledge)?.component;
  return component?.vendor === "nvidia" && component.from === "package";
}

export interface KnownProvider {
  /** The package that `Requires-Dist` names, e.g. `torch`. */
  readonly package: string;
  /** Where it, or the package that it asks for in turn, puts the library, relative to site-packages. */
  readonly directory: string;
}

/** The packages known to bring a library, asked for or not; null: none are known. Of the components of GPU toolkits `bringer` knows. */
export function providerOf(needed: string, { providers }: GpuKnowledge): Provider | null {
  const stem = parseLibraryName(needed)?.stem;
  if (stem === undefined) return null;
  return providers.find(({ libraries }) => libraries.some((pattern) => fits(pattern, stem))) ?? null;
}

/**
 * Which package brings the library, of those that the wheel asks for, always or under a condition. Null: none. What could not be read is
 * taken to ask for the usual one.
 */
export function knownProvider(
  needed: string,
  facts: WheelFacts,
  knowledge: GpuKnowledge,
): KnownProvider | null {
  const stem = parseLibraryName(needed)?.stem;
  const { asked: requirements, unread } = requirementsOf(facts);
  if (stem === undefined || (requirements.length === 0 && !unread)) return null;
  const provider = providerOf(needed, knowledge);
  const [usual] = provider?.packages ?? [];
  if (provider !== null && usual !== undefined && unread)
    return { package: usual, directory: provider.directory };
  const asked = provider === null ? null : requirementFor(provider.packages, requirements);
  if (provider !== null && asked !== null) return { package: asked.name, directory: provider.directory };
  const known = recognise(needed, knowledge);
  const found = known === null ? null : bringer(known.component, known.majors, requirements, knowledge);
  if (known === null || found === null) return null;
  // Intel's packages put their libraries into the environment's own lib.
  const elsewhere = known.component.vendor === "nvidia" ? "nvidia" : "../..";
  // libcurand.so.10 fits any release; the package that brings it is for one.
  const own = majorsOfPackage(known.component, found.name);
  const majors = known.majors.filter((major) => own.includes(major));
  const [directory = elsewhere] = directoriesOf(known.component, majors.length > 0 ? majors : known.majors);
  return { package: found.name, directory };
}

const majorsOfPackage = ({ packages }: Component, name: string): number[] =>
  [...packages].filter((entry) => entry[1] === name).map(([major]) => major);
