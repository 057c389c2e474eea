/** Rows of a release's table: columns, their order, what differs. No React, no DOM. */
import type { MainFamily } from "../../facts/version-name.ts";
import type { Difference, ReleaseMaximum, ReleaseRow, RowField } from "../../core/release/release.ts";
import { compareVersions } from "../orders.ts";
import type { Sort } from "../sort.ts";
import { claimWords, gpuWords, libcWord, rowState, stringAbiWords } from "./words.ts";

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
const byFamily = (family: MainFamily): Comparison => byText((row) => maximumOf(row, family)?.number ?? "");
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
  python: byText(({ python }) => python),
  arch: byText(({ architecture }) => architecture ?? ""),
  libc: byText(libcWord),
  claims: byText((row) => claimWords(row).claimed),
  glibc: byText(({ glibcFloor }) => glibcFloor ?? ""),
  glibcxx: byFamily("GLIBCXX"),
  cxxabi: byFamily("CXXABI"),
  gcc: byFamily("GCC"),
  string: byText(({ stringAbis }) => stringAbiWords(stringAbis)),
  gpu: byText(gpuWords),
  size: byNumber(({ sizeBytes }) => sizeBytes ?? 0),
  problems: byNumber(({ counts }) => counts.error * 1e8 + counts.warning * 1e4 + counts.info),
};

/** Columns that say nothing of these wheels. */
export function emptyColumns(rows: readonly TableRow[]): readonly ColumnId[] {
  const says: Readonly<Partial<Record<ColumnId, (row: ReleaseRow) => boolean>>> = {
    python: ({ python }) => python !== "",
    arch: ({ architecture }) => architecture !== null,
    libc: (row) => libcWord(row) !== "",
    claims: ({ platformTags }) => platformTags.length > 0,
    glibc: ({ glibcFloor }) => glibcFloor !== null,
    glibcxx: (row) => maximumOf(row, "GLIBCXX") !== null,
    cxxabi: (row) => maximumOf(row, "CXXABI") !== null,
    gcc: (row) => maximumOf(row, "GCC") !== null,
    string: ({ stringAbis }) => stringAbis.length > 0,
    gpu: (row) => gpuWords(row) !== "",
  };
  return columnIds.filter((id) => {
    const test = says[id];
    return test !== undefined && !rows.some(({ row }) => test(row));
  });
}
