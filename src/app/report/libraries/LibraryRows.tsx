/** The body of the library table. One row at a time is in the order of Tab; arrow keys, Home and End move, Enter opens. */
import { FlexRender, type Row } from "@tanstack/react-table";
import { useState } from "react";
import type { LibraryFeatures } from "./library-columns.tsx";
import type { LibraryRow } from "../../../present/library/library-rows.ts";
import { useView } from "../../state/view.ts";

export function LibraryRows({ rows }: { readonly rows: readonly Row<LibraryFeatures, LibraryRow>[] }) {
  const lib = useView((view) => view.route.view.lib);
  const changeView = useView((view) => view.changeView);
  const [current, setCurrent] = useState<string | null>(null);
  const stop = rows.find((row) => row.id === (current ?? lib))?.id ?? rows[0]?.id;

  const move = (event: React.KeyboardEvent<HTMLTableSectionElement>): void => {
    const links = [...event.currentTarget.querySelectorAll<HTMLElement>("[data-library]")];
    const at = links.findIndex((link) => link === document.activeElement);
    if (at < 0) return;
    const target = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: links.length - 1 }[event.key];
    if (target === undefined) return;
    event.preventDefault();
    links[Math.max(0, Math.min(target, links.length - 1))]?.focus();
  };

  return (
    <tbody onKeyDown={move}>
      {rows.map((row) => (
        <tr
          key={row.id}
          className={row.id === lib ? "open" : ""}
          // For the mouse the whole row opens; keyboard and screen reader have the button in its first cell.
          onClick={() => {
            if (getSelection()?.isCollapsed !== false) changeView({ lib: row.id });
          }}
        >
          {row.getVisibleCells().map((cell) =>
            cell.column.id === "library" ? (
              <th key={cell.id} scope="row" className="col-library">
                <button
                  type="button"
                  data-library={row.id}
                  tabIndex={row.id === stop ? 0 : -1}
                  aria-current={row.id === lib ? "true" : undefined}
                  onFocus={() => setCurrent(row.id)}
                  onClick={(event) => {
                    event.stopPropagation();
                    changeView({ lib: row.id });
                  }}
                >
                  <FlexRender cell={cell} />
                </button>
              </th>
            ) : (
              <td key={cell.id} className={`col-${cell.column.id}`}>
                <FlexRender cell={cell} />
              </td>
            ),
          )}
        </tr>
      ))}
    </tbody>
  );
}
