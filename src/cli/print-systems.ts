/** “Where it runs”: the systems by what happens there, each kind of failure with its reason once. */
import type { Report } from "../core/report.ts";
import type { SystemOutcome, SystemRow } from "../core/readings.ts";
import { hang, lengthOf, paragraph, span, spansOf, wrap, type Line, type Span } from "./layout.ts";
import type { Style } from "./paint.ts";

interface Kind {
  readonly sign: string;
  readonly style: Style;
  /** After the sign; empty where the sign says it. */
  readonly words: string;
}

/** In the order of the block. */
const kinds: Readonly<Record<SystemOutcome, Kind>> = {
  runs: { sign: "✓", style: "good", words: "" },
  "needs-newer-glibc": { sign: "✗", style: "bad", words: "older glibc" },
  "needs-newer-libstdcxx": { sign: "✗", style: "bad", words: "older libstdc++" },
  "needs-newer-runtime": { sign: "✗", style: "bad", words: "older runtime libraries" },
  "other-libc": { sign: "✗", style: "bad", words: "other C library" },
  "other-architecture": { sign: "✗", style: "bad", words: "other processors" },
  unknown: { sign: "?", style: "warn", words: "not known" },
};
const order = Object.keys(kinds) as readonly SystemOutcome[];

/**
 * Still maintained by its makers at that date (ISO), paid extensions not counted. The date is that of the tables, not today's:
 * the same wheel gives the same text.
 */
export function isCurrent({ endOfLife }: Pick<SystemRow, "endOfLife">, date: string): boolean {
  return endOfLife === null || endOfLife >= date;
}

/** `date`: of the tables; null shows systems out of support too. */
export function printSystems({ systems }: Report, date: string | null, width: number): Line[] {
  const shown = systems.filter((row) => date === null || isCurrent(row, date));
  if (shown.length === 0) return [];
  const groups = order.flatMap((outcome) => {
    const rows = shown.filter((row) => row.outcome === outcome);
    return rows.length === 0 ? [] : printKind(outcome, rows, width);
  });
  const hidden = systems.length - shown.length;
  const note = hidden === 0 ? "" : `  and ${hidden} systems out of support: --systems all`;
  return [[], [span("Where it runs", "strong"), span(note, "dim")], ...groups];
}

function printKind(outcome: SystemOutcome, rows: readonly SystemRow[], width: number): Line[] {
  const { sign, style, words } = kinds[outcome];
  const head: Line = [span("  "), span(sign, style), span(words === "" ? " " : ` ${words}: `)];
  const lines = hang(head, "    ", wrapSystems(namesOf(rows), width - lengthOf(head)));
  // The newest system that fails is the nearest miss, so its reason is the one to read.
  const [nearest] = rows;
  const told = outcome === "runs" || nearest === undefined ? [] : spansOf(nearest.sentence);
  return [...lines, ...paragraph(told.map(quiet), "      ", width)];
}

const quiet = (part: Span): Span => ({ ...part, style: part.style ?? "dim" });

/** A system and its releases stay on one line. */
function wrapSystems(names: readonly string[], width: number): Line[] {
  const line: Line = names.flatMap((name, index) => [
    span(index === 0 ? "" : " "),
    span(name.replaceAll(" ", "\u00a0") + (index < names.length - 1 ? " ·" : "")),
  ]);
  return wrap(line, width).map((one) =>
    one.map((part) => ({ ...part, text: part.text.replaceAll("\u00a0", " ") })),
  );
}

/**
 * `Ubuntu 24.04, 22.04` for names that differ in their number alone, `RHEL / AlmaLinux 10, 9` for names of one family with the
 * same numbers.
 */
export function namesOf(rows: readonly Pick<SystemRow, "name" | "family">[]): string[] {
  const groups = new Map<string, { family: string; numbers: string[] }>();
  for (const { name, family } of rows) {
    const [, stem = name, number] = /^(\D+) (\d[\d.]*)(?: LTS)?$/.exec(name) ?? [];
    const group = groups.get(stem) ?? { family, numbers: [] };
    groups.set(stem, group);
    if (number !== undefined && !group.numbers.includes(number)) group.numbers.push(number);
  }
  const merged = new Map<string, { stems: string[]; numbers: string }>();
  for (const [stem, { family, numbers }] of groups) {
    const text = numbers.join(", ");
    const key = text === "" ? stem : `${family}\n${text}`;
    const same = merged.get(key);
    if (same === undefined) merged.set(key, { stems: [stem], numbers: text });
    else same.stems.push(stem);
  }
  return [...merged.values()].map(({ stems, numbers }) => `${stems.join(" / ")} ${numbers}`.trimEnd());
}
