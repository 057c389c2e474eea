/** One row a wheel: a native table, sorted by its headings; the sort is part of the address. */
import { FlexRender, useTable, type SortingState } from "@tanstack/react-table";
import { useMemo } from "react";
import { Icon } from "../ui/Icon.tsx";
import { useView } from "../state/view.ts";
import { columns, features, headings, type ReleaseFeatures } from "./columns.tsx";
import {
  columnIds,
  emptyColumns,
  nextSort,
  sortOf,
  type ColumnId,
  type TableRow,
} from "../../present/release/rows.ts";

interface ReleaseTableProps {
  readonly rows: readonly TableRow[];
  /** What the table is about, for those who do not see its heading. */
  readonly label: string;
  /** Its wheels are of several projects, and say of which. */
  readonly named?: boolean;
}

export function ReleaseTable({ rows, label, named = false }: ReleaseTableProps) {
  const viewSort = useView((view) => view.route.view.sort);
  const changeView = useView((view) => view.changeView);
  const data = useMemo(() => [...rows], [rows]);
  const visibility = useMemo(() => {
    const empty = emptyColumns(rows);
    return Object.fromEntries(columnIds.map((id) => [id, !empty.includes(id)]));
  }, [rows]);
  const sort = useMemo(() => sortOf(viewSort), [viewSort]);
  const sorting = useMemo<SortingState>(
    () => [
      { id: sort.column, desc: sort.descending },
      { id: "wheel", desc: false },
    ],
    [sort],
  );
  const table = useTable<ReleaseFeatures, TableRow>({
    features,
    columns,
    data,
    getRowId: ({ key }) => key,
    state: { sorting, columnVisibility: visibility },
  });
  return (
    <div className="scroll-region table-region" role="group" aria-label={label} tabIndex={0}>
      <table className={`library-table release-table ${named ? "named-wheels" : ""}`}>
        <thead>
          {table.getHeaderGroups().map((group) => (
            <tr key={group.id}>
              {group.headers.map(({ id }) => {
                const isSorted = sort.column === id;
                return (
                  <th
                    key={id}
                    scope="col"
                    className={`col-${id}`}
                    {...(isSorted ? { "aria-sort": sort.descending ? "descending" : "ascending" } : {})}
                  >
                    <button
                      type="button"
                      onClick={() => changeView({ sort: nextSort(sort, id as ColumnId) })}
                    >
                      {headings[id as ColumnId]}
                      <Icon name={isSorted ? (sort.descending ? "down" : "up") : "sort"} />
                    </button>
                  </th>
                );
              })}
            </tr>
          ))}
        </thead>
        <tbody>
          {table.getRowModel().rows.map((row) => (
            <tr key={row.id}>
              {row.getVisibleCells().map((cell) => {
                const Cell = cell.column.id === "wheel" ? "th" : "td";
                return (
                  <Cell
                    key={cell.id}
                    className={`col-${cell.column.id}`}
                    {...(Cell === "th" ? { scope: "row" } : {})}
                  >
                    <FlexRender cell={cell} />
                  </Cell>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
