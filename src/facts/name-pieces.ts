/** A mangled name in pieces, letter by letter, as the ELF reader takes it apart (wasm/src/elf/cxx/pieces.rs). */
import { count, oneOf, orNull, row, text, type Of } from "./describe.ts";
import { CXX_CLASSES, PIECE_KINDS } from "./reader-lists.ts";

export const namePiece = row({
  /** Letters of the name, at least one; those of all pieces together are the name. */
  text,
  kind: oneOf(PIECE_KINDS),
  /** How many open parts it is inside of. */
  depth: count,
  /** What it alone says of the string ABI: `new`, `old`, `libc++`, or null. */
  abi: orNull(oneOf(CXX_CLASSES)),
  /** Begins the result of a function (0) or one of its parameters (1, 2, …); null otherwise. */
  parameter: orNull(count),
  /** Of `again`: what is repeated, as C++ writes it; null if the reader cannot say. */
  repeats: orNull(text),
});

export interface NamePiece extends Of<typeof namePiece> {}

export type PieceKind = NamePiece["kind"];
