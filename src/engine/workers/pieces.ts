/** A range of a file as a stream of pieces, read ahead so that the next ones arrive while this one is decoded. */
import { readExactly, type ByteSource } from "../byte-source.ts";
import { fail } from "../failure.ts";
import { limits } from "../limits.ts";

/**
 * The bytes [from, to). `head` may hold the first of them already, those from `headFrom` on; it is given first, while the rest
 * is on its way.
 */
export async function* readPieces(
  source: ByteSource,
  from: number,
  to: number,
  head: Uint8Array = new Uint8Array(0),
  headFrom = from,
): AsyncGenerator<Uint8Array, void, undefined> {
  const ready = from >= headFrom ? head.subarray(from - headFrom, to - headFrom) : new Uint8Array(0);
  const rest = from + ready.length;
  const pieces =
    source.stream !== undefined && to - rest > limits.pieceBytes
      ? streamed(source.stream(rest, to), rest, to)
      : ranges(source, rest, to);
  if (ready.length > 0) yield ready;
  yield* pieces;
}

/** Reads under way, in order; whoever stops early never awaits the last ones. */
class Ahead<T> {
  readonly #reads: Promise<T>[] = [];

  constructor(first: () => Promise<T> | null) {
    for (let count = 0; count < limits.piecesAhead; count++) this.add(first());
  }

  add(read: Promise<T> | null): void {
    if (read === null) return;
    read.catch(() => undefined);
    this.#reads.push(read);
  }

  next(): Promise<T> | undefined {
    return this.#reads.shift();
  }
}

function ranges(source: ByteSource, from: number, to: number): AsyncGenerator<Uint8Array, void, undefined> {
  let next = from;
  const read = (): Promise<Uint8Array> | null => {
    if (next >= to) return null;
    const start = next;
    next = Math.min(start + limits.pieceBytes, to);
    return readExactly(source, start, next);
  };
  // Begun here and not at the first `next()`: the head is decoded meanwhile.
  const ahead = new Ahead(read);
  return (async function* () {
    for (let piece = ahead.next(); piece !== undefined; piece = ahead.next()) {
      const bytes = await piece;
      ahead.add(read());
      yield bytes;
    }
  })();
}

function streamed(
  stream: ReadableStream<Uint8Array>,
  from: number,
  to: number,
): AsyncGenerator<Uint8Array, void, undefined> {
  const reader = stream.getReader();
  const ahead = new Ahead(() => reader.read());
  return (async function* () {
    try {
      // By the count of bytes: the end itself need not be waited for.
      for (let position = from; position < to;) {
        const bytes = await chunk(ahead.next() ?? reader.read(), position);
        position += bytes.length;
        ahead.add(reader.read());
        yield bytes;
      }
    } finally {
      reader.cancel().catch(() => undefined);
    }
  })();
}

async function chunk(
  read: Promise<ReadableStreamReadResult<Uint8Array>>,
  offset: number,
): Promise<Uint8Array> {
  try {
    const { done, value } = await read;
    if (!done) return value;
  } catch (thrown) {
    return fail("read-failed", { detail: thrown instanceof Error ? thrown.message : null, offset });
  }
  return fail("read-failed", { detail: "the file is shorter than it was", offset });
}
