/**
 * Hands the compressed bytes of one entry to the ELF reader: nothing but its first bytes decides whether it is native. What
 * goes wrong inside one library stays with that library.
 */
import { inspectError, type InspectError, type Outcome } from "../../facts/inspect-error.ts";
import type { ElfFacts } from "../../facts/model.ts";
import type { ByteSource } from "../byte-source.ts";
import type { EntryJob, ReadElf } from "../elf/elf-job.ts";
import type { ElfReader } from "../elf/elf.ts";
import { errorOf, Failure } from "../failure.ts";
import { limits } from "../limits.ts";
import { readPieces } from "./pieces.ts";
import type { ZipEntry } from "../zip/directory.ts";
import { bytesText } from "../zip/end.ts";
import { method } from "../zip/format.ts";

/** One native file, as far as a worker knows it. `error` is set exactly when `elf` is null. */
export interface ReadLibrary {
  readonly path: string;
  readonly elf: ElfFacts | null;
  readonly error: InspectError | null;
  /** Its link table; null where there is none. */
  readonly links: Uint8Array<ArrayBuffer> | null;
}

/** What a worker tells while it works: differences since the last time. */
export interface WorkerNews {
  /** Compressed bytes done. */
  readonly bytes: number;
  readonly found: number;
  readonly done: number;
  /** The library most recently begun. */
  readonly current: string | null;
}

/** The one ELF reader of a worker, shared by the jobs that are under way there. */
export interface NativeReader {
  reader(): ElfReader;
  /** After a trap its memory is in an unknown state: the next `reader()` is a new one. */
  discardReader(): void;
  tell(news: Partial<WorkerNews>): void;
  /** Waits for its turn with the reader; reads of the file go on meanwhile. */
  inTurn<T>(body: () => Promise<T>): Promise<T>;
}

/** Most entries tell by so many compressed bytes what they begin with. */
const START_BYTES = 1024;

/** An entry whose compressed bytes are at hand. Null if it is not native. */
export function readSmall(native: NativeReader, entry: ZipEntry, compressed: Uint8Array): ReadLibrary | null {
  const job = jobOf(entry);
  let outcome: Outcome<ReadElf>;
  try {
    const reader = native.reader();
    let kind = reader.sniff(compressed.subarray(0, START_BYTES), job.compression);
    if (kind === "more") kind = reader.sniff(compressed, job.compression);
    if (kind !== "elf") return null;
    native.tell({ found: 1, current: entry.path });
    outcome = tooLarge(entry) ?? reader.readWhole(job, compressed);
  } catch (thrown) {
    outcome = { ok: false, error: errorOf(thrown) };
  }
  return finish(native, entry, outcome);
}

/** An entry read piece by piece; `head` is the beginning of its data, which lies at `from` in the file. */
export async function readLarge(
  native: NativeReader,
  source: ByteSource,
  entry: ZipEntry,
  from: number,
  head: Uint8Array,
): Promise<ReadLibrary | null> {
  const job = jobOf(entry);
  let reported = 0;
  async function* pieces(at: number): AsyncGenerator<Uint8Array, void, undefined> {
    let position = at;
    for await (const piece of readPieces(source, from + at, from + job.compressedBytes, head, from)) {
      yield piece;
      position += piece.length;
      // Ranges that are read a second time are not reported again.
      if (position > reported) native.tell({ bytes: position - reported });
      reported = Math.max(reported, position);
    }
  }
  return native.inTurn(async () => {
    let outcome: Outcome<ReadElf> | null;
    try {
      const kind = native.reader().sniff(head, job.compression);
      if (kind !== "other") native.tell({ found: 1, current: entry.path });
      if (kind === "elf") outcome = tooLarge(entry) ?? (await native.reader().read(job, pieces));
      else outcome = kind === "more" ? hidden(entry) : null;
    } catch (thrown) {
      if (thrown instanceof Failure) throw thrown;
      outcome = { ok: false, error: errorOf(thrown) };
    }
    native.tell({ bytes: entry.compressedBytes - reported });
    return outcome === null ? null : finish(native, entry, outcome);
  });
}

export function jobOf(entry: ZipEntry): EntryJob {
  return {
    path: entry.path,
    compression: entry.method === method.stored ? "stored" : "deflate",
    compressedBytes: entry.compressedBytes,
    sizeBytes: entry.sizeBytes,
    crc32: entry.crc32,
  };
}

function finish(native: NativeReader, entry: ZipEntry, outcome: Outcome<ReadElf>): ReadLibrary {
  native.tell({ done: 1 });
  if (outcome.ok)
    return { path: entry.path, elf: outcome.value.facts, error: null, links: outcome.value.links };
  const { error } = outcome;
  if (error.id === "engine-crashed" || error.id === "out-of-memory") native.discardReader();
  return { path: entry.path, elf: null, error: { ...error, path: entry.path }, links: null };
}

function tooLarge(entry: ZipEntry): Outcome<ReadElf> | null {
  if (entry.sizeBytes <= limits.libraryBytes) return null;
  return { ok: false, error: inspectError("entry-too-large", { detail: bytesText(entry.sizeBytes) }) };
}

/** A deflate stream can be made to say nothing for as long as one likes; no packer makes one. */
function hidden(entry: ZipEntry): Outcome<ReadElf> {
  const detail = `its first ${bytesText(limits.headBytes)} unpack to nothing`;
  return { ok: false, error: inspectError("library-unreadable", { path: entry.path, detail }) };
}
