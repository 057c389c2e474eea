/** Files as the engine sees them in Node: on disk, or bytes in memory. */
import { open } from "node:fs/promises";
import { blobSource, type ByteSource } from "../engine/byte-source.ts";
import type { SourceDescriptor } from "../engine/protocol.ts";

/** What both sides of the worker boundary open. A `Blob` crosses it by reference, without a copy of its bytes. */
export function openSource(source: SourceDescriptor): Promise<ByteSource> {
  return source.kind === "path" ? openPath(source.path) : Promise.resolve(blobSource(source.blob));
}

/** Opens for reading; rejects with the system's error where that fails. The caller closes it. */
export async function openPath(path: string): Promise<ByteSource> {
  const file = await open(path, "r");
  const { size } = await file.stat().catch(async (thrown: unknown) => {
    await file.close();
    throw thrown;
  });
  return {
    size,
    async read(from, to) {
      const wanted = Math.max(0, Math.min(to, size) - from);
      const bytes = new Uint8Array(wanted);
      let filled = 0;
      while (filled < wanted) {
        const { bytesRead } = await file.read(bytes, filled, wanted - filled, from + filled);
        // The file has become shorter: the engine sees it by the length.
        if (bytesRead === 0) return bytes.subarray(0, filled);
        filled += bytesRead;
      }
      return bytes;
    },
    // Reads under way end with an error, which nobody waits for any more.
    close: () => void file.close().catch(() => undefined),
  };
}
