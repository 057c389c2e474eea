/** `memcpy@GLIBC_2.14`, the at sign as the linker writes it. */
import type { Evidence } from "../../core/evidence.ts";

export function SymbolAtVersion({ piece }: { readonly piece: Pick<Evidence, "symbol" | "version"> }) {
  return (
    <code>
      {piece.symbol}
      {piece.version !== undefined && (
        <span className={piece.symbol === undefined ? "" : "at-version"}>
          {piece.symbol === undefined ? piece.version : `@${piece.version}`}
        </span>
      )}
    </code>
  );
}

/** Mangled C++ names run to hundreds of letters; their beginnings tell them apart, the list of symbols has them whole. */
export const longestName = 56;

export function shortenName(name: string): string {
  return name.length > longestName ? `${name.slice(0, longestName)}…` : name;
}
