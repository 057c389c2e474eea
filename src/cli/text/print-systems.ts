/** “Where it runs”: the systems by what happens there, each kind of failure with its reason once. */
import type { Report } from "../../core/report.ts";
import type { SystemOutcome, SystemRow } from "../../core/readings/readings.ts";
import { isCurrent, NOT_LOOKED_AT } from "../../present/systems.ts";
import { hang, paragraph, span, spansOf, wrap, type Line, type Span } from "../terminal/layout.ts";
import type { Style } from "../terminal/paint.ts";

interface Kind {
  readonly sign: string;
  readonly style: Style;
  /** After the sign; empty if the sign says it. */
  readonly words: string;
}

/** In the order of the block. */
const kinds: Readonly<Record<SystemOutcome, Kind>> = {
  runs: { sign: "✓", style: "good", words: "" },
  "installs-but": { sign: "!", style: "warn", words: "only with more than the system brings" },
  "pip-refuses": { sign: "✗", style: "bad", words: "pip takes no tag of it" },
  "does-not-load": { sign: "✗", style: "bad", words: "does not load" },
  "needs-newer-glibc": { sign: "✗", style: "bad", words: "older glibc" },
  "needs-newer-libstdcxx": { sign: "✗", style: "bad", words: "older libstdc++" },
  "needs-newer-runtime": { sign: "✗", style: "bad", words: "older runtime libraries" },
  "other-libc": { sign: "✗", style: "bad", words: "other C library" },
  "other-architecture": { sign: "✗", style: "bad", words: "other processors" },
  unknown: { sign: "?", style: "warn", words: "not known" },
};
const order = Object.keys(kinds) as readonly SystemOutcome[];

/**
 * `date`: of the tables, not today's, so that the same wheel gives the same text; null shows systems out of support too. `ageNote`: that
 * the tables are old, which only today tells; null: they are not.
 */
export function printSystems(
  { systems }: Report,
  { date, ageNote }: { readonly date: string | null; readonly ageNote: string | null },
  width: number,
): Line[] {
  const shown = systems.filter((row) => date === null || isCurrent(row, date));
  if (shown.length === 0) return [];
  const groups = order.flatMap((outcome) => {
    const rows = shown.filter((row) => row.outcome === outcome);
    return rows.length === 0 ? [] : printKind(outcome, rows, date !== null, width);
  });
  const hidden = systems.length - shown.length;
  const note = hidden === 0 ? "" : `  and ${hidden} systems out of support: --systems all`;
  const age =
    ageNote === null ? [] : hang([span("  "), span("! ", "warn")], "    ", wrap([span(ageNote)], width - 4));
  const limits = paragraph([span(NOT_LOOKED_AT, "dim")], "  ", width);
  return [[], [span("Where it runs", "strong"), span(note, "dim")], ...groups, ...age, ...limits];
}

function printKind(
  outcome: SystemOutcome,
  rows: readonly SystemRow[],
  brief: boolean,
  width: number,
): Line[] {
  const { sign, style, words } = kinds[outcome];
  const names = brief ? briefNames(rows, words.startsWith("other")) : namesOf(rows);
  // A system and its releases stay on one line.
  const line: Line = [
    span(words === "" ? "" : `${words}: `),
    ...names.map((name, index) =>
      span(name.replaceAll(" ", "\u00a0") + (index < names.length - 1 ? " · " : "")),
    ),
  ];
  const lines = wrap(line, width - 4).map((one) =>
    one.map((part) => ({ ...part, text: part.text.replaceAll("\u00a0", " ") })),
  );
  // The newest system that fails is the nearest miss, so its reason is the one to read; where it runs, what it takes besides.
  const telling = outcome === "runs" ? rows.find(takesMore) : rows[0];
  const hint = telling === undefined ? [] : spansOf(telling.sentence);
  return [
    ...hang([span("  "), span(sign, style), span(" ")], "    ", lines),
    ...paragraph(hint.map(quiet), "      ", width),
  ];
}

/** A reason that is no version: a library that is not there by itself. */
const takesMore = ({ reasons }: SystemRow): boolean =>
  reasons.some(({ from, version }) => from !== undefined && version === undefined);

const quiet = (part: Span): Span => ({ ...part, style: part.style ?? "dim" });

/**
 * Families that few people ask for are counted where others stand for them. `aside`: of what the wheel was never meant for, a few
 * names are enough.
 */
function briefNames(rows: readonly SystemRow[], aside: boolean): string[] {
  const common = rows.filter(({ family }) => family !== "other");
  const shown = common.length === 0 ? rows : common;
  const names = namesOf(shown);
  if (aside && names.length > 8) return [...names.slice(0, 5), "others"];
  const more = rows.length - shown.length;
  return more === 0 ? names : [...names, `${more} less common`];
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
