/** `wheelscope explain ID`: what a finding, an error or a concept is, as the page's learn pages have it. */
import { conceptIds, conceptTitles, isConceptId } from "../../core/explanations/concept-titles.ts";
import { explainConcept, inReport } from "../../learn/concepts/index.ts";
import { errorText } from "../../core/error-text.ts";
import { errorIds, explain } from "../../learn/explain.ts";
import { findingIds, findingKinds, isFindingId } from "../../core/findings/index.ts";
import { findingPages } from "../../core/findings/pages.ts";
import { inspectError } from "../../facts/inspect-error.ts";
import type { Report } from "../../core/report.ts";
import { UsageError } from "../args/args.ts";
import { closest } from "../args/closest.ts";
import { hang, paragraph, span, spansOf, table, wrap, type Line } from "../terminal/layout.ts";
import { printConcept, printExplanation, printPages, section } from "../text/print-explanation.ts";

/** Whether a word that could be a symbol's name is rather that of a thing with a page: CUDA, RPATH. */
export const namesThing = (word: string): boolean => /^[A-Z]+$/.test(word) && about(word).length > 0;

/** Whether there is a page for this word. */
export const isExplained = (id: string): boolean => isConceptId(id) || explain(id) !== null;

/** The page of an id, with what the report has to say about it; null if there is no such id. */
export function explainId(id: string, report: Report | null, width: number): Line[] | null {
  const concept = explainConcept(id);
  const own = report === null ? [] : printOwn(id, report, width);
  if (concept !== null) return printConcept(concept, own, width);
  const explanation = explain(id);
  if (explanation === null) return null;
  return [...printExplanation(id, explanation, own, width), ...printBackground(id, width)];
}

/** The report's own values, below the title. */
function printOwn(id: string, report: Report, width: number): Line[] {
  if (!isConceptId(id) && !isFindingId(id)) return [];
  const sentences = inReport(id, report);
  const lines = sentences.flatMap((sentence) =>
    hang([span("  • ", "dim")], "    ", wrap(spansOf(sentence), width - 4)),
  );
  const name = report.facts.fileName;
  return section(
    `In ${name}`,
    lines.length > 0 ? lines : paragraph([span("Nothing of the kind.", "dim")], "  ", width),
  );
}

/** The concepts behind a finding, by the words that explain them. */
function printBackground(id: string, width: number): Line[] {
  if (!isFindingId(id)) return [];
  const pages = findingPages[id].background.map((each) => [each, conceptTitles[each]] as const);
  return section("Background", printPages(pages, width));
}

/** What to say of a text that is neither an id nor a message. */
export function notExplained(text: string): UsageError {
  // Ids are single words; anything longer was meant as a message.
  if (!/^[a-z][a-z0-9+:_-]*$/i.test(text))
    return new UsageError(
      "In this text is no message of a loader, linker, Python, pip or CUDA that is known here.",
    );
  const slip = closest(text.toLowerCase(), [...findingIds, ...errorIds, ...conceptIds]);
  const meant = slip === null ? about(text) : [slip];
  const hint = meant.length === 0 ? "wheelscope explain lists them all" : `did you mean ${orList(meant)}?`;
  return new UsageError(`There is no finding, error or concept “${text}”; ${hint}`);
}

/** Ids that have the word in them or in their titles, concepts first; none if it says too little. */
function about(text: string): string[] {
  const word = text.toLowerCase();
  if (word.length < 3) return [];
  const titles: readonly (readonly [id: string, title: string])[] = [
    ...conceptIds.map((id) => [id, conceptTitles[id]] as const),
    ...findingIds.map((id) => [id, findingKinds[id].title] as const),
  ];
  return titles
    .filter(([id, title]) => id.includes(word) || title.toLowerCase().includes(word))
    .map(([id]) => id)
    .slice(0, 3);
}

const orList = (items: readonly string[]): string =>
  items.length < 2 ? items.join("") : `${items.slice(0, -1).join(", ")} or ${items.at(-1) ?? ""}`;

/** All ids. */
export function printIds(width: number): Line[] {
  const list = (title: string, rows: readonly (readonly [id: string, what: string])[]): Line[] =>
    table(
      [{ title }, { title: "what", shrinkTo: 20 }],
      rows.map(([id, what]) => [span(id, "code"), span(what)]),
      width,
    );
  const errors = errorIds.filter((id) => !isFindingId(id));
  return [
    ...list(
      "finding",
      findingIds.map((id) => [id, findingKinds[id].title]),
    ),
    [],
    ...list(
      "error",
      errors.map((id) => [id, errorText(inspectError(id)).title]),
    ),
    [],
    ...list(
      "concept",
      conceptIds.map((id) => [id, conceptTitles[id]]),
    ),
    [],
    [span("wheelscope explain ID says more about one of them.", "dim")],
  ];
}
