/** The header right before an entry's data (APPNOTE 4.3.7), held against what the directory says about the entry. */
import type { ArchiveProblems } from "./archive-problems.ts";
import { fail } from "../failure.ts";
import type { ZipEntry } from "./directory.ts";
import { widen } from "./extra.ts";
import { fixedBytes, flag, readLocalHeader, signature } from "./format.ts";
import { decodeName } from "./names.ts";

/**
 * Length of the local header at `at` in `bytes`; null if `bytes` ends before the header does. A header that is not
 * there ends the reading: the directory is wrong about where its files are.
 */
export function checkLocalHeader(
  bytes: Uint8Array,
  view: DataView,
  at: number,
  entry: ZipEntry,
  problems: ArchiveProblems,
): number | null {
  const { path } = entry;
  if (at + fixedBytes.localHeader > bytes.length) return null;
  if (view.getUint32(at, true) !== signature.localHeader) {
    fail("zip-damaged", { path, detail: "no local header where the directory says", offset: entry.offset });
  }
  const header = readLocalHeader(view, at);
  const nameAt = at + fixedBytes.localHeader;
  const extraAt = nameAt + header.nameBytes;
  const length = fixedBytes.localHeader + header.nameBytes + header.extraBytes;
  if (at + length > bytes.length) return null;

  const wide = widen(header, view, extraAt);
  if (wide.odd !== null) problems.add("zip64-extra-odd", path, wide.odd);
  const differs = (field: string): void => problems.add("local-header-differs", path, field);
  if (decodeName(bytes.subarray(nameAt, extraAt)).path !== path) differs("name");
  if (header.method !== entry.method) differs("compression method");
  if ((header.flags ^ entry.flags) & DECISIVE_FLAGS) differs("flags");
  if ((header.flags | entry.flags) & flag.dataDescriptor) {
    // Sizes and checksum follow the data, and may be left out here (4.4.4, bit 3).
    problems.add("data-descriptor", path);
  } else {
    if (wide.compressedBytes !== entry.compressedBytes) differs("compressed size");
    if (wide.sizeBytes !== entry.sizeBytes) differs("size");
    if (header.crc32 !== entry.crc32) differs("checksum");
  }
  return length;
}

/** Flags that change how the data is read. */
const DECISIVE_FLAGS = flag.encrypted | flag.dataDescriptor | flag.strongEncryption;

/** Sizes of a data descriptor: 4 byte or 8 byte sizes, with or without a signature (4.3.9). */
export const DESCRIPTOR_BYTES = new Set([12, 16, 20, 24]);
