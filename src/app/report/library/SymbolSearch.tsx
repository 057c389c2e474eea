/** Looks for symbols in every library of the open wheel: who defines them, who wants them. On request, since it reads the libraries again. */
import { useEffect, useRef, useState } from "react";
import type { LibraryReport } from "../../../core/report.ts";
import type { Inspection } from "../../../engine/protocol.ts";
import { plural } from "../../../present/units.ts";
import { LibraryLink } from "../../ui/LibraryLink.tsx";
import { useShownReport } from "../../state/session-context.ts";

interface Found {
  readonly path: string;
  readonly name: string;
  readonly defined: boolean;
}

type Search =
  | { readonly kind: "unasked" }
  | { readonly kind: "running"; readonly done: number; readonly found: readonly Found[] }
  | { readonly kind: "done"; readonly found: readonly Found[] };

/** Names looked for; a text with more has its cause in the first ones. */
const mostNames = 8;

export function SymbolSearch({ names }: { readonly names: readonly string[] }) {
  const shown = useShownReport();
  const [search, setSearch] = useState<Search>({ kind: "unasked" });
  const stop = useRef(new AbortController());
  useEffect(() => {
    const controller = new AbortController();
    stop.current = controller;
    return () => controller.abort();
  }, []);
  const inspection = shown?.inspection ?? null;
  if (shown === null) return null;
  const libraries = shown.report.libraries.filter(hasSymbols);
  if (libraries.length === 0) return null;
  if (inspection === null) {
    return (
      <p className="faint small">
        The open report was sent without its file, so its symbols cannot be looked through.
      </p>
    );
  }

  const run = async (): Promise<void> => {
    const { signal } = stop.current;
    const found: Found[] = [];
    for (const [done, { facts }] of libraries.entries()) {
      setSearch({ kind: "running", done, found: [...found] });
      for (const name of names.slice(0, mostNames)) {
        found.push(...(await look(inspection, facts.path, name)));
        if (signal.aborted) return;
      }
    }
    setSearch({ kind: "done", found });
  };

  return (
    <div className="symbol-search">
      {search.kind === "unasked" && (
        <button type="button" className="button" onClick={() => void run()}>
          Look for {names.length === 1 ? "it" : "them"} in {plural(libraries.length, "library", "libraries")}{" "}
          of the open wheel
        </button>
      )}
      <p role="status" className="faint small">
        {search.kind === "running" && `Looking: ${search.done + 1} of ${libraries.length}`}
        {search.kind === "done" &&
          search.found.length === 0 &&
          "No library of the open wheel defines or wants it."}
      </p>
      {search.kind !== "unasked" && search.found.length > 0 && (
        <ul className="path-list small">
          {search.found.map(({ path, name, defined }) => (
            <li key={`${path} ${name} ${String(defined)}`}>
              <LibraryLink path={path} /> {defined ? "defines" : "wants"}{" "}
              {names.length === 1 ? "it" : <code>{name}</code>}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function hasSymbols({ facts }: LibraryReport): boolean {
  const counts = facts.elf?.symbolCounts;
  return counts !== undefined && counts.defined + counts.undefined > 0;
}

/** The filter finds parts of names; only the whole name counts. */
async function look(inspection: Inspection, path: string, name: string): Promise<readonly Found[]> {
  const query = { side: "all", text: name, version: null, cxx: null, offset: 0, limit: 50 } as const;
  const outcome = await inspection.symbols(path, query).catch(() => null);
  if (outcome?.ok !== true) return [];
  const sides = new Set(outcome.value.rows.filter((row) => row.name === name).map(({ defined }) => defined));
  return [...sides].map((defined) => ({ path, name, defined }));
}
