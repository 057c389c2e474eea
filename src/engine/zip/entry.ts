/** One small entry, unpacked whole: the text files of dist-info. Size, checksum and limit are checked. */
import { Inflate } from "fflate";
import { ArchiveProblems } from "./archive-problems.ts";
import { readExactly, type ByteSource } from "../byte-source.ts";
import { crc32 } from "./crc32.ts";
import { errorOf, fail, Failure } from "../failure.ts";
import { limits } from "../limits.ts";
import { Pace } from "../pace.ts";
import type { ZipEntry } from "./directory.ts";
import { bytesText } from "./end.ts";
import { isEncrypted, method, viewOf } from "./format.ts";
import { checkLocalHeader } from "./local-header.ts";

/** Fed to the decoder at a time, so that a stream that unpacks to too much is noticed within 32 MiB. */
const STEP_BYTES = 32 * 1024;

/** Throws a `Failure` for an entry that cannot be had exactly as the directory describes it. */
export async function readEntry(
  source: ByteSource,
  entry: ZipEntry,
  maximumBytes: number,
): Promise<Uint8Array> {
  const { path } = entry;
  if (isEncrypted(entry)) fail("zip-encrypted", { path });
  if (entry.method !== method.stored && entry.method !== method.deflate) {
    fail("unsupported-compression", { path, detail: `method ${entry.method}` });
  }
  if (entry.sizeBytes > maximumBytes || entry.compressedBytes > maximumBytes) {
    fail("entry-too-large", { path, detail: bytesText(Math.max(entry.sizeBytes, entry.compressedBytes)) });
  }
  // One read holds the header and, unless the header is very long, the data.
  const to = Math.min(source.size, entry.offset + limits.headBytes + entry.compressedBytes);
  const bytes = await readExactly(source, entry.offset, to);
  // What is odd about the header is noted by the worker that reads this entry with its neighbours.
  const header = checkLocalHeader(bytes, viewOf(bytes), 0, entry, new ArchiveProblems());
  if (header === null || header + entry.compressedBytes > bytes.length) {
    fail("zip-damaged", { path, detail: "it runs past the end of the file", offset: entry.offset });
  }
  const packed = bytes.subarray(header, header + entry.compressedBytes);
  const unpacked = entry.method === method.stored ? packed : await inflate(packed, entry);
  if (unpacked.length !== entry.sizeBytes) {
    fail("size-mismatch", { path, detail: `${unpacked.length} instead of ${bytesText(entry.sizeBytes)}` });
  }
  if ((await crc32(unpacked)) !== entry.crc32) fail("checksum-mismatch", { path });
  return unpacked;
}

/** By fflate, in steps: ours is for libraries, and a RECORD of a megabyte must not hold up the page. */
async function inflate(packed: Uint8Array, entry: ZipEntry): Promise<Uint8Array> {
  const { path } = entry;
  const pace = new Pace();
  const unpacked = new Uint8Array(entry.sizeBytes);
  let filled = 0;
  const stream = new Inflate((piece) => {
    if (filled + piece.length > unpacked.length) {
      fail("size-mismatch", { path, detail: `more than ${bytesText(unpacked.length)}` });
    }
    unpacked.set(piece, filled);
    filled += piece.length;
  });
  try {
    for (let at = 0; at === 0 || at < packed.length; at += STEP_BYTES) {
      stream.push(packed.subarray(at, at + STEP_BYTES), at + STEP_BYTES >= packed.length);
      await pace.rest();
    }
  } catch (thrown) {
    if (thrown instanceof Failure) throw thrown;
    fail("zip-damaged", { path, detail: errorOf(thrown).detail, offset: entry.offset });
  }
  return unpacked.subarray(0, filled);
}
