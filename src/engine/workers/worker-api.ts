/**
 * The body of a worker: the questions it answers, over Comlink. The page's worker file and the command line's only say how
 * a source is opened and which endpoint to speak on.
 */
import { expose, releaseProxy, transfer, type Endpoint, type ProxyMethods } from "comlink";
import type { NameFacts } from "../../facts/code-facts.ts";
import type { NamePiece } from "../../facts/name-pieces.ts";
import type { Outcome } from "../../facts/inspect-error.ts";
import { readExactly, type ByteSource } from "../byte-source.ts";
import { createReader, type ElfReader, type ReaderOptions } from "../elf/elf.ts";
import { errorOf, fail, Failure, outcomeOf } from "../failure.ts";
import type { Job } from "./jobs.ts";
import { limits } from "../limits.ts";
import { readPieces } from "./pieces.ts";
import type { SourceDescriptor, SymbolPage, SymbolQuery } from "../protocol.ts";
import { readJob, type JobResult } from "./read-job.ts";
import { jobOf, readLarge, type NativeReader, type ReadLibrary, type WorkerNews } from "./read-library.ts";
import type { ZipEntry } from "../zip/directory.ts";

export type OpenSource = (source: SourceDescriptor) => Promise<ByteSource>;
export type MakeReader = (module: WebAssembly.Module, options: ReaderOptions) => ElfReader;

/** An entry together with where its data begins in the file. */
export interface PlacedEntry {
  readonly entry: ZipEntry;
  readonly dataFrom: number;
}

/** All methods return outcomes: Comlink strips the fields of what is thrown. */
export interface WorkerApi {
  /** Opens a file and makes a fresh reader for it; what was open before is let go. News comes at most 10 times a second. */
  open(
    source: SourceDescriptor,
    module: WebAssembly.Module,
    options: ReaderOptions,
    onNews: (news: WorkerNews) => void,
  ): Promise<Outcome<null>>;
  readJob(job: Job): Promise<Outcome<JobResult>>;
  /** A file that is one library: an entry without an archive. */
  readBare(entry: PlacedEntry): Promise<Outcome<ReadLibrary | null>>;
  symbols(entry: PlacedEntry, query: SymbolQuery): Promise<Outcome<SymbolPage>>;
  /** What can be said of names alone; no file need be open. */
  names(module: WebAssembly.Module, names: readonly string[]): Promise<Outcome<readonly NameFacts[]>>;
  /** Mangled names letter by letter; no file need be open. */
  pieces(
    module: WebAssembly.Module,
    names: readonly string[],
  ): Promise<Outcome<readonly (readonly NamePiece[])[]>>;
  /** SHA-256 of the bytes given, or of the whole file, in hex. The latter tells its bytes as news. */
  sha256(bytes: Uint8Array | null): Promise<Outcome<string>>;
  /** Lets go of the file and of the reader's memory. */
  close(): void;
}

/**
 * Serves `WorkerApi` on an endpoint; `makeReader` is replaced only by tests. Gives a function that lets go of the open file, for
 * an endpoint that ends while its thread lives on.
 */
export function exposeWorkerApi(
  open: OpenSource,
  endpoint: Endpoint,
  makeReader: MakeReader = createReader,
): () => void {
  const api = createWorkerApi(open, makeReader);
  expose(api, endpoint);
  return () => api.close();
}

