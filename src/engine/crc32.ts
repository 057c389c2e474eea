/** CRC-32 of small things read on the main side (APPNOTE 4.4.7); libraries are checked in WebAssembly. */
import { Pace } from "./pace.ts";

const table = new Uint32Array(256).map((_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

const SLICE_BYTES = 64 * 1024;

export async function crc32(bytes: Uint8Array): Promise<number> {
  const pace = new Pace();
  let value = 0xffffffff;
  for (let from = 0; from < bytes.length; from += SLICE_BYTES) {
    value = update(value, bytes.subarray(from, from + SLICE_BYTES));
    await pace.rest();
  }
  return (value ^ 0xffffffff) >>> 0;
}

function update(value: number, bytes: Uint8Array): number {
  for (let at = 0; at < bytes.length; at++) {
    value = (value >>> 8) ^ (table[(value ^ (bytes[at] ?? 0)) & 0xff] ?? 0);
  }
  return value;
}
