/**
 * Inside the engine an error of the closed list is thrown as a `Failure`, so that the path of a byte reads straight
 * on; at the two edges, the worker's methods and `inspect`, it becomes data again.
 */
import {
  inspectError,
  type InspectError,
  type InspectErrorId,
  type Outcome,
} from "../facts/inspect-error.ts";

export class Failure extends Error {
  readonly error: InspectError;

  constructor(error: InspectError) {
    super(error.id);
    this.error = error;
  }
}

/** Ends the current reading with an error of the closed list. */
export function fail(id: InspectErrorId, fields: Partial<Omit<InspectError, "id">> = {}): never {
  throw new Failure(inspectError(id, fields));
}

/** Runs `body` and turns whatever it throws into an error of the closed list. */
export async function outcomeOf<T>(body: () => Promise<T> | T): Promise<Outcome<T>> {
  try {
    return { ok: true, value: await body() };
  } catch (thrown) {
    return { ok: false, error: errorOf(thrown) };
  }
}

/** The error behind anything that can be thrown. What we did not throw ourselves is a fault of the program. */
export function errorOf(thrown: unknown): InspectError {
  if (thrown instanceof Failure) return thrown.error;
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  // Engines have no common class for it: V8 and SpiderMonkey throw RangeError or InternalError with such words.
  const memory = /out of memory|allocation failed|could not allocate|memory\.grow|array buffer allocation/i;
  return inspectError(memory.test(message) ? "out-of-memory" : "engine-crashed", { detail: message });
}
