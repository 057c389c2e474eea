/** Several wheels as text: one line a wheel, policies and versions by architecture, and what differs. */
import type { Difference, Release } from "../../core/release/release.ts";
import { hang, span, spansOf, table, wrap, type Line, type Table } from "../terminal/layout.ts";
import { severitySign } from "./signs.ts";
import { releaseBlocks, type ReleaseFloor } from "./release-table.ts";

/** `floor`: null if none is asked for. */
export function printRelease(release: Release, floor: ReleaseFloor | null, width: number): Line[] {
  return releaseBlocks(release, floor).flatMap((block, index): Line[] => [
    ...(index === 0 ? [] : [[]]),
    [span(block.title, "strong"), span(`   ${block.about}`, "dim")],
    ...printTable(block.table, width),
    ...block.families.flatMap(({ title, about, table: lines }): Line[] => [
      [],
      [span(title, "strong"), span(about, "dim")],
      ...printTable(lines, width),
    ]),
    ...printDifferences(block.differences, width),
  ]);
}

const printTable = ({ columns, rows }: Table, width: number): Line[] =>
  table(columns, rows, width - 2).map((line): Line => [span("  "), ...line]);

function printDifferences(differences: readonly Difference[], width: number): Line[] {
  if (differences.length === 0) return [];
  const marked = differences.some(({ marks }) => marks.length > 0);
  return [
    [],
    [span("What differs", "strong"), span(marked ? "  * marks it above" : "", "dim")],
    ...differences.flatMap(({ severity, sentence, finding }) => {
      const [sign, style] = severitySign(severity);
      const line = [...spansOf(sentence), span(finding === null ? "" : ` [${finding}]`, "dim")];
      return hang([span("  "), span(sign, style), span(" ")], "    ", wrap(line, width - 4));
    }),
  ];
}
