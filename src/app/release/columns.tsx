/** Columns of a release's table for TanStack Table: heading, order, cell. */
import {
  columnVisibilityFeature,
  createColumnHelper,
  createSortedRowModel,
  rowSortingFeature,
  tableFeatures,
} from "@tanstack/react-table";
import type { ReactNode } from "react";
import { ClaimCell, FindingsCell, MaximumCell, NotedCell, VerdictCell, WheelCell } from "./cells.tsx";
import { cellTexts, comparisons, type ColumnId, type TableRow } from "../../present/release/rows.ts";

export const features = tableFeatures({
  columnVisibilityFeature,
  rowSortingFeature,
  sortedRowModel: createSortedRowModel(),
});

export type ReleaseFeatures = typeof features;

export const headings: Readonly<Record<ColumnId, string>> = {
  wheel: "Wheel",
  verdict: "Verdict",
  python: "Python",
  arch: "Arch",
  libc: "libc",
  claims: "Claims → fits",
  glibc: "glibc",
  glibcxx: "GLIBCXX",
  cxxabi: "CXXABI",
  gcc: "GCC",
  string: "String ABI",
  gpu: "GPU",
  size: "Size",
  problems: "Findings",
};

const helper = createColumnHelper<ReleaseFeatures, TableRow>();

function column(id: ColumnId, cell: (row: TableRow) => ReactNode) {
  // The value only lets the table sort by it; the order is that of rows.ts.
  return helper.accessor((row) => row.key, {
    id,
    header: headings[id],
    enableSorting: true,
    sortFn: (a, b) => comparisons[id](a.original, b.original),
    cell: ({ row }) => cell(row.original),
  });
}

export const columns = helper.columns([
  column("wheel", (row) => <WheelCell row={row} />),
  column("verdict", (row) => <VerdictCell row={row} />),
  column("problems", (row) => <FindingsCell row={row} />),
  column("python", ({ row }) => cellTexts.python(row)),
  column("arch", ({ row }) => cellTexts.arch(row)),
  column("libc", ({ row }) => cellTexts.libc(row)),
  column("claims", (row) => <ClaimCell row={row} />),
  column("glibc", (row) => <MaximumCell row={row} family="GLIBC" />),
  column("glibcxx", (row) => <MaximumCell row={row} family="GLIBCXX" />),
  column("cxxabi", (row) => <MaximumCell row={row} family="CXXABI" />),
  column("gcc", (row) => <MaximumCell row={row} family="GCC" />),
  column("string", (row) => <NotedCell row={row} field="string-abi" text={cellTexts.string(row.row)} />),
  column("gpu", (row) => <NotedCell row={row} field="gpu" text={cellTexts.gpu(row.row)} />),
  column("size", ({ row }) => cellTexts.size(row)),
]);
