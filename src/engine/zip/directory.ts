/**
 * The central directory of a zip archive (APPNOTE 4.3.12): every entry with its exact place, and everything odd about
 * it. Nothing of the archive's content is read; the directory alone is held in memory.
 */
import type { ArchiveProblems } from "./archive-problems.ts";
import { readExactly, type ByteSource } from "../byte-source.ts";
import { fail } from "../failure.ts";
import { limits } from "../limits.ts";
import { Pace } from "../pace.ts";
import { widen } from "./extra.ts";
import { bytesText, findDirectory, type DirectoryPlace } from "./end.ts";
import { fixedBytes, flag, isForeign, method, readDirectoryEntry, signature, viewOf } from "./format.ts";
import { decodeName, nameProblems } from "./names.ts";

export interface ZipEntry {
  /** The name, decoded; a directory's ends with `/`. */
  readonly path: string;
  /** Offset of the local header in the file, bytes before the archive included. */
  readonly offset: number;
  readonly flags: number;
  readonly method: number;
  /** Null: unknown (a file that is one bare library). */
  readonly crc32: number | null;
  readonly compressedBytes: number;
  readonly sizeBytes: number;
  /** Length of the name as stored. */
  readonly nameBytes: number;
  /**
   * `file`: to be looked into. `directory`: no content. `superseded`: a later entry has the same name, and that one is what
   * unpacking leaves behind. `unreadable`: encrypted, or packed by an unknown method.
   */
  readonly kind: "file" | "directory" | "superseded" | "unreadable";
}

export interface ZipDirectory {
  /** In the order of the directory. */
  readonly entries: readonly ZipEntry[];
  /** First and one past the last byte of the directory in the file. */
  readonly from: number;
  readonly to: number;
  /** Bytes before the archive. */
  readonly shift: number;
}

/** Null if the file has no zip directory at all. Throws a `Failure` for one that cannot be read. */
export async function readDirectory(
  source: ByteSource,
  problems: ArchiveProblems,
): Promise<ZipDirectory | null> {
  const place = await findDirectory(source, problems);
  if (place === null) return null;
  if (place.entries > limits.entries) tooManyEntries(place.entries);
  if (place.to - place.from > limits.directoryBytes) {
    fail("too-large", { detail: `a directory of ${bytesText(place.to - place.from)}` });
  }
  const bytes = await readExactly(source, place.from, place.to);
  const entries = supersede(await readEntries(bytes, place, problems), problems);
  checkSizes(entries, place, source.size, problems);
  return { entries, from: place.from, to: place.to, shift: place.shift };
}

const ENTRIES_BETWEEN_RESTS = 1024;

async function readEntries(
  bytes: Uint8Array,
  place: DirectoryPlace,
  problems: ArchiveProblems,
): Promise<ZipEntry[]> {
  const pace = new Pace();
  const view = viewOf(bytes);
  const entries: ZipEntry[] = [];
  let at = 0;
  while (at < bytes.length) {
    const next =
      at + fixedBytes.directoryEntry <= bytes.length ? readEntry(bytes, view, at, place, problems) : null;
    if (next === null) {
      return fail("zip-damaged", { detail: "the directory breaks off", offset: place.from + at });
    }
    entries.push(next.entry);
    if (entries.length > limits.entries) tooManyEntries(entries.length);
    at = next.end;
    if (entries.length % ENTRIES_BETWEEN_RESTS === 0) await pace.rest();
  }
  if (entries.length !== place.entries) {
    problems.add("directory-count-differs", null, `${place.entries} stated, ${entries.length} found`);
  }
  return entries;
}

