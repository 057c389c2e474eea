/**
 * The records of a zip file, as PKWARE's APPNOTE 6.3.10 lays them out (section numbers below), read from a view that
 * the caller has checked to be long enough. Nothing here judges what it reads.
 */
export const signature = {
  localHeader: 0x04034b50,
  directoryEntry: 0x02014b50,
  end: 0x06054b50,
  zip64Locator: 0x07064b50,
  zip64End: 0x06064b50,
} as const;

/** Sizes of the records' fixed parts. */
export const fixedBytes = {
  localHeader: 30,
  directoryEntry: 46,
  end: 22,
  zip64Locator: 20,
  zip64End: 56,
} as const;

export const method = { stored: 0, deflate: 8, bzip2: 12, lzma: 14 } as const;

/** Methods that Python's zipfile, and so pip, unpacks, and PyPI refuses (warehouse, `utils/zipfiles.py`). */
export const isForeign = (packed: number): boolean => packed === method.bzip2 || packed === method.lzma;

export const isEncrypted = ({ flags }: { readonly flags: number }): boolean =>
  (flags & (flag.encrypted | flag.strongEncryption)) !== 0;

/** What pip unpacks and we do not. */
export const isForeignEntry = (entry: { readonly flags: number; readonly method: number }): boolean =>
  !isEncrypted(entry) && isForeign(entry.method);

/** General purpose bits (4.4.4). */
export const flag = {
  encrypted: 1 << 0,
  dataDescriptor: 1 << 3,
  strongEncryption: 1 << 6,
  utf8: 1 << 11,
} as const;

/** Extra field ids (4.5.2, 4.6.9). */
export const extraField = { zip64: 0x0001, unicodePath: 0x7075 } as const;

/** In a 16 or 32 bit field: the value stands in the Zip64 record instead (4.3.9.2, 4.4.1.4). */
export const FULL_16 = 0xffff;
export const FULL_32 = 0xffffffff;

export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** A 64 bit value; above 2^53 it is inexact, but no such value passes the checks against the file's size. */
export function readU64(view: DataView, at: number): number {
  return view.getUint32(at + 4, true) * 0x1_0000_0000 + view.getUint32(at, true);
}

/** End of central directory record (4.3.16). */
export interface EndRecord {
  readonly disk: number;
  readonly directoryDisk: number;
  readonly entriesHere: number;
  readonly entries: number;
  readonly directoryBytes: number;
  readonly directoryOffset: number;
  readonly commentBytes: number;
}

export function readEnd(view: DataView, at: number): EndRecord {
  return {
    disk: view.getUint16(at + 4, true),
    directoryDisk: view.getUint16(at + 6, true),
    entriesHere: view.getUint16(at + 8, true),
    entries: view.getUint16(at + 10, true),
    directoryBytes: view.getUint32(at + 12, true),
    directoryOffset: view.getUint32(at + 16, true),
    commentBytes: view.getUint16(at + 20, true),
  };
}

/** Zip64 end of central directory record (4.3.14). `recordBytes` does not count its first 12 bytes. */
export interface Zip64End extends Omit<EndRecord, "commentBytes"> {
  readonly recordBytes: number;
}

export function readZip64End(view: DataView, at: number): Zip64End {
  return {
    recordBytes: readU64(view, at + 4),
    disk: view.getUint32(at + 16, true),
    directoryDisk: view.getUint32(at + 20, true),
    entriesHere: readU64(view, at + 24),
    entries: readU64(view, at + 32),
    directoryBytes: readU64(view, at + 40),
    directoryOffset: readU64(view, at + 48),
  };
}

/** Zip64 end of central directory locator (4.3.15). */
export interface Zip64Locator {
  readonly endDisk: number;
  readonly endOffset: number;
  readonly disks: number;
}

export function readZip64Locator(view: DataView, at: number): Zip64Locator {
  return {
    endDisk: view.getUint32(at + 4, true),
    endOffset: readU64(view, at + 8),
    disks: view.getUint32(at + 16, true),
  };
}

/** A directory entry (4.3.12) or a local header (4.3.7), which lacks the last three. */
export interface EntryHeader {
  readonly flags: number;
  readonly method: number;
  readonly crc32: number;
  readonly compressedBytes: number;
  readonly sizeBytes: number;
  readonly nameBytes: number;
  readonly extraBytes: number;
  /** 0 in a local header, like the next two. */
  readonly commentBytes: number;
  readonly disk: number;
  readonly localHeaderOffset: number;
}

// Written out twice: tens of thousands of these are made at once, and a spread costs ten times as much as all the reads.

export function readLocalHeader(view: DataView, at: number): EntryHeader {
  return {
    flags: view.getUint16(at + 6, true),
    method: view.getUint16(at + 8, true),
    crc32: view.getUint32(at + 14, true),
    compressedBytes: view.getUint32(at + 18, true),
    sizeBytes: view.getUint32(at + 22, true),
    nameBytes: view.getUint16(at + 26, true),
    extraBytes: view.getUint16(at + 28, true),
    commentBytes: 0,
    disk: 0,
    localHeaderOffset: 0,
  };
}

export function readDirectoryEntry(view: DataView, at: number): EntryHeader {
  return {
    flags: view.getUint16(at + 8, true),
    method: view.getUint16(at + 10, true),
    crc32: view.getUint32(at + 16, true),
    compressedBytes: view.getUint32(at + 20, true),
    sizeBytes: view.getUint32(at + 24, true),
    nameBytes: view.getUint16(at + 28, true),
    extraBytes: view.getUint16(at + 30, true),
    commentBytes: view.getUint16(at + 32, true),
    disk: view.getUint16(at + 34, true),
    localHeaderOffset: view.getUint32(at + 42, true),
  };
}
