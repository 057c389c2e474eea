/** A file on disk as the engine sees it. */
import { open } from "node:fs/promises";
import type { ByteSource } from "../../engine/byte-source.ts";

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
