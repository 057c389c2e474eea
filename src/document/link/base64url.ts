/** Bytes as letters, digits, `-` and `_` (RFC 4648, section 5, without padding). */
const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const values = new Map([...LETTERS].map((letter, value) => [letter.charCodeAt(0), value]));

export function toBase64url(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += 3) {
    const left = bytes.length - at;
    const three = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    const four = [18, 12, 6, 0].map((shift) => LETTERS.charAt((three >> shift) & 63)).join("");
    parts.push(left >= 3 ? four : four.slice(0, left + 1));
  }
  return parts.join("");
}

/** Null for what `toBase64url` does not write. */
export function fromBase64url(text: string): Uint8Array | null {
  if (text.length % 4 === 1) return null;
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
  let held = 0;
  let bits = 0;
  let filled = 0;
  for (let at = 0; at < text.length; at++) {
    const value = values.get(text.charCodeAt(at));
    if (value === undefined) return null;
    held = ((held << 6) | value) & 0xffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes[filled++] = (held >> bits) & 0xff;
  }
  // Bits beyond the last byte are 0, so that every link has one spelling.
  return (held & ((1 << bits) - 1)) === 0 ? bytes : null;
}
