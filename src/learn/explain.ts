/** One explanation for every finding and every error, shown on the page's learn pages and printed by `wheelscope explain`. */
import type { Explanation } from "../core/explanations/explanation.ts";
import { findingKinds, isFindingId } from "../core/findings/index.ts";
import { findingPages } from "../core/findings/pages.ts";
import type { InspectErrorId } from "../facts/inspect-error.ts";
import { errorExplanations } from "./errors.ts";

export type { Explanation, SeeYourself, Source } from "../core/explanations/explanation.ts";

/** The explanation of a finding or an error; null for an id that is neither. Where both have an id, they mean the same. */
export function explain(id: string): Explanation | null {
  if (isFindingId(id)) return { title: findingKinds[id].title, ...findingPages[id] };
  return isErrorId(id) ? errorExplanations[id] : null;
}

export function isErrorId(text: string): text is InspectErrorId {
  return Object.hasOwn(errorExplanations, text);
}

/** The errors that can be explained beside the findings. */
export const errorIds = Object.keys(errorExplanations) as readonly InspectErrorId[];