function readEntry(
  bytes: Uint8Array,
  view: DataView,
  at: number,
  place: DirectoryPlace,
  problems: ArchiveProblems,
): { entry: ZipEntry; end: number } | null {
  if (view.getUint32(at, true) !== signature.directoryEntry) return null;
  const header = readDirectoryEntry(view, at);
  const nameAt = at + fixedBytes.directoryEntry;
  const extraAt = nameAt + header.nameBytes;
  const end = extraAt + header.extraBytes + header.commentBytes;
  if (end > bytes.length) return null;

  const name = decodeName(bytes.subarray(nameAt, extraAt));
  const { path } = name;
  const wide = widen(header, view, extraAt);
  const offset = wide.localHeaderOffset + place.shift;
  if (wide.disk !== 0) fail("zip-multi-disk", { path });
  // Python's zipfile refuses the whole archive ("Corrupt extra field"), and with it pip.
  if (wide.cutOff) {
    fail("zip-damaged", { path, detail: "an extra field runs past its end", offset: place.from + at });
  }
  if (wide.missing)
    fail("zip-damaged", { path, detail: "its Zip64 sizes are missing", offset: place.from + at });
  if (offset + fixedBytes.localHeader + header.nameBytes + wide.compressedBytes > place.from) {
    fail("zip-damaged", { path, detail: "its data would lie past the end of the archive", offset });
  }

  if (!name.utf8) problems.add("name-not-utf8", path);
  for (const kind of nameProblems(path)) problems.add(kind, path);
  if (wide.odd !== null) problems.add("zip64-extra-odd", path, wide.odd);
  if (header.commentBytes > 0) problems.add("entry-comment", path, bytesText(header.commentBytes));

  const { flags } = header;
  const encrypted = (flags & (flag.encrypted | flag.strongEncryption)) !== 0;
  const known = header.method === method.stored || header.method === method.deflate;
  if (encrypted) problems.add("encrypted-entry", path);
  if (!known) {
    const foreign = isForeign(header.method);
    problems.add(
      foreign ? "foreign-compression" : "unsupported-compression",
      path,
      `method ${header.method}`,
    );
  }
  const entry: ZipEntry = {
    path,
    offset,
    flags,
    method: header.method,
    crc32: header.crc32,
    compressedBytes: wide.compressedBytes,
    sizeBytes: wide.sizeBytes,
    nameBytes: header.nameBytes,
    kind: path.endsWith("/") ? "directory" : encrypted || !known ? "unreadable" : "file",
  };
  return { entry, end };
}

/** Of several entries with one name, the last is what unpacking leaves behind. Names are keys of a Map: they are hostile. */
function supersede(entries: readonly ZipEntry[], problems: ArchiveProblems): ZipEntry[] {
  const last = new Map<string, number>();
  for (const [index, { path }] of entries.entries()) {
    if (last.has(path)) problems.add("duplicate-name", path);
    last.set(path, index);
  }
  if (last.size === entries.length) return [...entries];
  return entries.map((entry, index) =>
    last.get(entry.path) === index ? entry : { ...entry, kind: "superseded" },
  );
}

/** Archive-wide limits: work stays in proportion to the size of the file. */
function checkSizes(
  entries: readonly ZipEntry[],
  place: DirectoryPlace,
  fileBytes: number,
  problems: ArchiveProblems,
): void {
  let unpacked = 0;
  let packed = 0;
  for (const entry of entries) {
    unpacked += entry.sizeBytes;
    packed += fixedBytes.localHeader + entry.nameBytes + entry.compressedBytes;
  }
  // A few entries that share their data are a problem for the list; thousands of them are an attack.
  if (packed > 2 * place.from) fail("zip-damaged", { detail: "the entries lie over each other" });
  const ratio = unpacked / fileBytes;
  if (unpacked > limits.bombBytes && ratio > limits.bombRatio) {
    fail("compression-bomb", { detail: `${bytesText(unpacked)} from ${bytesText(fileBytes)}` });
  }
  if (unpacked > limits.unpackedFreeBytes && ratio > limits.unpackedRatio) {
    problems.add("compression-ratio", null, `${Math.round(ratio)} to 1`);
  }
}

function tooManyEntries(count: number): never {
  return fail("too-many-entries", { detail: `${count}, at most ${limits.entries}` });
}
