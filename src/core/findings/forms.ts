/** The forms of what lies in a finding's folder. Types only, so that no folder has to load what another part needs. */
import type { CheckContext } from "../check-context.ts";
import type { Evidence } from "../evidence.ts";
import type { ConceptId } from "../explanations/concept-titles.ts";
import type { ExplanationText } from "../explanations/explanation.ts";
import type { Sentence } from "../sentence.ts";
import type { Severity } from "../severity.ts";

/** `finding.ts`: what it is called. Everything that names findings loads these, so there is nothing else beside them. */
export interface FindingKind {
  /** A few words for a list of findings. */
  readonly title: string;
  /** The usual severity; a check may lower or raise it and says why in its own file. */
  readonly severity: Severity;
  /** One sentence on what the finding means, without a particular wheel in mind. */
  readonly summary: string;
}

/** `check.ts`: the facts and their readings in, what was found out; null: the wheel does not have it. */
export type Check = (context: CheckContext) => Found | null;

export interface Found {
  readonly sentence: Sentence;
  /** Left out: the usual severity. */
  readonly severity?: Severity;
  readonly advice?: readonly Sentence[];
  /** Duplicates are dropped. */
  readonly libraries?: readonly string[];
  /** Most telling first; the report keeps the beginning. */
  readonly evidence?: readonly Evidence[];
  /** Set if more was counted than listed. */
  readonly evidenceTotal?: number;
}

/** `page.ts`: the text under the title, loaded when somebody opens it. */
export interface FindingPage extends ExplanationText {
  /** The concept pages behind it, most telling first. */
  readonly background: readonly [ConceptId, ...ConceptId[]];
}
