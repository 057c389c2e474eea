/**
 * Writes zip archives by hand, so that a broken one is a few readable lines: every field of every record can be said
 * otherwise. What is not said is right.
 */
import { crc32 } from "node:zlib";
import { deflateSync } from "fflate";

export interface Fields {
  name: string | Uint8Array;
  flags: number;
  method: number;
  crc32: number;
  compressedBytes: number;
  sizeBytes: number;
  extra: Uint8Array;
}

export interface EntrySpec {
  name: string | Uint8Array;
  data?: string | Uint8Array;
  /** 8 by default: deflate. */
  method?: number;
  flags?: number;
  comment?: string;
  disk?: number;
  /** Bytes before the local header that belong to nothing. */
  gap?: Uint8Array;
  /** Written after the data; the flag for it is set too. */
  descriptor?: boolean;
  /** Points the directory at another place. */
  offset?: number;
  /** No local header and data of its own: the directory points at those of the entry of this index. */
  sharesDataOf?: number;
  local?: Partial<Fields>;
  directory?: Partial<Fields>;
}

export interface ArchiveSpec {
  /** Bytes before the archive; offsets do not count them. */
  prefix?: Uint8Array;
  beforeDirectory?: Uint8Array;
  comment?: string;
  after?: Uint8Array;
  zip64?: boolean;
  /** Added to the place of the directory, for an archive with a hole put in later. */
  shiftedBy?: number;
  /** Extensible data of the Zip64 end record. */
  zip64Data?: Uint8Array;
  zip64Locator?: { endOffset?: number; disks?: number; endDisk?: number };
  end?: { disk?: number; entries?: number; directoryBytes?: number; directoryOffset?: number };
}

const utf8 = new TextEncoder();

export function bytesOf(...parts: (string | number[] | Uint8Array)[]): Uint8Array {
  return concat(
    parts.map((part) =>
      typeof part === "string"
        ? utf8.encode(part)
        : part instanceof Uint8Array
          ? part
          : Uint8Array.from(part),
    ),
  );
}

export function concat(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

export const u16 = (value: number): number[] => [value & 0xff, (value >>> 8) & 0xff];
export const u32 = (value: number): number[] => [...u16(value & 0xffff), ...u16(value >>> 16)];
export const u64 = (value: number): number[] => [
  ...u32(value % 2 ** 32),
  ...u32(Math.floor(value / 2 ** 32)),
];

/** A Zip64 extra field with these 64 bit values. */
export function zip64Extra(...values: number[]): Uint8Array {
  return bytesOf(u16(1), u16(values.length * 8), values.flatMap(u64));
}

export function makeZip(entries: readonly EntrySpec[], archive: ArchiveSpec = {}): Uint8Array {
  const parts: Uint8Array[] = [];
  let at = 0;
  const put = (part: Uint8Array): number => {
    parts.push(part);
    at += part.length;
    return at - part.length;
  };

  const written: { fields: Fields; offset: number }[] = [];
  for (const spec of entries) {
    if (spec.gap) put(spec.gap);
    const data = typeof spec.data === "string" ? utf8.encode(spec.data) : (spec.data ?? new Uint8Array(0));
    const method = spec.method ?? 8;
    const packed = method === 8 ? deflateSync(data) : data;
    const fields: Fields = {
      name: spec.name,
      flags: (spec.flags ?? 0) | (spec.descriptor ? 8 : 0),
      method,
      crc32: crc32(data),
      compressedBytes: packed.length,
      sizeBytes: data.length,
      extra: new Uint8Array(0),
    };
    const shared = spec.sharesDataOf === undefined ? undefined : written[spec.sharesDataOf];
    if (shared) {
      written.push({ fields: { ...shared.fields, name: spec.name }, offset: shared.offset });
      continue;
    }
    const empty = spec.descriptor ? { crc32: 0, compressedBytes: 0, sizeBytes: 0 } : {};
    const offset = put(localHeader({ ...fields, ...empty, ...spec.local }));
    put(packed);
    if (spec.descriptor) {
      put(bytesOf([0x50, 0x4b, 7, 8], u32(fields.crc32), u32(packed.length), u32(data.length)));
    }
    written.push({ fields, offset });
  }

  if (archive.beforeDirectory) put(archive.beforeDirectory);
  const directoryOffset = at;
  entries.forEach((spec, index) => {
    const entry = written[index]!;
    put(directoryEntry({ ...entry.fields, ...spec.directory }, spec, spec.offset ?? entry.offset));
  });
  const directoryBytes = at - directoryOffset;
  const place = { directoryBytes, directoryOffset: directoryOffset + (archive.shiftedBy ?? 0) };
  const end = { disk: 0, entries: entries.length, ...place, ...archive.end };
  if (archive.zip64) {
    const data = archive.zip64Data ?? new Uint8Array(0);
    const counts = [u64(end.entries), u64(end.entries), u64(end.directoryBytes), u64(end.directoryOffset)];
    const record = bytesOf(
      [0x50, 0x4b, 6, 6],
      u64(44 + data.length),
      u16(45),
      u16(45),
      u32(0),
      u32(0),
      counts.flat(),
    );
    const zip64At = put(concat([record, data]));
    const { endOffset = zip64At, disks = 1, endDisk = 0 } = archive.zip64Locator ?? {};
    put(bytesOf([0x50, 0x4b, 6, 7], u32(endDisk), u64(endOffset), u32(disks)));
  }
  const comment = utf8.encode(archive.comment ?? "");
  const narrow = archive.zip64
    ? { entries: 0xffff, directoryBytes: 0xffffffff, directoryOffset: 0xffffffff }
    : end;
  put(
    bytesOf(
      [0x50, 0x4b, 5, 6],
      [...u16(end.disk), ...u16(0), ...u16(narrow.entries), ...u16(narrow.entries)],
      [...u32(narrow.directoryBytes), ...u32(narrow.directoryOffset), ...u16(comment.length)],
      comment,
    ),
  );
  return concat([archive.prefix ?? new Uint8Array(0), ...parts, archive.after ?? new Uint8Array(0)]);
}

function localHeader(fields: Fields): Uint8Array {
  return bytesOf([0x50, 0x4b, 3, 4], u16(20), shared(fields), nameOf(fields), fields.extra);
}

function directoryEntry(fields: Fields, spec: EntrySpec, offset: number): Uint8Array {
  const comment = utf8.encode(spec.comment ?? "");
  const tail = [...u16(comment.length), ...u16(spec.disk ?? 0), ...u16(0), ...u32(0), ...u32(offset)];
  return bytesOf(
    [0x50, 0x4b, 1, 2],
    u16(20),
    u16(20),
    shared(fields),
    tail,
    nameOf(fields),
    fields.extra,
    comment,
  );
}

function shared(fields: Fields): number[] {
  return [
    ...u16(fields.flags),
    ...u16(fields.method),
    ...u32(0),
    ...u32(fields.crc32),
    ...u32(fields.compressedBytes),
    ...u32(fields.sizeBytes),
    ...u16(nameOf(fields).length),
    ...u16(fields.extra.length),
  ];
}

function nameOf(fields: Fields): Uint8Array {
  return typeof fields.name === "string" ? utf8.encode(fields.name) : fields.name;
}
