/**
 * A long symbol list, a window of it at a time: pages are fetched from the engine when their rows come into view, and kept until
 * the query changes. Answers to an older query are dropped.
 */
import { useCallback, useEffect, useRef, useState } from "react";
import { inspectError, type InspectError } from "../../facts/inspect-error.ts";
import type { Inspection, SymbolPage, SymbolQuery, SymbolRow } from "../../engine/protocol.ts";

export type SymbolFilter = Pick<SymbolQuery, "side" | "text" | "version" | "cxx">;

const pageSize = 500;

export interface SymbolPages {
  /** Null until the first page is there. */
  readonly total: number | null;
  readonly error: InspectError | null;
  /** Undefined while its page is on the way. */
  readonly row: (index: number) => SymbolRow | undefined;
  /** Tells which rows are in view, so that their pages are fetched. */
  readonly want: (from: number, to: number) => void;
}

interface Loaded {
  readonly filter: SymbolFilter;
  readonly total: number | null;
  readonly error: InspectError | null;
  readonly pages: ReadonlyMap<number, SymbolPage>;
}

const nothing = (filter: SymbolFilter): Loaded => ({ filter, total: null, error: null, pages: new Map() });

/** `filter` must be the same object until it changes. */
export function useSymbolPages(inspection: Inspection, path: string, filter: SymbolFilter): SymbolPages {
  const [loaded, setLoaded] = useState<Loaded>(() => nothing(filter));
  const asked = useRef({ filter, pages: new Set<number>() });

  const fetchPage = useCallback(
    async (page: number): Promise<void> => {
      if (asked.current.filter !== filter) asked.current = { filter, pages: new Set() };
      if (asked.current.pages.has(page)) return;
      asked.current.pages.add(page);
      const query = { ...filter, offset: page * pageSize, limit: pageSize };
      const outcome = await inspection.symbols(path, query).catch((error: unknown) => ({
        ok: false as const,
        error: inspectError("engine-crashed", { path, detail: String(error) }),
      }));
      if (asked.current.filter !== filter) return;
      setLoaded((before) => {
        const base = before.filter === filter ? before : nothing(filter);
        if (!outcome.ok) return { ...base, error: outcome.error };
        const pages = new Map(base.pages).set(page, outcome.value);
        return { ...base, total: outcome.value.total, pages };
      });
    },
    [inspection, path, filter],
  );

  useEffect(() => {
    void fetchPage(0);
  }, [fetchPage]);

  const want = useCallback(
    (from: number, to: number): void => {
      for (let page = Math.floor(from / pageSize); page * pageSize <= to; page += 1) void fetchPage(page);
    },
    [fetchPage],
  );

  // While a new query is on the way the old rows stay in place: the list does not flicker at every letter.
  return {
    total: loaded.total,
    error: loaded.filter === filter ? loaded.error : null,
    row: (index) => loaded.pages.get(Math.floor(index / pageSize))?.rows[index % pageSize],
    want,
  };
}

/** More than this is not for a clipboard. */
const mostCopied = 200_000;
const copyPage = 5000;

/** The whole list as text, one symbol a line: name, version, demangled name. */
export async function symbolText(
  inspection: Inspection,
  path: string,
  filter: SymbolFilter,
): Promise<string> {
  const lines: string[] = [];
  for (let offset = 0; offset < mostCopied; offset += copyPage) {
    const outcome = await inspection.symbols(path, { ...filter, offset, limit: copyPage });
    if (!outcome.ok) break;
    for (const row of outcome.value.rows) lines.push(symbolLine(row));
    if (offset + copyPage >= outcome.value.total) break;
  }
  return `${lines.join("\n")}\n`;
}

/** `_ZN…@GLIBCXX_3.4.21	std::…` */
export function symbolLine(row: SymbolRow): string {
  const name = row.version === null ? row.name : `${row.name}@${row.version}`;
  return row.demangled === null ? name : `${name}\t${row.demangled}`;
}
