/** The page of a finding, an error or a concept as text, under the headings that the page has. */
import { conceptTitles } from "../../core/explanations/concept-titles.ts";
import type { Concept, ConceptTable, Demonstration } from "../../learn/concepts/index.ts";
import type { Explanation, Source } from "../../learn/explain.ts";
import { findingKinds } from "../../core/findings/index.ts";
import type { Sentence } from "../../core/sentence.ts";
import { hang, paragraph, span, spansOf, wrap, type Line } from "../terminal/layout.ts";

/** `own`: what an open wheel has to say on it, as a section; none without a wheel. */
export function printExplanation(
  id: string,
  explanation: Explanation,
  own: readonly Line[],
  width: number,
): Line[] {
  const { title, whatItIs, whyItBreaks, howToFix, seeYourself, sources } = explanation;
  return [
    heading(title, id),
    ...own,
    ...section("What it is", paragraph([span(whatItIs)], "  ", width)),
    ...section("Why it breaks", paragraph([span(whyItBreaks)], "  ", width)),
    ...section(
      "How to fix it",
      printFixes(
        howToFix.map((text) => [text]),
        width,
      ),
    ),
    ...section("See it yourself", printCommands(seeYourself, width)),
    ...section("Sources", printSources(sources)),
  ];
}

export function printConcept(concept: Concept, own: readonly Line[], width: number): Line[] {
  const { id, title, whatItIs, parts = [], table, whyItBreaks, howToFix, seeYourself, sources } = concept;
  return [
    heading(title, id),
    ...own,
    ...section("What it is", paragraphs(whatItIs, width)),
    ...parts.flatMap((part) => section(part.heading, paragraphs(part.paragraphs, width))),
    ...(table === undefined ? [] : section(table.caption, printTable(table, width))),
    ...section("Why it breaks", paragraphs(whyItBreaks, width)),
    ...section("How to fix it", printFixes(howToFix, width)),
    ...section("See it yourself", printCommands(seeYourself, width)),
    ...section("Sources", printSources(sources)),
    ...section("See also", relatedPages(concept, width)),
  ];
}

const heading = (title: string, id: string): Line => [span(title, "strong"), span(` [${id}]`, "dim")];

/** Nothing if there are no lines. */
export const section = (title: string, lines: readonly Line[]): Line[] =>
  lines.length === 0 ? [] : [[], [span(title, "strong")], ...lines];

/** A blank line between two. */
const paragraphs = (sentences: readonly Sentence[], width: number): Line[] =>
  sentences.flatMap((sentence, index) => [
    ...(index === 0 ? [] : [[]]),
    ...paragraph(spansOf(sentence), "  ", width),
  ]);

const printFixes = (sentences: readonly Sentence[], width: number): Line[] =>
  sentences.flatMap((sentence) => hang([span("  → ", "good")], "    ", wrap(spansOf(sentence), width - 4)));

/** Commands and their output stay whole, to be copied and compared. */
const printCommands = (demonstrations: readonly Demonstration[], width: number): Line[] =>
  demonstrations.flatMap(({ command, shows, output }): Line[] => [
    [span("  $ ", "dim"), span(command, "code")],
    ...(output ?? "")
      .split("\n")
      .filter((line) => line !== "")
      .map((line): Line => [span(`    ${line}`, "dim")]),
    ...paragraph([span(shows)], "    ", width),
  ]);

const printSources = (sources: readonly Source[]): Line[] =>
  sources.map(({ title, address }): Line => [
    span(`  ${title}`),
    ...(address === null ? [] : [span(` ${address}`, "dim")]),
  ]);

/** A row is a block: its first cell as a heading, the others below it, each under its column's name. */
function printTable({ columns, rows }: ConceptTable, width: number): Line[] {
  return rows.flatMap(({ cells, sources }, index): Line[] => {
    const [first = [], ...others] = cells;
    return [
      ...(index === 0 ? [] : [[]]),
      ...hang(
        [span("  ")],
        "  ",
        wrap(
          spansOf(first).map((part) => ({ ...part, style: "strong" as const })),
          width - 2,
        ),
      ),
      ...others.flatMap((cell, place) => {
        const name = columns[place + 1] ?? "";
        const named = others.length > 1 && name !== "";
        return paragraph([...(named ? [span(`${name}: `, "dim")] : []), ...spansOf(cell)], "    ", width);
      }),
      ...sources.map(({ title, address }): Line => [
        span(`    ${title}${address === null ? "" : ` ${address}`}`, "dim"),
      ]),
    ];
  });
}

/** Other pages, by the words that print them. */
export const printPages = (pages: readonly (readonly [id: string, title: string])[], width: number): Line[] =>
  pages.flatMap(([id, title]) => {
    const line = [span(`wheelscope explain ${id}`, "code"), span(`  ${title}`, "dim")];
    return hang([span("  ")], "    ", wrap(line, width - 4));
  });

const relatedPages = ({ concepts, findings }: Concept, width: number): Line[] =>
  printPages(
    [
      ...concepts.map((id) => [id, conceptTitles[id]] as const),
      ...findings.map((id) => [id, findingKinds[id].title] as const),
    ],
    width,
  );
