/**
 * Lines and tables of styled text for a terminal of a given width. Text is measured in columns (columns.ts);
 * everything that comes from a wheel is made `visible` here, the last place before the screen.
 */
import type { Sentence } from "../../core/sentence.ts";
import { cutMiddle, widthOf } from "./columns.ts";
import { visible } from "../../facts/invisible.ts";
import { type Paint, type Style } from "./paint.ts";

export interface Span {
  readonly text: string;
  readonly style: Style | null;
}
export type Line = readonly Span[];

export const span = (text: string, style: Style | null = null): Span => ({ text: visible(text), style });

export const lengthOf = (line: Line): number => line.reduce((sum, { text }) => sum + widthOf(text), 0);

export const spansOf = (sentence: Sentence): Line =>
  sentence.map((part) => (typeof part === "string" ? span(part) : span(part.text, part.kind)));

/** Breaks at blanks so that no line is wider than `width`; a single longer word stays whole, to be copied. */
export function wrap(line: Line, width: number): Line[] {
  const lines: Span[][] = [];
  let current: Span[] = [];
  let used = 0;
  for (const word of words(line)) {
    const length = lengthOf(word);
    if (used > 0 && used + 1 + length > width) {
      lines.push(current);
      current = [];
      used = 0;
    }
    if (used > 0) current.push({ text: " ", style: null });
    current.push(...word);
    used += length + (used > 0 ? 1 : 0);
  }
  if (current.length > 0) lines.push(current);
  return lines;
}

/** What stands between blanks: one or more spans that belong together, such as a name and the full stop after it. */
function words(line: Line): Line[] {
  const found: Span[][] = [[]];
  for (const { text, style } of line) {
    text.split(" ").forEach((piece, index) => {
      if (index > 0) found.push([]);
      if (piece !== "") found.at(-1)?.push({ text: piece, style });
    });
  }
  return found.filter((word) => word.length > 0);
}

/** The first line after `first`, the others after `rest`; both are of the same width. */
export function hang(first: Line, rest: string, lines: readonly Line[]): Line[] {
  return lines.map((line, index) => (index === 0 ? [...first, ...line] : [span(rest), ...line]));
}

/** A wrapped paragraph, indented. */
export const paragraph = (line: Line, indent: string, width: number): Line[] =>
  hang([span(indent)], indent, wrap(line, width - indent.length));

export interface Column {
  readonly title: string;
  readonly align?: "right";
  /** May be cut (in the middle, as paths differ at both ends) down to this many columns. */
  readonly shrinkTo?: number;
  /** Left out first where the table is too wide, highest number first. */
  readonly dispensable?: number;
}

/** Columns with their titles, and a span for each cell; the same for a terminal and for Markdown. */
export interface Table {
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Span[])[];
}

/** Rows as lines, headed by the columns' titles; columns without any text are left out. */
export function table(columns: readonly Column[], rows: readonly (readonly Span[])[], width: number): Line[] {
  const gap = 2;
  let shown = columns
    .map((column, index) => {
      const cells = rows.map((row) => row[index] ?? span(""));
      return {
        ...column,
        cells,
        width: Math.max(widthOf(column.title), ...cells.map((cell) => lengthOf([cell]))),
      };
    })
    .filter(({ cells }) => cells.some(({ text }) => text !== ""));
  const excess = (list: typeof shown) =>
    list.reduce((sum, column) => sum + column.width, gap * (list.length - 1)) - width;
  const shrinkable = (list: typeof shown) =>
    list.reduce((sum, column) => sum + Math.max(0, column.width - (column.shrinkTo ?? column.width)), 0);

  while (excess(shown) > shrinkable(shown)) {
    const least = shown.reduce((a, b) => ((b.dispensable ?? 0) > (a.dispensable ?? 0) ? b : a));
    if ((least.dispensable ?? 0) === 0) break;
    shown = shown.filter((column) => column !== least);
  }
  for (const column of shown) {
    const floor = Math.min(column.width, column.shrinkTo ?? column.width);
    column.width = Math.max(floor, column.width - Math.max(0, excess(shown)));
  }

  const print = (cells: readonly Span[]): Line =>
    trimEnd(
      cells.flatMap((cell, index) => {
        const column = shown[index];
        const fitted = { ...cell, text: cutMiddle(cell.text, column?.width ?? 0) };
        const pad = span(" ".repeat(Math.max(0, (column?.width ?? 0) - lengthOf([fitted]))));
        const pair = column?.align === "right" ? [pad, fitted] : [fitted, pad];
        return index === 0 ? pair : [span(" ".repeat(gap)), ...pair];
      }),
    );
  const heading = print(shown.map(({ title }) => span(title, "dim")));
  return [heading, ...rows.map((_, index) => print(shown.map(({ cells }) => cells[index] ?? span(""))))];
}

/** Without the blanks at its end. */
export function trimEnd(line: Line): Line {
  const last = line.at(-1);
  if (last === undefined) return line;
  const text = last.text.trimEnd();
  return text === "" ? trimEnd(line.slice(0, -1)) : [...line.slice(0, -1), { ...last, text }];
}

export const render = (lines: readonly Line[], paint: Paint): string =>
  lines.map((line) => `${line.map(({ text, style }) => paint(text, style)).join("")}\n`).join("");
