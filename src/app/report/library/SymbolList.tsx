/** Every dynamic symbol of one library: filtered by the engine, a window of rows at a time in the document. */
import { useDeferredValue, useEffect, useImperativeHandle, useMemo, useRef, useState } from "react";
import type { CxxClass } from "../../../facts/code-facts.ts";
import { errorText } from "../../../core/error-text.ts";
import type { ElfFacts } from "../../../facts/model.ts";
import type { Inspection, SymbolQuery } from "../../../engine/protocol.ts";
import { formatCount } from "../../../present/units.ts";
import { symbolText, useSymbolPages, type SymbolFilter } from "../../state/symbol-pages.ts";
import { CopyButton } from "../../ui/CopyButton.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { SymbolRows } from "./SymbolRows.tsx";

export interface SymbolListHandle {
  /** Shows only the symbols bound to a version or of a C++ class, and brings the list into view. */
  show(only: {
    readonly version?: string;
    readonly cxx?: CxxClass;
    readonly side?: "imported" | "exported";
  }): void;
}

interface SymbolListProps {
  readonly ref: React.Ref<SymbolListHandle>;
  readonly path: string;
  readonly counts: ElfFacts["symbolCounts"];
  readonly inspection: Inspection;
}

type Side = SymbolQuery["side"];

/** Typing asks the engine when it pauses, not at every letter. */
const typingPauseMs = 150;

export function SymbolList({ ref, path, counts, inspection }: SymbolListProps) {
  const [side, setSide] = useState<Side>("imported");
  const [typed, setTyped] = useState("");
  const [text, setText] = useState("");
  const [version, setVersion] = useState<string | null>(null);
  const [cxx, setCxx] = useState<CxxClass | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);

  useEffect(() => {
    const timer = setTimeout(() => setText(typed.trim()), typingPauseMs);
    return () => clearTimeout(timer);
  }, [typed]);

  useImperativeHandle(ref, () => ({
    show: (only) => {
      setSide(only.side ?? "imported");
      setTyped("");
      setText("");
      setVersion(only.version ?? null);
      setCxx(only.cxx ?? null);
      heading.current?.scrollIntoView({ block: "start" });
      heading.current?.focus({ preventScroll: true });
    },
  }));

  const filter = useMemo<SymbolFilter>(() => ({ side, text, version, cxx }), [side, text, version, cxx]);
  const pages = useSymbolPages(inspection, path, filter);
  const total = useDeferredValue(pages.total);
  const sides: readonly (readonly [Side, string, number])[] = [
    ["imported", "Imported", counts.undefined],
    ["exported", "Exported", counts.defined],
    ["all", "All", counts.defined + counts.undefined],
  ];

  return (
    <section className="symbols" aria-labelledby="symbols">
      <div className="section-head">
        <h3 id="symbols" ref={heading} tabIndex={-1}>
          Symbols
        </h3>
        <p className="faint small" role="status">
          {total === null ? "reading …" : `${formatCount(total)} shown`}
        </p>
        <CopyButton quiet label="Copy list" text={() => symbolText(inspection, path, filter)} />
      </div>
      <div className="symbol-tools">
        <fieldset className="segments">
          <legend className="unseen">Which symbols</legend>
          {sides.map(([value, label, count]) => (
            <label key={value}>
              <input
                type="radio"
                name="side"
                className="unseen"
                checked={side === value}
                onChange={() => setSide(value)}
              />
              <span>
                {label} <span className="count">{formatCount(count)}</span>
              </span>
            </label>
          ))}
        </fieldset>
        <label className="filter">
          <span className="unseen">Filter symbols by name</span>
          <Icon name="search" />
          <input
            type="search"
            className="field"
            data-filter
            placeholder="Name, mangled or not"
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
        </label>
        {version !== null && (
          <Only onRemove={() => setVersion(null)}>
            <code>{version}</code>
          </Only>
        )}
        {cxx !== null && <Only onRemove={() => setCxx(null)}>{classNames[cxx]}</Only>}
      </div>
      {pages.error === null ? (
        <SymbolRows pages={pages} mixed={side === "all"} />
      ) : (
        <p className="notice">{errorText(pages.error).sentence}</p>
      )}
    </section>
  );
}

const classNames: Readonly<Record<CxxClass, string>> = {
  new: "C++, new ABI",
  old: "C++, old ABI",
  both: "C++, both ABIs",
  "libc++": "libc++",
  neutral: "C++, neutral",
};

interface OnlyProps {
  readonly children: React.ReactNode;
  readonly onRemove: () => void;
}

/** What the list is narrowed to, with the way back. */
function Only({ children, onRemove }: OnlyProps) {
  return (
    <button type="button" className="button chip" onClick={onRemove}>
      <span className="unseen">Only </span>
      {children}
      <Icon name="cross" />
      <span className="unseen">, remove</span>
    </button>
  );
}
