/** A mangled C++ name in pieces, each with the words for what it stands for. The pieces are the ELF reader's. */
import type { NamePiece } from "../../../facts/name-pieces.ts";
import { meaningOf } from "./piece-words.ts";

/** What a piece says of the ABI; `again` repeats an earlier part, `unread` is a form that is not taken apart. */
export type PieceTone = "plain" | "new" | "old" | "libc++" | "again" | "unread";

export interface Piece {
  /** Letters of the name; those of all pieces together are the name. */
  readonly text: string;
  /** What they stand for, without a full stop. */
  readonly meaning: string;
  readonly tone: PieceTone;
  /** How many parts it is inside of. */
  readonly depth: number;
}

/** Those of `name`; the reader gives none of what is nobody's symbol. */
export function describePieces(name: string, pieces: readonly NamePiece[]): readonly Piece[] {
  if (pieces.length === 0 && name !== "")
    return [{ text: name, meaning: "not taken apart here", tone: "unread", depth: 0 }];
  return pieces.map((piece, at) => {
    const { text, depth } = piece;
    const meaning = led(piece, meaningOf(piece, pieces[at - 1] ?? null));
    return { text, meaning, tone: toneOf(piece), depth };
  });
}

/** A name that is not taken apart yet. */
export const wholeName = (name: string): readonly Piece[] => [
  { text: name, meaning: "not taken apart", tone: "plain", depth: 0 },
];

/** A lone `void` is no parameter at all. */
function led({ text, parameter }: NamePiece, meaning: string): string {
  if (parameter === null) return meaning;
  if (parameter === 0) return `result: ${meaning}`;
  return parameter === 1 && text === "v" ? "no parameters" : `parameter ${String(parameter)}: ${meaning}`;
}

function toneOf({ kind, abi }: NamePiece): PieceTone {
  if (kind === "again") return "again";
  if (kind === "unread" || kind === "overlong") return "unread";
  return abi === "new" || abi === "old" || abi === "libc++" ? abi : "plain";
}
