/**
 * The engine's API: a file in, facts out, by as many workers as it is given. Runs the same in the page and in Node; how
 * a worker is started and a file is opened is the caller's business.
 */
import type { Remote } from "comlink";
import type { NameFacts } from "../facts/code-facts.ts";
import type { CommonNames } from "../facts/names/common-names.ts";
import type { NamePiece } from "../facts/name-pieces.ts";
import { inspectError, type Outcome } from "../facts/inspect-error.ts";
import { readExactly, type ByteSource } from "./byte-source.ts";
import { Crew, LiveWorker, WorkerLost, type WorkerHandle } from "./workers/crew.ts";
import { errorOf, fail, Failure, outcomeOf } from "./failure.ts";
import { fileKind, MAGIC_BYTES } from "./wheel/file-kind.ts";
import { limits } from "./limits.ts";
import { ProgressMeter } from "./progress.ts";
import type { InspectOptions, Inspection, SourceDescriptor } from "./protocol.ts";
import { readBareLibrary } from "./wheel/read-bare-library.ts";
import { readWheel, type ReadFile } from "./wheel/read-wheel.ts";
import type { OpenSource, WorkerApi } from "./workers/worker-api.ts";
import { bytesText } from "./zip/end.ts";

export type { WorkerHandle };

export interface EngineSetup {
  /** Starts a worker that serves `WorkerApi` (worker-api.ts). */
  readonly spawn: () => WorkerHandle;
  /** The compiled ELF reader; workers get it by reference. */
  readonly module: WebAssembly.Module;
  /** At most so many workers for one file: the number of cores, up to 8. */
  readonly workers: number;
  readonly open: OpenSource;
}

export interface Engine {
  /** Never rejects. Several files may be read at once, each with workers of its own. */
  inspect(source: SourceDescriptor, options: InspectOptions): Promise<Outcome<Inspection>>;
  /**
   * What the reader says about names alone, in their order; no file need be open. At most 1,000 names of 16 KiB each are read, the others
   * come back unread. Never rejects.
   */
  names(names: readonly string[]): Promise<Outcome<readonly NameFacts[]>>;
  /** Mangled names letter by letter, in their order; of names beyond 20 there are no pieces. Never rejects. */
  pieces(names: readonly string[]): Promise<Outcome<readonly (readonly NamePiece[])[]>>;
  /** Starts the workers ahead of the first file, for when a person is about to choose one. */
  warm(): void;
  /** Ends all workers; inspections still open answer `cancelled`. */
  dispose(): void;
}

/** Names kept per version need where the caller does not say. */
const EVIDENCE_LIMIT = 50;

const NO_TABLES: ReadonlyMap<string, Uint8Array<ArrayBuffer>> = new Map();

const noNames = (): Promise<CommonNames> => Promise.resolve({ ageOf: () => "never" });

