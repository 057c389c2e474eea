/** The rows of a symbol list that are in view. C++ names are long and wrap, so rows are measured as they appear. */
import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useRef } from "react";
import type { SymbolRow } from "../../../engine/protocol.ts";
import type { SymbolPages } from "../../state/symbol-pages.ts";

const usualRowPx = 46;

interface SymbolRowsProps {
  readonly pages: SymbolPages;
  /** Imported and exported stand side by side, so each row says which it is. */
  readonly mixed: boolean;
}

export function SymbolRows({ pages, mixed }: SymbolRowsProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const { total, want } = pages;
  // The virtualizer is a mutable object by design; it makes this component render when its window moves.
  const virtualizer = useVirtualizer({
    count: total ?? 0,
    getScrollElement: () => scroller.current,
    estimateSize: () => usualRowPx,
    overscan: 8,
  });
  const items = virtualizer.getVirtualItems();
  const first = items[0]?.index;
  const last = items.at(-1)?.index;

  useEffect(() => {
    if (first !== undefined && last !== undefined) want(first, last);
  }, [first, last, want]);

  if (total === 0) return <p className="empty">No symbol matches.</p>;
  return (
    <div
      ref={scroller}
      className="symbol-scroller"
      role="table"
      aria-label="Symbols"
      aria-rowcount={total ?? -1}
      tabIndex={0}
      // As high as its rows, up to the limit of the style sheet; two pixels are the border's.
      style={{ height: `${virtualizer.getTotalSize() + 2}px` }}
    >
      <div role="rowgroup" className="symbol-rows" style={{ height: `${virtualizer.getTotalSize()}px` }}>
        {items.map((item) => (
          <div
            key={item.key}
            ref={virtualizer.measureElement}
            data-index={item.index}
            role="row"
            aria-rowindex={item.index + 1}
            className="symbol-row"
            style={{ transform: `translateY(${item.start}px)` }}
          >
            <Cells row={pages.row(item.index)} mixed={mixed} />
          </div>
        ))}
      </div>
    </div>
  );
}

function Cells({ row, mixed }: { readonly row: SymbolRow | undefined; readonly mixed: boolean }) {
  if (row === undefined) {
    return (
      <span role="cell" className="faint">
        …
      </span>
    );
  }
  const { name, demangled, version, provider, binding, type, defined } = row;
  return (
    <>
      <span role="cell" className="symbol-name">
        <code>{demangled ?? name}</code>
        {demangled !== null && <code className="mangled">{name}</code>}
      </span>
      <span role="cell" className="symbol-version">
        {version !== null && <code>{version}</code>}
        {provider !== null && <span className="faint">{provider}</span>}
      </span>
      <span role="cell" className="symbol-kind faint">
        {[
          mixed ? (defined ? "exported" : "imported") : null,
          unusual(binding, "global"),
          unusual(type, "notype", "func"),
        ]
          .filter((word) => word !== null)
          .join(", ")}
      </span>
    </>
  );
}

/** What most symbols are need not be said. */
function unusual(word: string, ...usual: readonly string[]): string | null {
  return usual.includes(word) ? null : word;
}
