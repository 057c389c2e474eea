/** Names of archive entries: bytes to text, and what is wrong with the text. */
import type { ArchiveProblemKind } from "../../facts/model.ts";

const strict = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
const lenient = new TextDecoder("utf-8", { ignoreBOM: true });

export interface EntryName {
  readonly path: string;
  /** The bytes are UTF-8, so `path` is exact. */
  readonly utf8: boolean;
}

/** Characters of one call; longer names take the general way. */
const SHORT_NAME = 512;

/** Reads a name as UTF-8 whatever the entry's flags say: wheels hold nothing else (the wheel specification, "File contents"). */
export function decodeName(bytes: Uint8Array): EntryName {
  // Nearly every name is ASCII and short, and a decoder costs more than all the rest of an entry.
  if (bytes.length < SHORT_NAME && bytes.every(isAscii)) {
    return { path: String.fromCharCode.apply(null, bytes as unknown as number[]), utf8: true };
  }
  try {
    return { path: strict.decode(bytes), utf8: true };
  } catch {
    return { path: lenient.decode(bytes), utf8: false };
  }
}

function isAscii(byte: number): boolean {
  return byte < 0x80;
}

/* Absolute, a drive letter, a backslash (a separator on Windows), or a `..` segment. */
const leavesArchive = /^\/|^[A-Za-z]:|\\|(?:^|\/)\.\.(?:\/|$)/;
const controlCharacter = /[\u0000-\u001f\u007f]/;

/** The problems of a decoded name, if any. */
export function nameProblems(path: string): ArchiveProblemKind[] {
  const kinds: ArchiveProblemKind[] = [];
  if (leavesArchive.test(path)) kinds.push("name-leaves-archive");
  if (controlCharacter.test(path)) kinds.push("name-control-character");
  return kinds;
}