export function createEngine(setup: EngineSetup): Engine {
  /** Workers between two files: starting one costs more than reading a small wheel. */
  const idle: LiveWorker[] = [];
  const crews = new Set<Crew>();
  /** Workers that answer something without a file. */
  const lent = new Set<LiveWorker>();

  const hire = (): LiveWorker => {
    for (let worker = idle.pop(); worker !== undefined; worker = idle.pop()) {
      if (worker.alive) return worker;
    }
    return new LiveWorker(setup.spawn());
  };

  /** More than one file's worth is not kept. */
  const takeBack = (workers: readonly LiveWorker[]): void => {
    idle.push(...workers);
    for (const worker of idle.splice(setup.workers)) worker.end(cancelled());
  };

  const dismiss = (crew: Crew): void => {
    if (!crews.delete(crew)) return;
    takeBack(crew.dismiss());
  };

  return {
    async inspect(source, options) {
      const { fileName, watch, evidenceLimit = EVIDENCE_LIMIT, signal } = options;
      if (signal?.aborted === true) return { ok: false, error: cancelled().error };
      const crew = new Crew(hire, setup.workers, {
        source,
        module: setup.module,
        options: { watch, evidenceLimit },
      });
      crews.add(crew);
      let abort = (): void => undefined;
      const aborted = new Promise<never>((_, reject) => {
        abort = () => {
          crew.end(cancelled());
          reject(cancelled());
        };
      });
      signal?.addEventListener("abort", abort);
      const outcome = await outcomeOf(() =>
        Promise.race([readFile(crew, source, fileName, options), aborted]),
      );
      signal?.removeEventListener("abort", abort);
      if (!outcome.ok) {
        dismiss(crew);
        return outcome;
      }
      // Other files may be opened beside this one; they all share the same few workers.
      takeBack(crew.leave());
      const recall = (): void => {
        for (const other of crews) if (other !== crew) takeBack(other.leave());
      };
      const kept = options.keepLinks === true ? outcome.value : { ...outcome.value, tables: NO_TABLES };
      return { ok: true, value: openInspection(crew, kept, recall, () => dismiss(crew)) };
    },

    names: (names) => askOne(async (api) => api.names(setup.module, names)),

    pieces: (names) => askOne(async (api) => api.pieces(setup.module, names)),

    warm() {
      while (crews.size === 0 && idle.length < setup.workers) idle.push(new LiveWorker(setup.spawn()));
    },

    dispose() {
      for (const crew of crews) crew.end(cancelled());
      crews.clear();
      for (const worker of [...lent, ...idle.splice(0)]) worker.end(cancelled());
      lent.clear();
    },
  };

  /** A question that takes one worker and no file. */
  async function askOne<T>(question: (api: Remote<WorkerApi>) => Promise<Outcome<T>>): Promise<Outcome<T>> {
    const worker = hire();
    lent.add(worker);
    const outcome = await outcomeOf(() => worker.call(question));
    if (lent.delete(worker) && worker.alive) takeBack([worker]);
    return outcome.ok ? outcome.value : outcome;
  }

  async function readFile(
    crew: Crew,
    descriptor: SourceDescriptor,
    fileName: string,
    options: InspectOptions,
  ): Promise<ReadFile> {
    const progress = new ProgressMeter(options.onProgress, "directory", 0);
    crew.onNews = (news) => progress.add(news);
    const source = await openSource(descriptor);
    try {
      if (source.size > limits.fileBytes) fail("too-large", { detail: bytesText(source.size) });
      const kind = fileKind(await readExactly(source, 0, Math.min(MAGIC_BYTES, source.size)), fileName);
      if (kind.kind === "other") fail(kind.error, { detail: kind.detail });
      crew.start(Math.ceil(source.size / limits.batchBytes));
      const { commonNames = noNames } = options;
      return kind.kind === "library"
        ? await readBareLibrary(source, fileName, crew, progress, commonNames)
        : await readWheel(source, fileName, crew, progress, commonNames);
    } finally {
      source.close?.();
    }
  }

  async function openSource(descriptor: SourceDescriptor): Promise<ByteSource> {
    try {
      return await setup.open(descriptor);
    } catch (thrown) {
      return fail("read-failed", { detail: errorOf(thrown).detail });
    }
  }
}

/** `recall` is called before each request: workers that idle at other files come back. */
function openInspection(crew: Crew, file: ReadFile, recall: () => void, close: () => void): Inspection {
  // A worker that dies on a request is a fault of ours, reported like any other error.
  const ask = <T>(path: string | null, body: () => Promise<T>): Promise<Outcome<T>> =>
    outcomeOf(async () => {
      try {
        recall();
        return await body();
      } catch (thrown) {
        if (thrown instanceof WorkerLost) throw new Failure({ ...errorOf(thrown), path });
        throw thrown;
      }
    });
  return {
    facts: file.facts,
    tables: file.tables,
    symbols: (path, query) =>
      ask(path, () => {
        const placed = file.libraries.get(path);
        if (placed === undefined) return fail("library-unreadable", { path, detail: "it could not be read" });
        // Always the same worker: its reader keeps the tables of the library last asked for.
        return crew.call(0, async (api) => api.symbols(placed, query));
      }),
    sha256: (onProgress) =>
      ask(null, async () => {
        const progress = new ProgressMeter(onProgress, "hashing", file.facts.sizeBytes);
        crew.onNews = (news) => progress.add(news);
        const digest = await crew.call(crew.size - 1, async (api) => api.sha256(null));
        progress.finish(0);
        return digest;
      }),
    close,
  };
}

function cancelled(): Failure {
  return new Failure(inspectError("cancelled"));
}
