/** A mangled name in pieces, letter by letter, as the ELF reader takes it apart (wasm/src/elf/cxx/pieces.rs). */
import type { CxxClass } from "./code-facts.ts";
import type { PIECE_KINDS } from "./reader-lists.ts";

export type PieceKind = (typeof PIECE_KINDS)[number];

export interface NamePiece {
  /** Letters of the name, at least one; those of all pieces together are the name. */
  readonly text: string;
  readonly kind: PieceKind;
  /** How many open parts it is inside of. */
  readonly depth: number;
  /** What it alone says of the string ABI: `new`, `old`, `libc++`, or null. */
  readonly abi: CxxClass | null;
  /** Begins the result of a function (0) or one of its parameters (1, 2, …); null otherwise. */
  readonly parameter: number | null;
  /** Of `again`: what is repeated, as C++ writes it; null where the reader cannot say. */
  readonly repeats: string | null;
}
