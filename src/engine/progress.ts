/** Adds up what the workers report and passes it on at a rate a screen can use. */
import type { Progress } from "./protocol.ts";
import type { WorkerNews } from "./workers/read-library.ts";

/** At most 10 calls a second: the screen that shows them shares two processors with the workers. */
const EVERY_MS = 100;

export class ProgressMeter {
  readonly #listener: ((progress: Progress) => void) | undefined;
  #state: Progress;
  #toldAt = -Infinity;

  constructor(
    listener: ((progress: Progress) => void) | undefined,
    phase: Progress["phase"],
    bytesTotal: number,
  ) {
    this.#listener = listener;
    this.#state = { phase, bytesDone: 0, bytesTotal, librariesDone: 0, librariesFound: 0, current: null };
    this.tell();
  }

  /** A new phase begins; what has been counted stays. */
  enter(phase: Progress["phase"], bytesTotal: number): void {
    this.#state = { ...this.#state, phase, bytesTotal };
    this.tell();
  }

  add(news: WorkerNews): void {
    const { bytesDone, bytesTotal, librariesDone, librariesFound, current } = this.#state;
    this.#state = {
      ...this.#state,
      // A job done again after a crash is reported again.
      bytesDone: Math.min(bytesTotal, bytesDone + news.bytes),
      librariesDone: librariesDone + news.done,
      librariesFound: librariesFound + news.found,
      current: news.current ?? current,
    };
    if (performance.now() - this.#toldAt >= EVERY_MS) this.tell();
  }

  /** The last word: everything is done, whatever was lost on the way. */
  finish(libraries: number): void {
    const { bytesTotal } = this.#state;
    this.#state = {
      ...this.#state,
      bytesDone: bytesTotal,
      librariesDone: libraries,
      librariesFound: libraries,
    };
    this.tell();
  }

  tell(): void {
    this.#toldAt = performance.now();
    this.#listener?.(this.#state);
  }
}
