/**
 * One explanation for every finding and every error, shown on the page's learn pages and printed by `wheelscope explain`.
 * The tables in explanations/ are joined here; one that is missing does not compile.
 */
import { contentExplanations } from "./explanations/contents.ts";
import { cxxExplanations } from "./explanations/cxx.ts";
import { errorExplanations } from "./explanations/errors.ts";
import type { Explanation } from "./explanations/explanation.ts";
import { gpuExplanations } from "./explanations/gpu.ts";
import { hazardsExplanations } from "./explanations/hazards.ts";
import { libraryExplanations } from "./explanations/libraries.ts";
import { packagingExplanations } from "./explanations/packaging.ts";
import { pythonExplanations } from "./explanations/python.ts";
import { symbolExplanations } from "./explanations/symbols.ts";
import { isFindingId, type FindingId } from "./findings.ts";
import type { InspectErrorId } from "../facts/inspect-error.ts";

export type { Explanation, SeeYourself, Source } from "./explanations/explanation.ts";

const findingExplanations: Readonly<Record<FindingId, Explanation>> = {
  ...symbolExplanations,
  ...libraryExplanations,
  ...contentExplanations,
  ...packagingExplanations,
  ...cxxExplanations,
  ...gpuExplanations,
  ...pythonExplanations,
  ...hazardsExplanations,
};

/** The explanation of a finding or an error; null for an id that is neither. Where both have an id, they mean the same. */
export function explain(id: string): Explanation | null {
  if (isFindingId(id)) return findingExplanations[id];
  return isErrorId(id) ? errorExplanations[id] : null;
}

export function isErrorId(text: string): text is InspectErrorId {
  return Object.hasOwn(errorExplanations, text);
}

/** The errors that can be explained beside the findings. */
export const errorIds = Object.keys(errorExplanations) as readonly InspectErrorId[];
