/** CRC-32 (PKWARE APPNOTE 4.4.7): of the text files of a wheel, and of what a share link holds. */

const table = new Uint32Array(256).map((_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

/** The checksum of bytes in one go, 0 to 2³² − 1. */
export const crc32 = (bytes: Uint8Array): number => crc32End(crc32Step(CRC32_START, bytes));

/** For large files piece by piece: begin with this, take steps, end. */
export const CRC32_START = 0xffffffff;

export function crc32Step(state: number, bytes: Uint8Array): number {
  let value = state;
  for (let at = 0; at < bytes.length; at++) {
    value = (value >>> 8) ^ (table[(value ^ (bytes[at] ?? 0)) & 0xff] ?? 0);
  }
  return value;
}

export const crc32End = (state: number): number => (state ^ 0xffffffff) >>> 0;
