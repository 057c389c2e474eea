/**
 * The reader's answers are JSON text from WebAssembly. They are checked here, once, against the descriptions of src/facts; past this
 * file they are typed. A fact that the crate gives and nobody describes is refused, as is one that it does not give.
 */
import { misfit } from "../../facts/conforms.ts";
import {
  count,
  listOf,
  name,
  oneWord,
  orNull,
  oneOf,
  row,
  text,
  type Described,
} from "../../facts/describe.ts";
import { elf, symbol } from "../../facts/elf.ts";
import { inspectError, type InspectError, type InspectErrorId } from "../../facts/inspect-error.ts";
import type { ElfFacts } from "../../facts/model.ts";
import { namePiece, type NamePiece } from "../../facts/name-pieces.ts";
import type { NameFacts } from "../../facts/code-facts.ts";
import { CXX_CLASSES, READER_ERROR_IDS } from "../../facts/reader-lists.ts";
import type { SymbolPage } from "../protocol.ts";

const cxxClass = orNull(oneOf(CXX_CLASSES));
const symbolRow = row({ ...symbol.fields, demangled: orNull(name), cxx: cxxClass });
const page = row({ total: count, rows: listOf(symbolRow) });
const pieces = listOf(listOf(namePiece));
const names = listOf(row({ name, demangled: orNull(name), cxx: cxxClass }));

/** The reader's errors are some of ours; one that is not among them does not compile. */
const errorIds: readonly InspectErrorId[] = READER_ERROR_IDS;
const error = row({ id: oneWord(errorIds), detail: text, offset: orNull(count) });

export const parseFacts = (json: string): ElfFacts => parse(json, elf, "facts");

export const parsePage = (json: string): SymbolPage => parse(json, page, "symbols");

export const parseNames = (json: string): readonly NameFacts[] => parse(json, names, "names");

export const parsePieces = (json: string): readonly (readonly NamePiece[])[] => parse(json, pieces, "pieces");

export const parseHash = (json: string): string => parse(json, text, "hash");

/** `path`: the entry that was being read. */
export function parseError(json: string, path: string): InspectError {
  const { id, detail, offset } = parse(json, error, "error");
  return inspectError(id, { path, detail, offset });
}

/** Throws a `TypeError` if the module and the descriptions disagree: that is a bug of ours, not of the library. */
function parse<T>(json: string, description: Described<T>, what: string): T {
  const value: unknown = JSON.parse(json);
  const found = misfit(description, value);
  if (found !== null) throw new TypeError(`The ELF reader gave malformed ${what}: ${found}.`);
  return value as T;
}
