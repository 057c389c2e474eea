/**
 * All libraries of the wheel: a native table, sorted by its headings, filtered by text. Filter and sort are part of the address.
 * Not virtualised: wheels have tens of libraries, and screen readers count the rows of a real table.
 */
import { useTable, type SortingState } from "@tanstack/react-table";
import { useMemo, useState } from "react";
import type { Report } from "../../../core/report.ts";
import { formatCount } from "../../../present/units.ts";
import { defaultSort } from "../../address/route.ts";
import { columnTexts, columns, features, nextSort, type LibraryFeatures } from "./library-columns.tsx";
import {
  columnIds,
  emptyColumns,
  isProblem,
  libraryRows,
  matchesText,
  type ColumnId,
  type LibraryRow,
} from "../../../present/library/library-rows.ts";
import { useView } from "../../state/view.ts";
import { Icon } from "../../ui/Icon.tsx";
import { LibraryRows } from "./LibraryRows.tsx";
import { TableTools } from "./TableTools.tsx";

interface LibraryTableProps {
  readonly report: Report;
  /** A library is open beside it: only the columns that tell libraries apart. */
  readonly compact: boolean;
}

const compactColumns: readonly ColumnId[] = ["library", "findings", "fits", "glibc"];

/** Rows in the document at first; a button brings the others. */
const rowsAtFirst = 500;

export function LibraryTable({ report, compact }: LibraryTableProps) {
  const view = useView((state) => state.route.view);
  const changeView = useView((state) => state.changeView);
  const [shownByHand, setShownByHand] = useState<Readonly<Partial<Record<ColumnId, boolean>>>>({});
  const [everyRow, setEveryRow] = useState(false);

  const rows = useMemo(() => libraryRows(report), [report]);
  const data = useMemo(
    () => (view.onlyProblems ? rows.filter(isProblem) : [...rows]),
    [rows, view.onlyProblems],
  );
  const visibility = useMemo(() => {
    const empty = emptyColumns(rows);
    const shown = (id: ColumnId): boolean =>
      compact ? compactColumns.includes(id) : (shownByHand[id] ?? !empty.includes(id));
    return Object.fromEntries(columnIds.map((id) => [id, shown(id)]));
  }, [rows, shownByHand, compact]);
  const sorting = useMemo<SortingState>(() => {
    const known = columnIds.some((id) => id === view.sort.column);
    const { column, descending } = known ? view.sort : defaultSort;
    // Ties go by path, so that the order is always the same.
    return [
      { id: column, desc: descending },
      { id: "library", desc: false },
    ];
  }, [view.sort]);

  const table = useTable<LibraryFeatures, LibraryRow>({
    features,
    columns,
    data,
    getRowId: (row) => row.path,
    state: { sorting, globalFilter: view.q, columnVisibility: visibility },
    globalFilterFn: (row, _column, text: string) => matchesText(row.original, text),
    getColumnCanGlobalFilter: (column) => column.id === "library",
  });
  const found = table.getRowModel().rows;
  const shown = everyRow ? found : found.slice(0, rowsAtFirst);

  return (
    <section className="table-section" aria-labelledby="libraries">
      <div className="section-head">
        <h2 id="libraries" tabIndex={-1}>
          Libraries
        </h2>
        <p className="faint small" role="status">
          {found.length === rows.length
            ? formatCount(rows.length)
            : `${formatCount(found.length)} of ${formatCount(rows.length)}`}
        </p>
        <TableTools
          visibility={visibility}
          {...(compact
            ? {}
            : {
                onShowColumn: (id: ColumnId, on: boolean) =>
                  setShownByHand((before) => ({ ...before, [id]: on })),
              })}
        />
      </div>
      <div className="scroll-region table-region" role="group" aria-label="Table of libraries" tabIndex={0}>
        <table className="library-table">
          <thead>
            {table.getHeaderGroups().map((group) => (
              <tr key={group.id}>
                {group.headers.map(({ id }) => {
                  const sorted = sorting[0]?.id === id ? sorting[0] : null;
                  return (
                    <th
                      key={id}
                      scope="col"
                      className={`col-${id}`}
                      {...(sorted === null ? {} : { "aria-sort": sorted.desc ? "descending" : "ascending" })}
                    >
                      <button
                        type="button"
                        onClick={() => changeView({ sort: nextSort(view.sort, id as ColumnId) })}
                      >
                        {columnTexts[id as ColumnId].heading}
                        <Icon name={sorted === null ? "sort" : sorted.desc ? "down" : "up"} />
                      </button>
                    </th>
                  );
                })}
              </tr>
            ))}
          </thead>
          <LibraryRows rows={shown} />
        </table>
        {found.length === 0 && (
          <p className="empty">
            {view.q === "" ? "No library has a problem." : `No library matches “${view.q}”.`}{" "}
            <button
              type="button"
              className="link-button"
              onClick={() => changeView({ q: "", onlyProblems: false })}
            >
              Show all
            </button>
          </p>
        )}
      </div>
      {shown.length < found.length && (
        <button type="button" className="button" onClick={() => setEveryRow(true)}>
          Show all {formatCount(found.length)} libraries
        </button>
      )}
    </section>
  );
}
