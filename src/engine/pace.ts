/**
 * Long work on the page's main thread, in slices: a person must be able to cancel, and the screen to move, while an archive of
 * tens of thousands of files is sorted out.
 */

/** Well below the 50 ms from which a delay is felt. */
const SLICE_MS = 12;

export class Pace {
  #since = performance.now();

  /** Lets other tasks run, if the last time is long enough ago. */
  async rest(): Promise<void> {
    if (performance.now() - this.#since < SLICE_MS) return;
    await new Promise((resolve) => setTimeout(resolve, 0));
    this.#since = performance.now();
  }
}
