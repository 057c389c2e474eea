/** Files as the engine sees them in Node: on disk, or bytes in memory. */
import type { Stats } from "node:fs";
import { open, stat } from "node:fs/promises";
import { blobSource, type ByteSource } from "../engine/byte-source.ts";
import type { SourceDescriptor } from "../engine/protocol.ts";

/** What both sides of the worker boundary open. A `Blob` crosses it by reference, without a copy of its bytes. */
export function openSource(source: SourceDescriptor): Promise<ByteSource> {
  return source.kind === "path" ? openPath(source.path) : Promise.resolve(blobSource(source.blob));
}

/** What stands at a path that is no file, in words; null: a file. Reading a pipe or a device may wait, or go on, for ever. */
export function whyNoFile(stats: Stats): string | null {
  if (stats.isFile()) return null;
  if (stats.isDirectory()) return "it is a folder";
  if (stats.isFIFO()) return "it is a pipe; write its content to a file first";
  if (stats.isSocket()) return "it is a socket";
  return "it is a device";
}

/** Opens for reading; rejects with the system's error where that fails. The caller closes it. */
export async function openPath(path: string): Promise<ByteSource> {
  const why = whyNoFile(await stat(path));
  if (why !== null) throw new Error(why);
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
