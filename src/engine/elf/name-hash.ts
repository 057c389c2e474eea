/**
 * The hash by which link tables know a name (`wasm/src/elf/links.rs`, `name_hash`): eight letters at a time, little endian, the last ones
 * filled up with zeros; the upper 53 of 64 bits.
 */
const FACTOR = 0x9e37_79b9_7f4a_7c15n;
const ALL = 0xffff_ffff_ffff_ffffn;

export function nameHash(name: string): number {
  const letters = new TextEncoder().encode(name);
  const padded = new Uint8Array((Math.floor(letters.length / 8) + 1) * 8);
  padded.set(letters);
  const view = new DataView(padded.buffer);
  let hash = BigInt(letters.length);
  for (let at = 0; at < padded.length; at += 8) hash = mix(hash, view.getBigUint64(at, true));
  return Number(mix(hash, FACTOR) >> 11n);
}

function mix(hash: bigint, word: bigint): bigint {
  const product = ((hash ^ word) * FACTOR) & ALL;
  return product ^ (product >> 32n);
}
