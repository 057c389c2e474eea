/** Above the table: the filter box, only problems, which columns. */
import { columnTexts } from "./library-columns.tsx";
import { columnIds, type ColumnId } from "../../../present/library/library-rows.ts";
import { useView } from "../../state/view.ts";
import { Icon } from "../../ui/Icon.tsx";

interface TableToolsProps {
  readonly visibility: Readonly<Record<string, boolean>>;
  /** Absent if the columns cannot be chosen. */
  readonly onShowColumn?: (id: ColumnId, on: boolean) => void;
}

export function TableTools({ visibility, onShowColumn }: TableToolsProps) {
  const q = useView((view) => view.route.view.q);
  const onlyProblems = useView((view) => view.route.view.onlyProblems);
  const changeView = useView((view) => view.changeView);
  return (
    <div className="table-tools" role="search" aria-label="Libraries">
      <label className="filter">
        <span className="unseen">
          Filter libraries by path, soname, needed library, version, ABI, GPU or toolchain
        </span>
        <Icon name="search" />
        <input
          type="search"
          className="field"
          data-filter
          placeholder="Path, soname, version …"
          value={q}
          onChange={(event) => changeView({ q: event.currentTarget.value })}
        />
      </label>
      <label className="check">
        <input
          type="checkbox"
          checked={onlyProblems}
          onChange={(event) => changeView({ onlyProblems: event.currentTarget.checked })}
        />
        Only with problems
      </label>
      {onShowColumn !== undefined && (
        <details className="columns-menu">
          <summary className="button">Columns</summary>
          <div>
            {columnIds
              .filter((id) => id !== "library")
              .map((id) => (
                <label key={id} className="check">
                  <input
                    type="checkbox"
                    checked={visibility[id] === true}
                    onChange={(event) => onShowColumn(id, event.currentTarget.checked)}
                  />
                  {columnTexts[id].heading}
                </label>
              ))}
          </div>
        </details>
      )}
    </div>
  );
}
