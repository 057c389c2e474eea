/** Hashes and build ids: hexadecimal digits as base64url, a third shorter. Anything else stands as it is behind a `!`. */
import { fromBase64url, toBase64url } from "../base64url.ts";
import { Malformed } from "./json.ts";
import type { Form } from "./primitive.ts";

const PAIRS = /^(?:[0-9a-f]{2})+$/;

export const hex: Form<string> = {
  write: (value) => (PAIRS.test(value) ? toBase64url(bytesOf(value)) : `!${value}`),
  read(json, from) {
    const text = from.text(json);
    if (text.startsWith("!")) return text.slice(1);
    const bytes = fromBase64url(text);
    if (bytes === null) throw new Malformed("hex");
    return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  },
};

function bytesOf(digits: string): Uint8Array {
  const bytes = new Uint8Array(digits.length / 2);
  for (let at = 0; at < bytes.length; at++) bytes[at] = Number.parseInt(digits.slice(2 * at, 2 * at + 2), 16);
  return bytes;
}
