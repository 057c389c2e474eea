/** The libraries of a wheel that can be spoken of: those that were read, and that run on the architecture judged. */
import type { Architecture, ElfFacts, LibraryFacts, WheelFacts } from "../facts/model.ts";
import { runsOn } from "../facts/names/claim-tag.ts";

export type ReadLibrary = LibraryFacts & { readonly elf: ElfFacts };

/** The libraries that could be read. */
export function readLibraries(facts: WheelFacts): ReadLibrary[] {
  return facts.libraries.filter((entry): entry is ReadLibrary => entry.elf !== null);
}

/** Those of them that run on an architecture; all of them if none was settled on. */
export const judgedOf = (facts: WheelFacts, architecture: Architecture | null): ReadLibrary[] =>
  readLibraries(facts).filter(({ elf }) => architecture === null || runsOn(elf.architecture, architecture));
