/** A range of a file as a stream of pieces, read ahead so that the next ones arrive while this one is decoded. */
import { readExactly, type ByteSource } from "./byte-source.ts";
import { limits } from "./limits.ts";

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
  const ahead: Promise<Uint8Array>[] = [];
  let next = from + ready.length;
  const fill = (): void => {
    while (ahead.length < limits.piecesAhead && next < to) {
      const end = Math.min(next + limits.pieceBytes, to);
      const read = readExactly(source, next, end);
      // Whoever stops early never awaits it.
      read.catch(() => undefined);
      ahead.push(read);
      next = end;
    }
  };
  fill();
  if (ready.length > 0) yield ready;
  for (let read = ahead.shift(); read !== undefined; read = ahead.shift()) {
    const bytes = await read;
    fill();
    yield bytes;
  }
}
