/** A file as the engine sees it: a size and ranges of bytes, whatever is behind it. */
import { fail } from "./failure.ts";

export interface ByteSource {
  /** In bytes. */
  readonly size: number;
  /** The bytes [from, to), clipped to the file. Rejects when the file cannot be read (it was changed or removed). */
  read(from: number, to: number): Promise<Uint8Array>;
  /**
   * The bytes [from, to) one after the other, in chunks of the source's own choice. Only where that costs less than reading
   * ranges: in Chromium a long stream of a `Blob` takes two thirds of the time of slices, and leaves less garbage.
   */
  stream?(from: number, to: number): ReadableStream<Uint8Array>;
  /** Lets go of what is open, if anything is. */
  close?(): void;
}

/** A `File` or `Blob` of the page. Slices are read lazily by the browser; nothing but the range asked for is loaded. */
export function blobSource(blob: Blob): ByteSource {
  return {
    size: blob.size,
    read: async (from, to) => new Uint8Array(await blob.slice(from, to).arrayBuffer()),
    stream: (from, to) => blob.slice(from, to).stream(),
  };
}

/** Like `read`, but a source that gives less than was asked for, or fails, ends the reading with `read-failed`. */
export async function readExactly(source: ByteSource, from: number, to: number): Promise<Uint8Array> {
  let bytes: Uint8Array;
  try {
    bytes = await source.read(from, to);
  } catch (thrown) {
    return fail("read-failed", { detail: thrown instanceof Error ? thrown.message : null, offset: from });
  }
  if (bytes.length !== to - from) {
    fail("read-failed", { detail: "the file is shorter than it was", offset: from });
  }
  return bytes;
}
