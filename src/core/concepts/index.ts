/** The texts of the concept pages. A part of the program of its own: the page loads it when somebody opens one. */
import {
  conceptIds,
  conceptTitles,
  isConceptId,
  type Concept,
  type ConceptId,
  type ConceptText,
} from "./concept.ts";

export type {
  Concept,
  ConceptId,
  ConceptPart,
  ConceptPicture,
  ConceptRow,
  ConceptTable,
  Demonstration,
} from "./concept.ts";
export { inReport } from "./in-report.ts";

const texts: Readonly<Partial<Record<ConceptId, ConceptText>>> = {};

/** In reading order. */
export const concepts: readonly Concept[] = conceptIds.flatMap((id) => {
  const text = texts[id];
  return text === undefined ? [] : [{ id, title: conceptTitles[id], ...text }];
});

/** The page of a concept; null for an id that is none. */
export function explainConcept(id: string): Concept | null {
  return isConceptId(id) ? (concepts.find((concept) => concept.id === id) ?? null) : null;
}
