/** What the messages in a text mean, as the page's “Paste an error” has it. */
import type { ConcernedLibrary, Diagnosis, DiagnosisEntry } from "../../core/diagnose/diagnosis.ts";
import { findingKinds } from "../../core/findings/index.ts";
import { hang, lengthOf, paragraph, span, spansOf, wrap, type Line } from "../terminal/layout.ts";

export function printDiagnosis({ entries }: Diagnosis, width: number): Line[] {
  return entries.flatMap((entry, index) => [
    ...(index === 0 ? [] : [[], []]),
    ...printEntry(entry, entries.length > 1, width),
  ]);
}

/** `quoted`: if there are several entries, each says which words it is about. */
function printEntry(entry: DiagnosisEntry, quoted: boolean, width: number): Line[] {
  const { title, quote, meaning, facts, systems, advice, learn } = entry;
  const label = Math.max(0, ...facts.map(({ label: text }) => text.length));
  return [
    [span(title, "strong")],
    ...(quoted ? paragraph([span(`“${quote}”`, "dim")], "  ", width) : []),
    ...meaning.flatMap((sentence) => paragraph(spansOf(sentence), "  ", width)),
    ...(facts.length === 0 ? [] : [[]]),
    ...facts.flatMap(({ label: text, value }) => {
      const head: Line = [span(`  ${text.padEnd(label)}  `, "dim")];
      const indent = lengthOf(head);
      return hang(head, " ".repeat(indent), wrap(spansOf(value), width - indent));
    }),
    ...printConcerned(entry.libraries, width),
    ...(systems === null ? [] : printSystems(systems.version, systems.since, systems.without, width)),
    ...(advice.length === 0 ? [] : [[], [span("What to do", "strong")]]),
    ...advice.flatMap((sentence) => hang([span("  → ", "good")], "    ", wrap(spansOf(sentence), width - 4))),
    ...(learn === null
      ? []
      : [[], [span(`  wheelscope explain ${learn}`, "code"), span(`  ${findingKinds[learn].title}`, "dim")]]),
  ];
}

/** The libraries of the open wheel. */
function printConcerned(libraries: readonly ConcernedLibrary[], width: number): Line[] {
  if (libraries.length === 0) return [];
  const lines = libraries.flatMap(({ sentence, evidence }) => {
    const symbols = evidence.flatMap(({ symbol }) => (symbol === undefined ? [] : [symbol])).slice(0, 5);
    return [
      ...hang([span("  ")], "    ", wrap(spansOf(sentence), width - 4)),
      ...symbols.map((symbol): Line => [span("      "), span(symbol, "symbol")]),
    ];
  });
  return [[], [span("In the wheel", "strong")], ...lines];
}

function printSystems(
  version: string,
  since: readonly string[],
  without: readonly string[],
  width: number,
): Line[] {
  const rows: readonly (readonly [head: Line, names: readonly string[]])[] = [
    [[span("  "), span("✓", "good"), span(" from ")], since],
    [[span("  "), span("✗", "bad"), span(" in support, without it: ")], without],
  ];
  const lines = rows.flatMap(([head, names]) =>
    names.length === 0
      ? []
      : hang(head, "    ", wrap([span(names.join(" · "))], width - Math.max(4, lengthOf(head)))),
  );
  return lines.length === 0 ? [] : [[], [span(`Systems with ${version}`, "strong")], ...lines];
}
