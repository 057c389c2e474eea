/** A file as the engine sees it: a size and ranges of bytes, whatever is behind it. */
export interface ByteSource {
  /** In bytes. */
  readonly size: number;
  /** The bytes [from, to), clipped to the file. Rejects when the file cannot be read (it was changed or removed). */
  read(from: number, to: number): Promise<Uint8Array>;
}

/** A `File` or `Blob` of the page. Slices are read lazily by the browser; nothing but the range asked for is loaded. */
export function blobSource(blob: Blob): ByteSource {
  return {
    size: blob.size,
    read: async (from, to) => new Uint8Array(await blob.slice(from, to).arrayBuffer()),
  };
}
