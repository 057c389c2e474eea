/**
 * The form of a concept page: what somebody has to know to understand a finding, under the five headings of every explanation.
 * Plain data without texts, so that lists and addresses need not load the pages themselves (index.ts).
 */
import type { ConceptId } from "../core/explanations/concept-titles.ts";
import type { SeeYourself, Source } from "../core/explanations/explanation.ts";
import type { FindingId } from "../core/findings/index.ts";
import type { Sentence } from "../core/sentence.ts";

/** A command with real output. */
export interface Demonstration extends SeeYourself {
  /**
   * What the command printed, measured; lines that do not matter may be left out and stand as `…`. Absent if it depends on the
   * machine, or where the tool cannot be had for a measurement.
   */
  readonly output?: string;
  /** The fixture that stood for FILE.so, FILE.whl and the like, as `wheel` or `wheel: path inside it`. Set where `output` is. */
  readonly measuredOn?: string;
}

/** A part of a page that tells more than the five headings hold; shown after “What it is”. */
export interface ConceptPart {
  readonly heading: string;
  readonly paragraphs: readonly Sentence[];
}

export interface ConceptTable {
  readonly caption: string;
  /** Column headings; every row has as many cells. The first cell of a row is its heading. */
  readonly columns: readonly string[];
  readonly rows: readonly ConceptRow[];
}

export interface ConceptRow {
  readonly cells: readonly Sentence[];
  /** Where the row's statement can be checked; shown in the row. */
  readonly sources: readonly Source[];
}

/** Pictures a page may have. The page draws them; the command line does without. */
export type ConceptPicture =
  /** Policies, glibc, GCC and distributions over the years. */
  | "timeline"
  /** How a version need travels from a symbol to a distribution. */
  | "need-to-distribution"
  /** The two `std::string` symbols side by side, letter by letter. */
  | "two-strings";

/** The text of a page, as its file holds it. Paragraphs are sentences with their names marked up. */
export interface ConceptText {
  /** One sentence for lists. */
  readonly summary: string;
  readonly whatItIs: readonly Sentence[];
  readonly parts?: readonly ConceptPart[];
  readonly table?: ConceptTable;
  readonly whyItBreaks: readonly Sentence[];
  /** The best remedy first. */
  readonly howToFix: readonly Sentence[];
  readonly seeYourself: readonly Demonstration[];
  readonly sources: readonly Source[];
  /** Findings this page is the background of, most telling first. */
  readonly findings: readonly FindingId[];
  /** See also. */
  readonly concepts: readonly ConceptId[];
  readonly picture?: ConceptPicture;
}

export interface Concept extends ConceptText {
  readonly id: ConceptId;
  readonly title: string;
}
