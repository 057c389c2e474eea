/** From the text of a payload to the part of a link behind the codec's letter, and back. */
import { deflateSync, Inflate, strFromU8, strToU8 } from "fflate";
import { crc32 } from "../../facts/crc32.ts";
import { fromBase64url, toBase64url } from "./base64url.ts";
import { dictionary as words } from "./dictionary-1.ts";

/** `d`: deflate without a header, primed with the dictionary of the form's version. `j`: as it is. */
export type Codec = "d" | "j";

export const isCodec = (letter: string): letter is Codec => letter === "d" || letter === "j";

const dictionary = strToU8(words);

export interface Packed {
  /** base64url. */
  readonly data: string;
  /** CRC-32 of the unpacked bytes: eight hexadecimal digits. */
  readonly check: string;
}

export function pack(text: string, codec: Codec): Packed {
  const bytes = strToU8(text);
  const packed = codec === "j" ? bytes : deflateSync(bytes, { level: 9, mem: 12, dictionary });
  return { data: toBase64url(packed), check: checkOf(bytes) };
}

/** Null for what `pack` did not make, and for what unpacks to more than `limit` bytes. */
export function unpack({ data, check }: Packed, codec: Codec, limit: number): string | null {
  const packed = fromBase64url(data);
  if (packed === null) return null;
  const bytes = codec === "j" ? packed : inflate(packed, limit);
  return bytes === null || bytes.length > limit || checkOf(bytes) !== check ? null : strFromU8(bytes);
}

const checkOf = (bytes: Uint8Array): string => crc32(bytes).toString(16).padStart(8, "0");

/** Deflate gives up to 1,032 times what it takes: small steps, so that no more than a little beyond the limit is ever unpacked. */
const STEP_BYTES = 256;

function inflate(packed: Uint8Array, limit: number): Uint8Array | null {
  const pieces: Uint8Array[] = [];
  let length = 0;
  const stream = new Inflate({ dictionary }, (piece) => {
    length += piece.length;
    pieces.push(piece);
  });
  try {
    for (let at = 0; at === 0 || at < packed.length; at += STEP_BYTES) {
      stream.push(packed.subarray(at, at + STEP_BYTES), at + STEP_BYTES >= packed.length);
      if (length > limit) return null;
    }
  } catch {
    return null;
  }
  const bytes = new Uint8Array(length);
  let filled = 0;
  for (const piece of pieces) {
    bytes.set(piece, filled);
    filled += piece.length;
  }
  return bytes;
}