export function createWorkerApi(open: OpenSource, makeReader: MakeReader): WorkerApi {
  let opened: Opened | null = null;
  /** Counts what was opened and closed: a file that arrives after its turn is let go at once. */
  let turn = 0;

  const withOpened = <T>(body: (opened: Opened) => Promise<T>): Promise<Outcome<T>> =>
    outcomeOf(() => (opened === null ? fail("read-failed", { detail: "no file is open" }) : body(opened)));

  function close(): void {
    turn += 1;
    opened?.close();
    opened = null;
  }

  return {
    open: (source, module, options, onNews) =>
      outcomeOf(async () => {
        close();
        const mine = turn;
        const bytes = await open(source).catch((thrown: unknown) =>
          fail("read-failed", { detail: errorOf(thrown).detail }),
        );
        if (mine !== turn) {
          bytes.close?.();
          fail("cancelled");
        }
        opened = new Opened(bytes, () => makeReader(module, options), onNews);
        // Made now, while the main side still reads the directory.
        opened.reader();
        return null;
      }),

    readJob: async (job) => {
      const outcome = await withOpened(async (at) => {
        const result = await readJob(at.source, at, job);
        at.flush();
        return result;
      });
      return outcome.ok ? withLinksMoved(outcome, outcome.value.libraries) : outcome;
    },

    readBare: async ({ entry, dataFrom }) => {
      const outcome = await withOpened(async (at) => {
        const head = await readExactly(at.source, 0, Math.min(at.source.size, limits.headBytes));
        const library = await readLarge(at, at.source, entry, dataFrom, head);
        at.flush();
        return library;
      });
      return outcome.ok && outcome.value !== null ? withLinksMoved(outcome, [outcome.value]) : outcome;
    },

    async symbols({ entry, dataFrom }, query) {
      const outcome = await withOpened((at) =>
        at.inTurn(async () => {
          const pieces = (from: number): AsyncIterable<Uint8Array> =>
            readPieces(at.source, dataFrom + from, dataFrom + entry.compressedBytes);
          try {
            return await at.reader().symbols(jobOf(entry), pieces, query);
          } catch (thrown) {
            if (!(thrown instanceof Failure)) at.discardReader();
            throw thrown;
          }
        }),
      );
      return outcome.ok ? outcome.value : outcome;
    },

    // A reader of its own, dropped at once: the open file's may be busy.
    names: (module, names) => outcomeOf(() => makeReader(module, NO_WATCH).names(names)),

    pieces: (module, names) => outcomeOf(() => makeReader(module, NO_WATCH).pieces(names)),

    sha256: (bytes) =>
      withOpened(async (at) => {
        const hash = at.reader().sha256();
        if (bytes !== null) hash.update(bytes);
        else {
          for await (const piece of readPieces(at.source, 0, at.source.size)) {
            hash.update(piece);
            at.tell({ bytes: piece.length });
          }
          at.flush();
        }
        return hash.hex();
      }),

    close,
  };
}

const NO_WATCH: ReaderOptions = { watch: { names: [], contains: [] }, evidenceLimit: 0 };

/** News at most so often. */
const NEWS_EVERY_MS = 100;

class Opened implements NativeReader {
  readonly source: ByteSource;
  readonly #makeReader: () => ElfReader;
  #onNews: (news: WorkerNews) => void;
  #reader: ElfReader | null = null;
  #lastTurn: Promise<unknown> = Promise.resolve();
  #unreported: WorkerNews = NO_NEWS;
  #toldAt = 0;

  constructor(source: ByteSource, makeReader: () => ElfReader, onNews: (news: WorkerNews) => void) {
    this.source = source;
    this.#makeReader = makeReader;
    this.#onNews = onNews;
  }

  reader(): ElfReader {
    return (this.#reader ??= this.#makeReader());
  }

  discardReader(): void {
    this.#reader = null;
  }

  inTurn<T>(body: () => Promise<T>): Promise<T> {
    const turn = this.#lastTurn.then(body);
    this.#lastTurn = turn.catch(() => undefined);
    return turn;
  }

  tell(news: Partial<WorkerNews>): void {
    const { bytes, found, done, current } = this.#unreported;
    this.#unreported = {
      bytes: bytes + (news.bytes ?? 0),
      found: found + (news.found ?? 0),
      done: done + (news.done ?? 0),
      current: news.current ?? current,
    };
    if (performance.now() - this.#toldAt >= NEWS_EVERY_MS) this.flush();
  }

  /** Lets go of the file, and of the port on which news was sent: one left open keeps a program from ending. */
  close(): void {
    this.source.close?.();
    (this.#onNews as Partial<ProxyMethods>)[releaseProxy]?.();
    this.#onNews = () => undefined;
  }

  flush(): void {
    if (this.#unreported === NO_NEWS) return;
    this.#onNews(this.#unreported);
    this.#unreported = NO_NEWS;
    this.#toldAt = performance.now();
  }
}

const NO_NEWS: WorkerNews = { bytes: 0, found: 0, done: 0, current: null };

/** Link tables change hands: a large one need not be copied. */
function withLinksMoved<T>(value: T, libraries: readonly ReadLibrary[]): T {
  return transfer(
    value,
    libraries.flatMap(({ links }) => (links === null ? [] : [links.buffer])),
  );
}
