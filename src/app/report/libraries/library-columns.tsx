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
import { CodeCell, FindingsCell, FitsCell, LibraryCell, OtherFamiliesCell, OutsideCell } from "./cells.tsx";
import type { Sort } from "../../../present/sort.ts";
import { comparisons, type ColumnId, type LibraryRow } from "../../../present/library/library-rows.ts";

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
  string: { heading: "String ABI" },
  gpu: { heading: "GPU", largestFirst: true },
  python: { heading: "Python", largestFirst: true },
  toolchain: { heading: "Toolchain", largestFirst: true },
  outside: { heading: "Needs outside", largestFirst: true },
  findings: { heading: "Findings", largestFirst: true },
};

/** Once more on the same heading turns the order round; a new one begins with what is looked for first. */
export function nextSort(sort: Sort, id: ColumnId): Sort {
  if (sort.column === id) return { column: id, descending: !sort.descending };
  return { column: id, descending: columnTexts[id].largestFirst === true };
}

function column(id: ColumnId, cell: (row: LibraryRow) => ReactNode) {
  // The value only lets the table sort and filter by it; the filter looks at the whole row.
  return helper.accessor((row) => row.path, {
    id,
    header: columnTexts[id].heading,
    enableSorting: true,
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
  column("string", (row) => <CodeCell text={row.string} quiet="neutral" />),
  column("gpu", (row) => <CodeCell text={row.gpu} />),
  column("python", (row) => <CodeCell text={row.python} />),
  column("toolchain", (row) => <CodeCell text={row.toolchain} />),
  column("outside", (row) => <OutsideCell row={row} />),
  column("kind", (row) => row.kind),
  column("arch", (row) => row.architecture),
]);
