/** `wheelscope explain ID`: what a finding, an error or a concept is, as the page's learn pages have it. */
import { conceptIds, conceptTitles, isConceptId } from "../core/concepts/concept.ts";
import { explainConcept, inReport } from "../core/concepts/index.ts";
import { backgroundOf } from "../core/concepts/background.ts";
import { errorText } from "../core/error-text.ts";
import { errorIds, explain } from "../core/explain.ts";
import { findingIds, findingKinds, isFindingId } from "../core/findings.ts";
import { inspectError } from "../core/inspect-error.ts";
import type { Report } from "../core/report.ts";
import { UsageError } from "./args.ts";
import { closest } from "./closest.ts";
import { hang, paragraph, span, spansOf, table, wrap, type Line } from "./layout.ts";
import { printConcept, printExplanation, printPages, section } from "./print-explanation.ts";

/** Whether there is a page for this word. */
export const isExplained = (id: string): boolean => isConceptId(id) || explain(id) !== null;

/** The page of an id, with what the report has to say about it; null where there is no such id. */
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
  const pages = backgroundOf[id].map((each) => [each, conceptTitles[each]] as const);
  return section("Background", printPages(pages, width));
}

/** What to say of a text that is neither an id nor a message. */
export function notExplained(text: string): UsageError {
  // Ids are single words of small letters; anything else was meant as a message.
  if (!/^[a-z][a-z0-9-]*$/.test(text))
    return new UsageError(
      "In this text is no message of a loader, linker, Python, pip or CUDA that is known here.",
    );
  const meant = closest(text, [...findingIds, ...errorIds, ...conceptIds]);
  const hint = meant === null ? "wheelscope explain lists them all" : `did you mean ${meant}?`;
  return new UsageError(`There is no finding, error or concept “${text}”; ${hint}`);
}

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
