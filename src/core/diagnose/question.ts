/** What every part of the diagnosis is given, and how an entry is put together. */
import type { NameFacts } from "../../facts/code-facts.ts";
import type { Knowledge } from "../knowledge/knowledge.ts";
import type { Report } from "../report.ts";
import type { DiagnosisEntry, Mention } from "./diagnosis.ts";

export interface Question {
  readonly names: ReadonlyMap<string, NameFacts>;
  readonly knowledge: Knowledge;
  readonly report: Report | null;
  /** All that the text is about: one message may explain another. */
  readonly mentions: readonly Mention[];
}

type Fields = Partial<Omit<DiagnosisEntry, "kind" | "quote" | "title">>;

/** An entry with the fields that apply; the rest is empty. */
export function entry(mention: Mention, title: string, fields: Fields): DiagnosisEntry {
  return {
    kind: mention.kind,
    title,
    quote: mention.quote,
    meaning: [],
    wants: null,
    facts: [],
    systems: null,
    advice: [],
    learn: null,
    libraries: [],
    ask: [],
    ...fields,
  };
}
