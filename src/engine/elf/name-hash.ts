/** The hash by which link tables know a name (`wasm/src/elf/links.rs`): FNV-1a with 64 bits, of which the upper 53 are kept. */
export function nameHash(name: string): number {
  let hash = 0xcbf2_9ce4_8422_2325n;
  for (const byte of new TextEncoder().encode(name)) {
    hash = ((hash ^ BigInt(byte)) * 0x0000_0100_0000_01b3n) & 0xffff_ffff_ffff_ffffn;
  }
  return Number(hash >> 11n);
}
