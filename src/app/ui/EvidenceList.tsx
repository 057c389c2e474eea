/** Evidence as a short list: symbol and version, who is asked, where, and what else is to be said. */
import { useState } from "react";
import type { Evidence } from "../../core/evidence.ts";
import { formatCount } from "../../present/units.ts";
import { LibraryLink } from "./LibraryLink.tsx";
import { shortenName, SymbolAtVersion } from "./SymbolAtVersion.tsx";

interface EvidenceListProps {
  readonly evidence: readonly Evidence[];
  /** Pieces at first; a button brings the others. */
  readonly shown?: number;
  /** The library that all of it is about, which is not said again. */
  readonly about?: string;
}

export function EvidenceList({ evidence, shown = 8, about }: EvidenceListProps) {
  const [all, setAll] = useState(false);
  if (evidence.length === 0) return null;
  const pieces = all ? evidence : evidence.slice(0, shown);
  return (
    <>
      <ul className="evidence-list">
        {pieces.map((piece, index) => (
          <li key={index}>
            <Piece piece={piece} about={about} />
          </li>
        ))}
      </ul>
      {pieces.length < evidence.length && (
        <button type="button" className="link-button small" onClick={() => setAll(true)}>
          and {formatCount(evidence.length - pieces.length)} more
        </button>
      )}
    </>
  );
}

function Piece({ piece, about }: { readonly piece: Evidence; readonly about: string | undefined }) {
  const { symbol, version, from, note } = piece;
  const where = piece.in === undefined || piece.in === about ? null : piece.in;
  const named = symbol !== undefined || version !== undefined;
  return (
    <>
      {named && (
        <SymbolAtVersion piece={symbol === undefined ? piece : { ...piece, symbol: shortenName(symbol) }} />
      )}
      {from !== undefined && (
        <span className="faint">
          {named ? " of " : ""}
          <code>{from}</code>
        </span>
      )}
      {where !== null && (
        <span className="faint">
          {named || from !== undefined ? " in " : ""}
          <LibraryLink path={where} short />
        </span>
      )}
      {note !== undefined && (
        <span className="faint">
          {named || from !== undefined || where !== null ? ": " : ""}
          {note}
        </span>
      )}
    </>
  );
}
