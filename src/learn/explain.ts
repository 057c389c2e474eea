/**
 * One explanation for every finding and every error, shown on the page's learn pages and printed by `wheelscope explain`.
 * The tables in explanations/ are joined here; one that is missing does not compile.
 */
import { contentExplanations } from "../core/explanations/contents.ts";
import { cxxExplanations } from "../core/explanations/cxx.ts";
import { errorExplanations } from "./errors.ts";
import type { Explanation } from "../core/explanations/explanation.ts";
import { gpuExplanations } from "../core/explanations/gpu.ts";
import { hazardsExplanations } from "../core/explanations/hazards.ts";
import { libraryExplanations } from "../core/explanations/libraries.ts";
import { packagingExplanations } from "../core/explanations/packaging.ts";
import { pythonExplanations } from "../core/explanations/python.ts";
import { symbolExplanations } from "../core/explanations/symbols.ts";
import { isFindingId, type FindingId } from "../core/findings/index.ts";
import type { InspectErrorId } from "../facts/inspect-error.ts";

export type { Explanation, SeeYourself, Source } from "../core/explanations/explanation.ts";

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
