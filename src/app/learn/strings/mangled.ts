/** A mangled C++ name, taken apart into pieces that together are the whole name, letter by letter. */
import { NameReader } from "./mangled-reader.ts";
import { Unreadable } from "./mangled-scanner.ts";

/** What a piece says of the ABI; `again` repeats an earlier part, `unread` is a form that is not taken apart here. */
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

/** Longer names are not taken apart: nobody reads a thousand pieces. */
const LONGEST = 2000;

/** Never fails: what cannot be taken apart is one piece in the end. */
export function piecesOf(name: string): readonly Piece[] {
  if (!name.startsWith("_Z")) {
    const meaning = name.startsWith("_R")
      ? "a mangled name of Rust, not taken apart here"
      : "not a mangled C++ name; names of C have no types in them";
    return [{ text: name, meaning, tone: "plain", depth: 0 }];
  }
  if (name.length > LONGEST) return [unread(name, "too long to be taken apart here")];
  const reader = new NameReader(name);
  try {
    reader.read();
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
  }
  const read = reader.pieces.reduce((letters, { text }) => letters + text.length, 0);
  const rest = name.slice(read);
  return rest === ""
    ? reader.pieces
    : [...reader.pieces, unread(rest, "the rest: a rarer form, not taken apart here")];
}

const unread = (text: string, meaning: string): Piece => ({ text, meaning, tone: "unread", depth: 0 });
