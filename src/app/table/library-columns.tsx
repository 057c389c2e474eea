/** Columns of the library table for TanStack Table: heading, order, cell. */
import {
  columnVisibilityFeature,
  columnFilteringFeature,
  createColumnHelper,
  createFilteredRowModel,
  createSortedRowModel,
  globalFilteringFeature,
  rowSortingFeature,
  tableFeatures,
  type SortFn,
} from "@tanstack/react-table";
import type { ReactNode } from "react";
import { FindingsCell, FitsCell, LibraryCell, OtherFamiliesCell, OutsideCell } from "./cells.tsx";
import { comparisons, type ColumnId, type LibraryRow } from "./library-rows.ts";

export const features = tableFeatures({
  columnFilteringFeature,
  columnVisibilityFeature,
  globalFilteringFeature,
  rowSortingFeature,
  filteredRowModel: createFilteredRowModel(),
  sortedRowModel: createSortedRowModel(),
});

export type LibraryFeatures = typeof features;

const helper = createColumnHelper<LibraryFeatures, LibraryRow>();

const bySort =
  (id: ColumnId): SortFn<LibraryFeatures, LibraryRow> =>
  (a, b) =>
    comparisons[id](a.original, b.original);

interface ColumnText {
  readonly heading: string;
  /** Numbers and severities are first wanted from the top. */
  readonly largestFirst?: boolean;
}

export const columnTexts: Readonly<Record<ColumnId, ColumnText>> = {
  library: { heading: "Library" },
  kind: { heading: "Kind" },
  arch: { heading: "Arch" },
  fits: { heading: "Fits alone", largestFirst: true },
  glibc: { heading: "GLIBC", largestFirst: true },
  glibcxx: { heading: "GLIBCXX", largestFirst: true },
  cxxabi: { heading: "CXXABI", largestFirst: true },
  gcc: { heading: "GCC", largestFirst: true },
  others: { heading: "Others", largestFirst: true },
  outside: { heading: "Needs outside", largestFirst: true },
  findings: { heading: "Findings", largestFirst: true },
};

function column(id: ColumnId, cell: (row: LibraryRow) => ReactNode) {
  const { heading, largestFirst = false } = columnTexts[id];
  return helper.display({
    id,
    header: heading,
    enableSorting: true,
    sortDescFirst: largestFirst,
    sortFn: bySort(id),
    cell: ({ row }) => cell(row.original),
  });
}

export const columns = helper.columns([
  column("library", (row) => <LibraryCell row={row} />),
  column("findings", (row) => <FindingsCell row={row} />),
  column("fits", (row) => <FitsCell row={row} />),
  column("glibc", (row) => row.maxima.GLIBC),
  column("glibcxx", (row) => row.maxima.GLIBCXX),
  column("cxxabi", (row) => row.maxima.CXXABI),
  column("gcc", (row) => row.maxima.GCC),
  column("others", (row) => <OtherFamiliesCell versions={row.otherFamilies} />),
  column("outside", (row) => <OutsideCell row={row} />),
  column("kind", (row) => row.kind),
  column("arch", (row) => row.architecture),
]);
