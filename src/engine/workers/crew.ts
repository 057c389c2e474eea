/**
 * The workers of one inspection. Comlink never settles a call whose worker is gone, so every call is held here and
 * rejected when its worker crashes or the crew is ended; a lost worker is replaced when it is next needed.
 */
import { proxy, wrap, type Endpoint, type Remote } from "comlink";
import { inspectError, type Outcome } from "../../facts/inspect-error.ts";
import type { ReaderOptions } from "../elf/elf.ts";
import { errorOf, Failure } from "../failure.ts";
import { limits } from "../limits.ts";
import type { SourceDescriptor } from "../protocol.ts";
import type { WorkerNews } from "./read-library.ts";
import type { WorkerApi } from "./worker-api.ts";

/** A worker thread as the page or the command line starts it. */
export interface WorkerHandle {
  readonly endpoint: Endpoint;
  terminate(): void;
  /** Called when the worker dies by itself, or cannot start. */
  onCrash(listener: (message: string) => void): void;
}

/** The worker died during a call. */
export class WorkerLost extends Error {}

/** A started worker and the calls it owes an answer to. */
export class LiveWorker {
  readonly #handle: WorkerHandle;
  readonly #api: Remote<WorkerApi>;
  readonly #waiting = new Set<(reason: Error) => void>();
  #ended: Error | null = null;

  constructor(handle: WorkerHandle) {
    this.#handle = handle;
    this.#api = wrap<WorkerApi>(handle.endpoint);
    handle.onCrash((message) => this.end(new WorkerLost(message)));
  }

  get alive(): boolean {
    return this.#ended === null;
  }

  /** Why it is no longer alive. */
  get endReason(): Error | null {
    return this.#ended;
  }

  get busy(): boolean {
    return this.#waiting.size > 0;
  }

  /** Rejects with a `WorkerLost`, or with the reason given to `end`. */
  call<T>(run: (api: Remote<WorkerApi>) => Promise<T>): Promise<T> {
    if (this.#ended !== null) return Promise.reject(this.#ended);
    return new Promise<T>((resolve, reject) => {
      this.#waiting.add(reject);
      run(this.#api)
        .then(resolve, reject)
        .finally(() => this.#waiting.delete(reject));
    });
  }

  /** Sends word that needs no answer. */
  tell(run: (api: Remote<WorkerApi>) => Promise<unknown>): void {
    if (this.alive) run(this.#api).catch(() => undefined);
  }

  /** Stops the thread at once. */
  end(reason: Error): void {
    if (this.#ended !== null) return;
    this.#ended = reason;
    this.#handle.terminate();
    for (const reject of this.#waiting) reject(reason);
    this.#waiting.clear();
  }
}

export interface Assignment {
  readonly source: SourceDescriptor;
  readonly module: WebAssembly.Module;
  readonly options: ReaderOptions;
}

interface Post {
  readonly worker: LiveWorker;
  readonly opened: Promise<Outcome<null>>;
}

export class Crew {
  readonly #hire: () => LiveWorker;
  readonly #assignment: Assignment;
  readonly #posts: (Post | undefined)[];
  #lost = 0;
  /** Calls under way, those that still wait for their worker included. */
  #calls = 0;
  #ended: Error | null = null;
  /** Called with whatever the workers report. */
  onNews: (news: WorkerNews) => void = () => undefined;

  /** `hire` gives an idle worker or starts one; `size` is how many there may be. */
  constructor(hire: () => LiveWorker, size: number, assignment: Assignment) {
    this.#hire = hire;
    this.#assignment = assignment;
    this.#posts = new Array<Post | undefined>(Math.max(1, size)).fill(undefined);
  }

  get size(): number {
    return this.#posts.length;
  }

  /** Starts the first `count` workers ahead of need: a thread takes some 30 ms to come up. */
  start(count: number): void {
    for (let slot = 0; slot < Math.min(count, this.size); slot++) this.#post(slot);
  }

  /**
   * Calls the worker of one slot. Throws the `Failure` it answers with, `WorkerLost` when it died, or the reason why the crew
   * was ended.
   */
  async call<T>(slot: number, run: (api: Remote<WorkerApi>) => Promise<Outcome<T>>): Promise<T> {
    this.#calls += 1;
    try {
      const worker = await this.#openedWorker(slot);
      const outcome = await worker.call(run);
      if (!outcome.ok) throw new Failure(outcome.error);
      return outcome.value;
    } finally {
      this.#calls -= 1;
    }
  }

  /** Calls again when the worker dies: for what cannot be the cause. Ends when too many workers have died. */
  async insist<T>(slot: number, run: (api: Remote<WorkerApi>) => Promise<Outcome<T>>): Promise<T> {
    for (;;) {
      try {
        return await this.call(slot, run);
      } catch (thrown) {
        if (!(thrown instanceof WorkerLost)) throw thrown;
      }
    }
  }

  /** Ends every worker; calls under way are rejected with `reason`, and so is every later one. */
  end(reason: Error): void {
    this.#ended = reason;
    for (const post of this.#posts) post?.worker.end(reason);
  }

  /** Sends the workers home: those at rest can be hired again, busy ones are ended. */
  dismiss(): LiveWorker[] {
    const reason = new Failure(inspectError("cancelled"));
    this.#ended ??= reason;
    const idle: LiveWorker[] = [];
    for (const post of this.#posts) {
      if (post === undefined || !post.worker.alive) continue;
      if (post.worker.busy) {
        post.worker.end(reason);
        continue;
      }
      post.worker.tell((api) => api.close());
      idle.push(post.worker);
    }
    return idle;
  }

  /**
   * Gives the workers back between two requests; the next call hires one and opens the file again. None while a call is under way: a
   * worker must not change hands in the middle of it.
   */
  leave(): LiveWorker[] {
    if (this.#calls > 0) return [];
    const free: LiveWorker[] = [];
    for (const [slot, post] of this.#posts.entries()) {
      if (post?.worker.alive !== true || post.worker.busy) continue;
      post.worker.tell((api) => api.close());
      free.push(post.worker);
      this.#posts[slot] = undefined;
    }
    return free;
  }

  /** A worker that dies before it has opened the file is nobody's fault: the next one tries. */
  async #openedWorker(slot: number): Promise<LiveWorker> {
    for (;;) {
      const post = this.#post(slot);
      try {
        const outcome = await post.opened;
        if (!outcome.ok) throw new Failure(outcome.error);
        return post.worker;
      } catch (thrown) {
        if (!(thrown instanceof WorkerLost)) throw thrown;
      }
    }
  }

  #post(slot: number): Post {
    if (this.#ended !== null) throw this.#ended;
    const current = this.#posts[slot];
    if (current?.worker.alive === true) return current;
    if (current !== undefined) this.#countLoss(current.worker);
    const worker = this.#hire();
    const { source, module, options } = this.#assignment;
    const onNews = proxy((news: WorkerNews) => this.onNews(news));
    const opened = worker.call<Outcome<null>>(async (api) => api.open(source, module, options, onNews));
    // Whoever calls next sees it; until then nobody may be listening.
    opened.catch(() => undefined);
    const post = { worker, opened };
    this.#posts[slot] = post;
    return post;
  }

  #countLoss(worker: LiveWorker): void {
    this.#lost += 1;
    if (this.#lost <= limits.crashes) return;
    throw new Failure(errorOf(worker.endReason));
  }
}
