//! The scan over every byte of a file, and bytes made to keep it busy.
mod common;

use common::cpu::Stopwatch;
use common::gpu::{Entry, FATBIN, LZ4, container};
use wheelscope_reader::gpu::{Found, Scan};

const SIZE: usize = 8 << 20;
const WINDOW: usize = 256 << 10;

/// Feeds a file of one piece over and over. It takes a second at most, the rest is for busy machines; quadratic, it would take an hour.
fn scanned(piece: &[u8]) -> Found {
    let file = piece.repeat(SIZE / piece.len());
    let begun = Stopwatch::start();
    let mut scan = Scan::new(file.len() as u64);
    file.chunks(WINDOW).for_each(|window| scan.feed(window));
    let found = scan.finish();
    let name = String::from_utf8_lossy(&piece[..piece.len().min(16)]).into_owned();
    assert!(begun.elapsed().as_secs_f64() < 20.0, "{name:?}: {:?}", begun.elapsed());
    found
}

#[test]
fn magic_numbers_without_containers() {
    for piece in [&b"CCOB\x02\0\x01\0"[..], b"CCOB\x03\0\x01\0", b"__CLANG_OFFLOAD_BUNDLE__", b"__CLANG_"] {
        let found = scanned(piece);
        assert_eq!((found.hip.bundles, found.hip.compressed), (0, 0));
    }
    let found = scanned(&FATBIN[..8]);
    assert_eq!((found.cuda.all.containers, found.cuda.damaged > 1_000), (0, true));
}

#[test]
fn compressed_bundles_of_nothing() {
    // Version 1, zstd, something after decompression, a hash, and the magic number of the data.
    let piece = [&b"CCOB\x01\0\x01\0\x01\0\0\0\0\0\0\0\0\0\0\0\x28\xb5\x2f\xfd"[..]].concat();
    let found = scanned(&piece);
    assert_eq!(found.hip.compressed, SIZE / piece.len() - 1);
}

#[test]
fn names_of_libraries_at_every_turn() {
    for piece in [&b".so\0"[..], b".so", b"lib.so.1.1", b"liba.so\0", b".so.1111", b"libaaaa.so.1.2.3.4.5.6.7.8\0"] {
        assert!(scanned(piece).mentions.names.len() <= 1);
    }
}

/// More targets than are distinguished, each in every container: a container with one too many is none.
#[test]
fn more_targets_than_there_are() {
    let entries: Vec<Entry> = (0..300).map(|arch| Entry { payload: Vec::new(), ..Entry::cubin(arch, &[]) }).collect();
    let found = scanned(&container(&entries));
    assert_eq!((found.cuda.all.containers, found.cuda.targets.len()), (0, 256));
    let found = scanned(&container(&entries[..256]));
    assert_eq!((found.cuda.damaged, found.cuda.sets.len()), (0, 1));
    assert_eq!(found.cuda.sets[0].0.len(), 256);
}

/// Samples that claim to grow without end.
#[test]
fn samples_of_endless_copies() {
    // One literal, then a copy from a byte before of a length that goes on as long as the payload.
    let block = [&[0x1f, b'a', 1, 0][..], &vec![255; 300 << 10]].concat();
    let entries: Vec<Entry> = (0..20).map(|arch| Entry::cubin(arch, &block).compressed(LZ4, u64::MAX)).collect();
    let found = scanned(&container(&entries));
    assert_eq!(found.cuda.damaged, 0);
    assert_eq!(found.cuda.targets.iter().map(|(_, tally)| tally.inflated).max(), Some(u64::MAX));
    assert!(found.cuda.toolkits.is_empty());
}
