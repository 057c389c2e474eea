/**
 * Reads ELF libraries out of compressed bytes, through the WebAssembly module of `wasm/`. Bytes are pushed as they come; the
 * reader may ask for some of them a second time.
 */
import type { NameFacts } from "../../facts/code-facts.ts";
import type { NamePiece } from "../../facts/name-pieces.ts";
import { inspectError, type Outcome } from "../../facts/inspect-error.ts";
import { CLASS_CODES, SIDES, SNIFFED, STATUS } from "../../facts/reader-lists.ts";
import { feed, finish, PUSH_BYTES, pushAll } from "./elf-feed.ts";
import { parseError, parseHash, parsePage } from "./elf-json.ts";
import type { EntryJob, Pieces, ReadElf } from "./elf-job.ts";
import { instantiate, type ElfModule } from "./elf-module.ts";
import type { SymbolPage, SymbolQuery, WatchList } from "../protocol.ts";
import { readNames, readPieces } from "./read-names.ts";

export { ReaderTrap } from "./elf-module.ts";

export interface ReaderOptions {
  readonly watch: WatchList;
  /** Symbol names kept per version need. */
  readonly evidenceLimit: number;
}

/**
 * Several entries may be read at a time. Errors of the input are outcomes; a `ReaderTrap` is thrown when the module itself
 * fails, and the reader must not be used after it.
 */
export interface ElfReader {
  /** First bytes decide. `start`: the first compressed bytes of an entry. "more": give a longer start. */
  sniff(start: Uint8Array, compression: "stored" | "deflate"): "elf" | "other" | "more";
  read(job: EntryJob, pieces: Pieces): Promise<Outcome<ReadElf>>;
  /** Small libraries whose compressed bytes are all at hand: the same without promises. */
  readWhole(job: EntryJob, compressed: Uint8Array): Outcome<ReadElf>;
  /** A page of the dynamic symbols. The entry is read first, unless it was the last one asked for; reading others drops it. */
  symbols(job: EntryJob, pieces: Pieces, query: SymbolQuery): Promise<Outcome<SymbolPage>>;
  /** What can be said of names alone, in their order; of those beyond the limits (limits.ts) nothing is. */
  names(names: readonly string[]): readonly NameFacts[];
  /** Mangled names letter by letter, in their order; no pieces of those beyond the limits. */
  pieces(names: readonly string[]): readonly (readonly NamePiece[])[];
  /** Streaming SHA-256. */
  sha256(): { update(piece: Uint8Array): void; hex(): string };
  /** Size of the module's memory; it never shrinks. */
  memoryBytes(): number;
}

export function createReader(module: WebAssembly.Module, options: ReaderOptions): ElfReader {
  const elf = instantiate(module);
  const encoder = new TextEncoder();
  configure(elf, encoder, options);
  /** The library whose tables are kept for further pages. */
  let kept: { readonly job: EntryJob; readonly session: number } | null = null;

  function drop(): void {
    if (kept === null) return;
    const { session } = kept;
    kept = null;
    elf.call((reader) => {
      reader.close(session);
    });
  }

  /** Null: the answer is an error. */
  function open(job: EntryJob): number | null {
    const path = elf.write(encoder.encode(job.path));
    const deflate = job.compression === "deflate" ? 1 : 0;
    const session = elf.call((reader) =>
      reader.open(path, deflate, job.compressedBytes, job.sizeBytes, job.crc32 ?? -1),
    );
    return session < 0 ? null : session;
  }

  /** Opens a session, lets `feed` read the entry, and keeps the session only when it is asked to and it is complete. */
  async function inSession<T>(
    job: EntryJob,
    feed: (session: number) => Promise<Outcome<T>>,
    keep: boolean,
  ): Promise<Outcome<T>> {
    drop();
    const session = open(job);
    if (session === null) return { ok: false, error: parseError(elf.answer(), job.path) };
    let done = false;
    try {
      const outcome = await feed(session);
      done = outcome.ok;
      return outcome;
    } finally {
      if (done && keep) {
        drop();
        kept = { job, session };
      } else {
        elf.call((reader) => {
          reader.close(session);
        });
      }
    }
  }

  const reader: ElfReader = {
    sniff(start, compression) {
      const length = elf.write(start);
      const answer = elf.call((exports) => exports.sniff(length, compression === "deflate" ? 1 : 0));
      if (answer === SNIFFED.elf) return "elf";
      return answer === SNIFFED.more ? "more" : "other";
    },
    read: (job, pieces) => inSession(job, (session) => feed(elf, session, job, pieces), false),
    readWhole(job, compressed) {
      drop();
      const session = open(job);
      if (session === null) return { ok: false, error: parseError(elf.answer(), job.path) };
      let from = 0;
      for (;;) {
        const pushed = pushAll(elf, session, job, compressed.subarray(from));
        const step = pushed.kind === "more" ? finish(elf, session, job) : pushed;
        if (step.kind === "seek") {
          from = step.offset;
          continue;
        }
        elf.call((exports) => {
          exports.close(session);
        });
        return step.outcome;
      }
    },
    async symbols(job, pieces, query) {
      if (kept === null || !sameEntry(kept.job, job)) {
        const read = await inSession(job, (session) => feed(elf, session, job, pieces), true);
        if (!read.ok) return read;
      }
      const session = kept?.session;
      // Another entry was read in between; the caller asks in turn, so this is not expected.
      if (session === undefined) return { ok: false, error: inspectError("cancelled", { path: job.path }) };
      const text = encoder.encode(query.text);
      const version = query.version === null ? null : encoder.encode(query.version);
      elf.write(text, version ?? new Uint8Array());
      const state = elf.call((exports) =>
        exports.symbols(
          session,
          SIDES[query.side],
          text.length,
          version === null ? -1 : version.length,
          query.cxx === null ? -1 : CLASS_CODES[query.cxx],
          Math.max(0, query.offset),
          Math.max(0, query.limit),
        ),
      );
      return state === STATUS.complete
        ? { ok: true, value: parsePage(elf.answer()) }
        : { ok: false, error: parseError(elf.answer(), job.path) };
    },
    names: (names) => readNames(elf, encoder, names),
    pieces: (names) => readPieces(elf, encoder, names),
    sha256() {
      const hash = elf.call((exports) => exports.sha256_open());
      return {
        update(piece) {
          for (let at = 0; at < piece.length; at += PUSH_BYTES) {
            const length = elf.write(piece.subarray(at, at + PUSH_BYTES));
            elf.call((exports) => {
              exports.sha256_update(hash, length);
            });
          }
        },
        hex() {
          elf.call((exports) => {
            exports.sha256_finish(hash);
          });
          return parseHash(elf.answer());
        },
      };
    },
    memoryBytes: () => elf.memoryBytes(),
  };
  return reader;
}

function configure(elf: ElfModule, encoder: TextEncoder, options: ReaderOptions): void {
  const names = encoder.encode(options.watch.names.join("\0"));
  const contains = encoder.encode(options.watch.contains.join("\0"));
  elf.write(names, contains);
  elf.call((exports) => {
    exports.configure(names.length, contains.length, options.evidenceLimit);
  });
}

function sameEntry(one: EntryJob, other: EntryJob): boolean {
  return (
    one.path === other.path &&
    one.crc32 === other.crc32 &&
    one.sizeBytes === other.sizeBytes &&
    one.compressedBytes === other.compressedBytes
  );
}
