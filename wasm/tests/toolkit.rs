//! Toolkits named inside GPU code, and the decoder for what is compressed with LZ4.
mod common;

use common::Library;
use common::gpu::{Entry, LZ4, ZSTD, container};
use common::run::{read, stored};
use proptest::prelude::*;
use wheelscope_reader::gpu::lz4::start_of;

fn toolkits(content: Vec<u8>) -> Vec<String> {
    let library = Library { extra: vec![(".nv_fatbin", content)], ..Library::default() };
    read(&stored(&library.build())).unwrap().gpu.unwrap().cuda.unwrap().toolkits
}

fn note(number: &str) -> Vec<u8> {
    [&b"\x7fELF ptxas\0Cuda compilation tools, release "[..], number.as_bytes(), b"\0Build cuda\0"].concat()
}

/// A length in the upper or lower half of a token, and the bytes that follow when 15 are not enough.
fn length(length: usize) -> (u8, Vec<u8>) {
    if length < 15 {
        return (length as u8, Vec::new());
    }
    let rest = length - 15;
    let mut more = vec![255; rest / 255];
    more.push((rest % 255) as u8);
    (15, more)
}

/// A block of literals and copies (distance, count), and what it stands for. Copies that reach too far are shortened.
fn block(parts: &[(Vec<u8>, usize, usize)]) -> (Vec<u8>, Vec<u8>) {
    let (mut packed, mut plain) = (Vec::new(), Vec::new());
    for (literals, distance, count) in parts {
        let (high, more) = length(literals.len());
        plain.extend(literals);
        let distance = (*distance).min(plain.len());
        let (low, more_count) = length(if distance == 0 { 0 } else { *count });
        packed.push(high << 4 | low);
        packed.extend(more);
        packed.extend(literals);
        if distance == 0 {
            break;
        }
        packed.extend((distance as u16).to_le_bytes());
        packed.extend(more_count);
        (0..count + 4).for_each(|_| plain.push(plain[plain.len() - distance]));
    }
    (packed, plain)
}

#[test]
fn named_in_code_as_it_is() {
    let entries = [Entry::cubin(80, &note("13.0, V13.0.88")), Entry::ptx(90, (8, 4), &note("12.4, V12.4.131"))];
    assert_eq!(toolkits(container(&entries)), ["12.4.131", "13.0.88"]);
    assert_eq!(toolkits(container(&[Entry::cubin(80, &note("11.8"))])), ["11.8"]);
    for other in ["", "x", ", V", "\0 12.0"] {
        assert!(toolkits(container(&[Entry::cubin(80, &note(other))])).is_empty(), "{other:?}");
    }
}

#[test]
fn named_in_compressed_code() {
    let text = note("12.8, V12.8.93");
    let (packed, plain) = block(&[(vec![7; 300], 1, 400), (text, 9, 30), (b"end".to_vec(), 0, 0)]);
    assert_eq!(start_of(&packed, 1 << 20), plain);
    let entry = |flag| container(&[Entry::cubin(80, &packed).compressed(flag, plain.len() as u64)]);
    assert_eq!(toolkits(entry(LZ4)), ["12.8.93"]);
    // The bytes happen to be there as they are, but what is behind the other flags is not read.
    assert!(toolkits(entry(ZSTD)).is_empty());
    let for_linking = Entry { kind: 8, ..Entry::cubin(80, &packed).compressed(LZ4, plain.len() as u64) };
    assert!(toolkits(container(&[for_linking])).is_empty());
}

#[test]
fn one_entry_of_each_of_the_first_targets() {
    let with = |arch: u32, number: u32| Entry::cubin(arch, &note(&format!("{number}.0")));
    assert_eq!(toolkits(container(&[with(80, 1), with(80, 2), with(90, 3)])), ["1.0", "3.0"]);
    let many: Vec<Entry> = (0..40).map(|n| with(n, n)).collect();
    assert_eq!(toolkits(container(&many)).len(), 16);
    // Only the beginning of a large one.
    let mut large = vec![0; 300 << 10];
    large.extend(note("9.0"));
    assert!(toolkits(container(&[Entry::cubin(80, &large)])).is_empty());
}

#[test]
fn a_block_from_the_format_description() {
    // A literal, then a run of it; then the five literals every block ends with.
    assert_eq!(
        start_of(&[0x1f, b'a', 1, 0, 5, 0x50, b'b', b'c', b'd', b'e', b'f'], 100),
        b"aaaaaaaaaaaaaaaaaaaaaaaaabcdef"
    );
    // Copies from before the start, and from nowhere.
    assert_eq!(start_of(&[0x10, b'a', 2, 0, 0], 100), b"a");
    assert_eq!(start_of(&[0x10, b'a', 0, 0, 0], 100), b"a");
}

proptest! {
    #[test]
    fn blocks(parts in prop::collection::vec(
        (prop::collection::vec(any::<u8>(), 0..600), 0_usize..700, 0_usize..600), 1..8,
    ), cut in 0.0..1.0_f64, limit in 0_usize..5_000) {
        let (packed, plain) = block(&parts);
        prop_assert_eq!(&start_of(&packed, usize::MAX), &plain);
        prop_assert_eq!(start_of(&packed, limit), &plain[..limit.min(plain.len())]);
        let shorter = start_of(&packed[..(packed.len() as f64 * cut) as usize], usize::MAX);
        prop_assert!(plain.starts_with(&shorter));
    }

    #[test]
    fn any_bytes(block in prop::collection::vec(any::<u8>(), 0..300), limit in 0_usize..2_000) {
        prop_assert!(start_of(&block, limit).len() <= limit);
    }
}
