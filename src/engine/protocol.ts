/**
 * The types that cross the worker boundary and the engine's API, and nothing else. The page and the command line
 * both speak this. Results are data (`Outcome`); Comlink would strip the fields of a thrown error.
 */
import type { CxxClass } from "../facts/code-facts.ts";
import type { Outcome } from "../facts/inspect-error.ts";
import type { CommonNames } from "../facts/names/common-names.ts";
import type { SymbolFacts, WheelFacts } from "../facts/model.ts";

/** Names of dynamic symbols whose presence the report will judge; the reader passes on only these. */
export interface WatchList {
  readonly names: readonly string[];
  /** A symbol whose name contains one of these is passed on too (`PyUnicodeUCS2_`). */
  readonly contains: readonly string[];
}

/** What the worker opens: a `File` by reference (page), or a path (Node). */
export type SourceDescriptor =
  { readonly kind: "blob"; readonly blob: Blob } | { readonly kind: "path"; readonly path: string };

export interface Progress {
  /** `directory`: list of files; `libraries`: reading; `hashing`: SHA-256 on request. */
  readonly phase: "directory" | "libraries" | "hashing";
  /** Compressed bytes of the file done and in all (0 while unknown). */
  readonly bytesDone: number;
  readonly bytesTotal: number;
  readonly librariesDone: number;
  /** Native files found so far; grows, since only the first bytes of an entry tell. */
  readonly librariesFound: number;
  /** Path of the library most recently begun. */
  readonly current: string | null;
}

export interface SymbolQuery {
  readonly side: "imported" | "exported" | "all";
  /** Case-insensitive substring of the mangled or demangled name; empty: everything. */
  readonly text: string;
  /** Only symbols bound to this version, e.g. `GLIBC_2.34`; null: any. */
  readonly version: string | null;
  /** Only C++ names of this class; null: any symbol. */
  readonly cxx: CxxClass | null;
  readonly offset: number;
  /** At most 5,000 rows are given at a time. */
  readonly limit: number;
}

export interface SymbolRow extends SymbolFacts {
  /** The C++ or Rust name; null if `name` is not mangled. */
  readonly demangled: string | null;
  /** Null if `name` is no C++ name. */
  readonly cxx: CxxClass | null;
}

export interface SymbolPage {
  /** Rows that match, of which `rows` is the part asked for. */
  readonly total: number;
  readonly rows: readonly SymbolRow[];
}

export interface InspectOptions {
  readonly fileName: string;
  readonly watch: WatchList;
  /** Names kept per version need, 50 by default. */
  readonly evidenceLimit?: number;
  /**
   * Names that every system's C library has, by which it is told what nobody has. Asked for when a library wants a name that no file of
   * the wheel has; without it those names are facts too.
   */
  readonly commonNames?: () => Promise<CommonNames>;
  /** At most about 10 calls a second. */
  readonly onProgress?: (progress: Progress) => void;
  /** The link tables stay with the inspection (some 10 bytes a name), to look at several files together (`joinLinks`). */
  readonly keepLinks?: boolean;
  /** Aborting ends the workers; the outcome is the error `cancelled`. */
  readonly signal?: AbortSignal;
}

/** One opened file. Its workers are free for other files between two requests. */
export interface Inspection {
  readonly facts: WheelFacts;
  /** The link table of each library by its path; empty unless `keepLinks` was asked for. */
  readonly tables: ReadonlyMap<string, Uint8Array<ArrayBuffer>>;
  /** Full symbol list of one library, a page at a time; the library is read again when first asked for. */
  symbols(path: string, query: SymbolQuery): Promise<Outcome<SymbolPage>>;
  /** SHA-256 of the whole file in hex. */
  sha256(onProgress?: (progress: Progress) => void): Promise<Outcome<string>>;
  close(): void;
}
