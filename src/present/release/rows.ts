/** Rows of a release's table: columns, their order, what differs. No React, no DOM. */
import type { MainFamily } from "../../facts/names/version-name.ts";
import type { Difference, ReleaseMaximum, ReleaseRow, RowField } from "../../core/release/release.ts";
import { compareVersions } from "../orders.ts";
import type { Sort } from "../sort.ts";
import { gpuWords, stringAbiWords } from "../../core/release/code-words.ts";
import { formatBytes } from "../units.ts";
import { rowState } from "../states.ts";
import { claimWords, libcWord } from "./words.ts";

export const columnIds = [
  "wheel",
  "verdict",
  "problems",
  "python",
  "arch",
  "libc",
  "claims",
  "glibc",
  "glibcxx",
  "cxxabi",
  "gcc",
  "string",
  "gpu",
  "size",
] as const;

export type ColumnId = (typeof columnIds)[number];

/** Where a difference between the wheels shows. */
export const columnFields: Readonly<Partial<Record<ColumnId, RowField>>> = {
  claims: "claim",
  glibc: "GLIBC",
  glibcxx: "GLIBCXX",
  cxxabi: "CXXABI",
  gcc: "GCC",
  string: "string-abi",
  gpu: "gpu",
  problems: "findings",
};

/** A difference that a cell is marked with. */
export interface Note {
  /** Its place in the list of differences, from 1. */
  readonly number: number;
  readonly difference: Difference;
}

export interface TableRow {
  /** Names the wheel in the address. */
  readonly key: string;
  readonly row: ReleaseRow;
  /** Place in the release's own order: Python, architecture, C library. */
  readonly position: number;
  readonly notes: ReadonlyMap<RowField, readonly Note[]>;
}

/** `keys`: by `index` of the rows. */
export function tableRows(
  rows: readonly ReleaseRow[],
  differences: readonly Difference[],
  keys: readonly string[],
): TableRow[] {
  const notes = new Map<number, Map<RowField, Note[]>>();
  differences.forEach((difference, index) => {
    for (const { row, field } of difference.marks) {
      const fields = notes.get(row) ?? new Map<RowField, Note[]>();
      notes.set(row, fields);
      fields.set(field, [...(fields.get(field) ?? []), { number: index + 1, difference }]);
    }
  });
  return rows.map((row, position) => ({
    key: keys[row.index] ?? row.fileName,
    row,
    position,
    notes: notes.get(row.index) ?? new Map<RowField, Note[]>(),
  }));
}

export const maximumOf = ({ maxima }: ReleaseRow, family: MainFamily): ReleaseMaximum | null =>
  maxima.find((maximum) => maximum.family === family) ?? null;

/** The columns whose cells are a word or a number. */
export type TextColumn = Exclude<ColumnId, "wheel" | "verdict" | "problems">;

const number =
  (family: MainFamily) =>
  (row: ReleaseRow): string =>
    maximumOf(row, family)?.number ?? "";

/** What stands in a cell; empty if there is nothing to say. Marks, links and colours are for those who show it. */
export const cellTexts: Readonly<Record<TextColumn, (row: ReleaseRow) => string>> = {
  python: ({ python }) => python,
  arch: ({ architecture }) => architecture ?? "",
  libc: libcWord,
  claims: (row) => claimWords(row).claimed,
  glibc: ({ glibcFloor }) => glibcFloor ?? "",
  glibcxx: number("GLIBCXX"),
  cxxabi: number("CXXABI"),
  gcc: number("GCC"),
  string: ({ stringAbis }) => stringAbiWords(stringAbis),
  gpu: gpuWords,
  size: ({ sizeBytes }) => (sizeBytes === null ? "" : formatBytes(sizeBytes)),
};

/** Numbers and what is wrong are first wanted from the top. */
const largestFirst: readonly ColumnId[] = [
  "verdict",
  "glibc",
  "glibcxx",
  "cxxabi",
  "gcc",
  "size",
  "problems",
];

/** The release's own order, and what an address without a sort of ours means. */
export const ownOrder: Sort = { column: "wheel", descending: false };

export function sortOf(sort: Sort): Sort & { readonly column: ColumnId } {
  const column = columnIds.find((id) => id === sort.column);
  return column === undefined ? { column: "wheel", descending: false } : { ...sort, column };
}

/** Once more on the same heading turns the order round; a new one begins with what is looked for first. */
export function nextSort(sort: Sort, id: ColumnId): Sort {
  if (sort.column === id) return { column: id, descending: !sort.descending };
  return { column: id, descending: largestFirst.includes(id) };
}

type Comparison = (a: TableRow, b: TableRow) => number;

const byText =
  (text: (row: ReleaseRow) => string): Comparison =>
  (a, b) =>
    compareVersions(text(a.row), text(b.row));
const byNumber =
  (value: (row: ReleaseRow) => number): Comparison =>
  (a, b) =>
    value(a.row) - value(b.row);

/** What needs attention most has the most. */
const weights = { bad: 3, warning: 2, info: 1, neutral: 1, good: 0 } as const;

/** Ascending order of each column. The table breaks ties by the release's own order. */
export const comparisons: Readonly<Record<ColumnId, Comparison>> = {
  wheel: (a, b) => a.position - b.position,
  verdict: byNumber(({ outcome }) => weights[rowState(outcome).tone]),
  python: byText(cellTexts.python),
  arch: byText(cellTexts.arch),
  libc: byText(cellTexts.libc),
  claims: byText(cellTexts.claims),
  glibc: byText(cellTexts.glibc),
  glibcxx: byText(cellTexts.glibcxx),
  cxxabi: byText(cellTexts.cxxabi),
  gcc: byText(cellTexts.gcc),
  string: byText(cellTexts.string),
  gpu: byText(cellTexts.gpu),
  size: byNumber(({ sizeBytes }) => sizeBytes ?? 0),
  problems: byNumber(({ counts }) => counts.error * 1e8 + counts.warning * 1e4 + counts.info),
};

/** Columns that say nothing of these wheels. */
export function emptyColumns(rows: readonly TableRow[]): readonly ColumnId[] {
  return columnIds.filter((id) => {
    if (id === "wheel" || id === "verdict" || id === "problems" || id === "size") return false;
    return rows.every(({ row }) => cellTexts[id](row) === "");
  });
}
