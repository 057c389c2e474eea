/** CRC-32 of small things read on the main side; libraries are checked in WebAssembly. */
import { CRC32_START, crc32End, crc32Step } from "../../facts/crc32.ts";
import { Pace } from "../pace.ts";

const SLICE_BYTES = 64 * 1024;

export async function crc32(bytes: Uint8Array): Promise<number> {
  const pace = new Pace();
  let state = CRC32_START;
  for (let from = 0; from < bytes.length; from += SLICE_BYTES) {
    state = crc32Step(state, bytes.subarray(from, from + SLICE_BYTES));
    await pace.rest();
  }
  return crc32End(state);
}
