//! Where containers of GPU code may begin: three magic numbers, looked for together.

/// Containers begin at multiples of this, in the file as in memory.
pub const ALIGN: usize = 8;

/// `fatBinaryHeader` of CUDA: magic `0xba55ed50`, version 1, header of 16 bytes.
const FATBIN: u64 = 0x0010_0001_ba55_ed50;
/// The first 8 of the 24 bytes `__CLANG_OFFLOAD_BUNDLE__`.
const BUNDLE: u64 = u64::from_le_bytes(*b"__CLANG_");
/// A compressed bundle; version and method follow.
const COMPRESSED: u64 = u32::from_le_bytes(*b"CCOB") as u64;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Magic {
    Fatbin,
    Bundle,
    Compressed,
}

/// Bytes compared before it is asked whether one of them was it; a multiple of what a vector holds.
const BLOCK: usize = 128;

/// The first magic number at a multiple of [`ALIGN`] bytes from the start, and where it is.
pub fn find(bytes: &[u8]) -> Option<(usize, Magic)> {
    let blocks = bytes.chunks_exact(BLOCK);
    let last = bytes.len() - blocks.remainder().len();
    for (number, block) in blocks.enumerate() {
        // Without a branch inside, so that the compiler makes vector code of it.
        let hits = block.chunks_exact(ALIGN).fold(0, |hits, word| {
            let word = word_of(word);
            hits | u64::from(word == FATBIN) | u64::from(word == BUNDLE) | u64::from(word & 0xffff_ffff == COMPRESSED)
        });
        if hits != 0 {
            return find_in(block).map(|(at, magic)| (number * BLOCK + at, magic));
        }
    }
    find_in(&bytes[last..]).map(|(at, magic)| (last + at, magic))
}

fn find_in(bytes: &[u8]) -> Option<(usize, Magic)> {
    bytes.chunks_exact(ALIGN).enumerate().find_map(|(number, word)| {
        let magic = match word_of(word) {
            FATBIN => Magic::Fatbin,
            BUNDLE => Magic::Bundle,
            word if word & 0xffff_ffff == COMPRESSED => Magic::Compressed,
            _ => return None,
        };
        Some((number * ALIGN, magic))
    })
}

fn word_of(bytes: &[u8]) -> u64 {
    bytes.try_into().map_or(0, u64::from_le_bytes)
}
