/** The texts of the concept pages. A part of the program of its own: the page loads it when somebody opens one. */
import { findingIds } from "../../core/findings/index.ts";
import { findingPages } from "../../core/findings/pages.ts";
import { architectures } from "./wheels/architectures.ts";
import { bundling } from "./loading/bundling.ts";
import {
  conceptIds,
  conceptTitles,
  isConceptId,
  type ConceptId,
} from "../../core/explanations/concept-titles.ts";
import type { Concept, ConceptText } from "../concept.ts";
import { cudaInWheels } from "./wheels/cuda-in-wheels.ts";
import { debateOf2019 } from "./cxx/debate-of-2019.ts";
import { glibcFloor } from "./loading/glibc-floor.ts";
import { hybridLinking } from "./cxx/hybrid-linking.ts";
import { librariesAcrossWheels } from "./loading/libraries-across-wheels.ts";
import { libstdcxxVersions } from "./cxx/libstdcxx-versions.ts";
import { loadingLibraries } from "./loading/loading-libraries.ts";
import { manylinux, musllinux } from "./wheels/manylinux.ts";
import { otherTools } from "./wheels/other-tools.ts";
import { ownCxxRuntime } from "./cxx/own-cxx-runtime.ts";
import { stableAbi } from "./wheels/stable-abi.ts";
import { stringAbi } from "./cxx/string-abi.ts";
import { symbolVersions } from "./loading/symbol-versions.ts";
import { wheelContents } from "./wheels/wheel-contents.ts";
import { wheelSize } from "./wheels/wheel-size.ts";
import { wheelVariants } from "./wheels/wheel-variants.ts";

export type { ConceptId } from "../../core/explanations/concept-titles.ts";
export type {
  Concept,
  ConceptPart,
  ConceptPicture,
  ConceptRow,
  ConceptTable,
  Demonstration,
} from "../concept.ts";
export { inReport } from "../in-report.ts";

const texts: Readonly<Record<ConceptId, ConceptText>> = {
  "wheel-contents": wheelContents,
  "loading-libraries": loadingLibraries,
  "symbol-versions": symbolVersions,
  "glibc-floor": glibcFloor,
  manylinux,
  musllinux,
  bundling,
  "libstdcxx-versions": libstdcxxVersions,
  "string-abi": stringAbi,
  "hybrid-linking": hybridLinking,
  "own-cxx-runtime": ownCxxRuntime,
  "stable-abi": stableAbi,
  architectures,
  "cuda-in-wheels": cudaInWheels,
  "libraries-across-wheels": librariesAcrossWheels,
  "wheel-size": wheelSize,
  "wheel-variants": wheelVariants,
  "debate-of-2019": debateOf2019,
  "other-tools": otherTools,
};

/** In the order of the pages. */
export const concepts: readonly Concept[] = conceptIds.map(conceptOf);

/** The page of a concept; null for an id that is none. */
export function explainConcept(id: string): Concept | null {
  return isConceptId(id) ? conceptOf(id) : null;
}

/** Findings that name the page as their background, and that it does not name itself, follow in report order. */
function conceptOf(id: ConceptId): Concept {
  const text = texts[id];
  const others = findingIds.filter(
    (finding) => findingPages[finding].background.includes(id) && !text.findings.includes(finding),
  );
  return { id, title: conceptTitles[id], ...text, findings: [...text.findings, ...others] };
}
