/** The entries of a wheel, read the plain way: the whole central directory, zlib for the contents. Wheels below 4 GiB. */
import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import { inflateRawSync, constants } from "node:zlib";

export function openWheel(path) {
  const file = openSync(path, "r");
  const size = fstatSync(file).size;
  const tail = read(Math.max(0, size - 65557), size);
  const end = tail.lastIndexOf(Buffer.from("PK\x05\x06", "latin1"));
  if (end < 0) throw new Error(`${path}: no end of central directory`);
  const directory = read(
    tail.readUInt32LE(end + 16),
    tail.readUInt32LE(end + 16) + tail.readUInt32LE(end + 12),
  );
  const entries = [];
  for (let at = 0; at + 46 <= directory.length && directory.readUInt32LE(at) === 0x02014b50;) {
    const nameLength = directory.readUInt16LE(at + 28);
    entries.push({
      path: directory.toString("utf8", at + 46, at + 46 + nameLength),
      compression: directory.readUInt16LE(at + 10) === 0 ? "stored" : "deflate",
      crc32: directory.readUInt32LE(at + 16),
      compressedBytes: directory.readUInt32LE(at + 20),
      sizeBytes: directory.readUInt32LE(at + 24),
      header: directory.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  }

  function read(from, to) {
    const bytes = Buffer.alloc(to - from);
    readSync(file, bytes, 0, bytes.length, from);
    return bytes;
  }
  function dataStart(entry) {
    const local = read(entry.header, entry.header + 30);
    return entry.header + 30 + local.readUInt16LE(26) + local.readUInt16LE(28);
  }
  return {
    entries,
    /** The first compressed bytes. */
    start: (entry, length) => {
      const from = dataStart(entry);
      return read(from, from + Math.min(length, entry.compressedBytes));
    },
    compressed: (entry) => {
      const from = dataStart(entry);
      return read(from, from + entry.compressedBytes);
    },
    /** Where the compressed bytes begin in the wheel. */
    offset: dataStart,
    close: () => closeSync(file),
  };
}

/** All of an entry, or with `partly` what its first bytes give. */
export function inflate(entry, bytes, partly = false) {
  if (entry.compression === "stored") return bytes;
  return inflateRawSync(bytes, partly ? { finishFlush: constants.Z_SYNC_FLUSH } : {});
}
