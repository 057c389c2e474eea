/**
 * The closed list of what can go wrong while a file is read. Errors are data: they cross the worker boundary, appear in
 * reports and are tested word for word. `title`, `sentence` and `advice` are what a person sees.
 */
export const INSPECT_ERROR_IDS = [
  "not-a-zip",
  "not-a-wheel",
  "source-release",
  "conda-package",
  "foreign-library",
  "zip-damaged",
  "zip-encrypted",
  "zip-multi-disk",
  "too-many-entries",
  "too-large",
  "entry-too-large",
  "compression-bomb",
  "unsupported-compression",
  "checksum-mismatch",
  "size-mismatch",
  "library-unreadable",
  "library-truncated",
  "library-limit",
  "dist-info-missing",
  "read-failed",
  "engine-crashed",
  "out-of-memory",
  "cancelled",
  "link-damaged",
  "link-too-new",
  "report-unreadable",
  "link-too-long",
] as const;

export type InspectErrorId = (typeof INSPECT_ERROR_IDS)[number];

export interface InspectError {
  readonly id: InspectErrorId;
  /** The entry of the archive concerned, where it is one. */
  readonly path: string | null;
  /** What exactly, for the folded details: a figure, a table's name. Never a stack trace. */
  readonly detail: string | null;
  /** Byte offset inside the file or entry, where known. */
  readonly offset: number | null;
}

/** An outcome as data: errors are not thrown across the worker boundary, which would strip their fields. */
export type Outcome<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: InspectError };

export function inspectError(
  id: InspectErrorId,
  fields: Partial<Omit<InspectError, "id">> = {},
): InspectError {
  // Beyond 2^53 a number has lost digits, and no file has such a place: hostile headers speak of it.
  const offset = fields.offset !== undefined && Number.isSafeInteger(fields.offset) ? fields.offset : null;
  return { id, path: fields.path ?? null, detail: fields.detail ?? null, offset };
}
