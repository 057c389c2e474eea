/**
 * Reads ELF libraries out of compressed bytes, through the WebAssembly module of `wasm/`. Bytes are pushed as they come; the
 * reader may ask for some of them a second time.
 */
import { inspectError, type Outcome } from "../core/inspect-error.ts";
import type { ElfFacts } from "../core/model.ts";
import { parseError, parseFacts, parseHash, parsePage } from "./elf-json.ts";
import { instantiate, sniffed, status, type ElfModule } from "./elf-module.ts";
import type { SymbolPage, SymbolQuery, WatchList } from "./protocol.ts";

export { ReaderTrap } from "./elf-module.ts";

export interface ReaderOptions {
  readonly watch: WatchList;
  /** Symbol names kept per version need. */
  readonly evidenceLimit: number;
}

/** One entry as the archive's directory describes it. */
export interface EntryJob {
  /** Its file name tells which init function makes it an extension module. */
  readonly path: string;
  readonly compression: "stored" | "deflate";
  readonly compressedBytes: number;
  readonly sizeBytes: number;
  /** Null: unknown (a library outside an archive), not checked. */
  readonly crc32: number | null;
}

/** Compressed bytes of one entry from an offset on, in pieces of any size; called again for ranges read a second time. */
export type Pieces = (from: number) => AsyncIterable<Uint8Array>;

/**
 * Several entries may be read at a time. Errors of the input are outcomes; a `ReaderTrap` is thrown when the module itself
 * fails, and the reader must not be used after it.
 */
export interface ElfReader {
  /** First bytes decide. `start`: the first compressed bytes of an entry. "more": give a longer start. */
  sniff(start: Uint8Array, compression: "stored" | "deflate"): "elf" | "other" | "more";
  read(job: EntryJob, pieces: Pieces): Promise<Outcome<ElfFacts>>;
  /** Small libraries whose compressed bytes are all at hand: the same without promises. */
  readWhole(job: EntryJob, compressed: Uint8Array): Outcome<ElfFacts>;
  /** A page of the dynamic symbols. The entry is read first, unless it was the last one asked for; reading others drops it. */
  symbols(job: EntryJob, pieces: Pieces, query: SymbolQuery): Promise<Outcome<SymbolPage>>;
  /** Streaming SHA-256. */
  sha256(): { update(piece: Uint8Array): void; hex(): string };
  /** Size of the module's memory; it never shrinks. */
  memoryBytes(): number;
}

/** Bytes given to the module at a time: its input buffer is no larger. */
const PUSH_BYTES = 1 << 20;

const sides = { imported: 0, exported: 1, all: 2 } as const;

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
      if (answer === sniffed.elf) return "elf";
      return answer === sniffed.more ? "more" : "other";
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
          sides[query.side],
          text.length,
          version === null ? -1 : version.length,
          Math.max(0, query.offset),
          Math.max(0, query.limit),
        ),
      );
      return state === status.complete
        ? { ok: true, value: parsePage(elf.answer()) }
        : { ok: false, error: parseError(elf.answer(), job.path) };
    },
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

/**
 * What the reader wants next, or its answer. Taken from the module in the same turn as the call: it has one output, and
 * other sessions go on at every `await`.
 */
type Step =
  | { readonly kind: "more" }
  | { readonly kind: "seek"; readonly offset: number }
  | { readonly kind: "answer"; readonly outcome: Outcome<ElfFacts> };

function stepOf(elf: ElfModule, job: EntryJob, state: number): Step {
  if (state === status.more) return { kind: "more" };
  if (state === status.seek) return { kind: "seek", offset: elf.call((exports) => exports.seek_offset()) };
  const text = elf.answer();
  const outcome: Outcome<ElfFacts> =
    state === status.complete
      ? { ok: true, value: parseFacts(text) }
      : { ok: false, error: parseError(text, job.path) };
  return { kind: "answer", outcome };
}

/** Pushes until the reader has what it wants, asking for other pieces whenever it seeks. */
async function feed(
  elf: ElfModule,
  session: number,
  job: EntryJob,
  pieces: Pieces,
): Promise<Outcome<ElfFacts>> {
  let from = 0;
  for (;;) {
    let step: Step = { kind: "more" };
    for await (const piece of pieces(from)) {
      step = pushAll(elf, session, job, piece);
      if (step.kind !== "more") break;
    }
    if (step.kind === "more") step = finish(elf, session, job);
    if (step.kind === "answer") return step.outcome;
    from = step.offset;
  }
}

/** Pushes a piece in parts; stops early when the reader wants nothing more of it. */
function pushAll(elf: ElfModule, session: number, job: EntryJob, piece: Uint8Array): Step {
  for (let at = 0; at < piece.length; at += PUSH_BYTES) {
    const length = elf.write(piece.subarray(at, at + PUSH_BYTES));
    const state = elf.call((exports) => exports.push(session, length));
    if (state !== status.more) return stepOf(elf, job, state);
  }
  return { kind: "more" };
}

/** Tells the reader that there are no more compressed bytes; it then never wants more. */
function finish(elf: ElfModule, session: number, job: EntryJob): Exclude<Step, { kind: "more" }> {
  const step = stepOf(
    elf,
    job,
    elf.call((exports) => exports.finish(session)),
  );
  if (step.kind === "more") throw new TypeError("The ELF reader waits for bytes after the end.");
  return step;
}

function sameEntry(one: EntryJob, other: EntryJob): boolean {
  return (
    one.path === other.path &&
    one.crc32 === other.crc32 &&
    one.sizeBytes === other.sizeBytes &&
    one.compressedBytes === other.compressedBytes
  );
}
