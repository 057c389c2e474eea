//! The scan over a whole file against a plain reading of the same bytes, however they are cut.
mod common;

use std::time::Duration;

use common::cpu::Stopwatch;
use common::gpu::{Entry, FATBIN, LZ4, SPECIFIC, ZSTD, bundle, compressed_bundle, container};
use common::plainly::{Summary, plainly};
use proptest::prelude::*;
use wheelscope_reader::gpu::{Found, Scan};

fn summary(found: &Found) -> Summary {
    let cuda = &found.cuda;
    let target = |index: usize| {
        let target = &cuda.targets[index].0;
        (target.kind, target.arch, target.suffix as u8, target.isa)
    };
    let used = |index: &usize| cuda.targets[*index].1.entries > 0;
    assert_eq!(cuda.more, 0);
    Summary {
        containers: (cuda.all.containers, cuda.all.bytes),
        damaged: cuda.damaged,
        targets: (0..cuda.targets.len())
            .filter(used)
            .map(|index| (target(index), &cuda.targets[index].1))
            .map(|(target, tally)| (target, (tally.entries, tally.bytes, tally.inflated)))
            .collect(),
        sets: cuda
            .sets
            .iter()
            .map(|(set, sum)| (set.iter().map(|i| target(usize::from(*i))).collect(), (sum.containers, sum.bytes)))
            .collect(),
        places: cuda.places.iter().map(|(start, sum)| (*start, sum.bytes)).collect(),
        bundles: (found.hip.bundles, found.hip.compressed, found.hip.bytes),
        hip: found.hip.targets.iter().map(|(name, tally)| (name.clone(), (tally.entries, tally.bytes))).collect(),
        names: found.mentions.names.iter().map(|mention| mention.name.clone()).collect(),
    }
}

fn scan(file: &[u8], sizes: &[usize]) -> Found {
    let mut scan = Scan::new(file.len() as u64);
    let mut rest = file;
    for size in sizes.iter().cycle() {
        if rest.is_empty() {
            break;
        }
        let (window, after) = rest.split_at((*size).min(rest.len()));
        scan.feed(window);
        rest = after;
    }
    scan.finish()
}

fn entries() -> impl Strategy<Value = Entry> {
    let payload = prop::collection::vec(any::<u8>(), 0..200);
    let kind = prop::sample::select(vec![1_u16, 2, 2, 2, 4, 8, 16]);
    let flags = prop::sample::select(vec![0, 0, SPECIFIC, 0x20_0000, ZSTD, LZ4, 0x1000]);
    (kind, 0_u32..4, flags, 0_usize..8, payload, 8_u16..10).prop_map(|(kind, arch, flags, tail, payload, major)| {
        Entry { kind, arch: 70 + arch * 10, version: (major, 0), flags, tail: tail * 8, payload, inflated: 1_000 }
    })
}

/// Something that may stand in a file.
fn piece() -> impl Strategy<Value = Vec<u8>> {
    let ids = prop::sample::select(vec![
        "host-x86_64-unknown-linux--",
        "hipv4-amdgcn-amd-amdhsa--gfx90a:xnack-",
        "hipv4-amdgcn-amd-amdhsa--gfx942",
        "hip-spirv64-amd-amdhsa--amdgcnspirv",
        "not an id",
    ]);
    let codes = prop::collection::vec((ids, 0_usize..100), 1..5);
    let containers = prop::collection::vec(entries(), 0..6).prop_map(|entries| container(&entries)).boxed();
    let bundles = codes
        .prop_map(|list| {
            let code = [7_u8; 100];
            let list: Vec<(&str, &[u8])> = list.into_iter().map(|(id, length)| (id, &code[..length])).collect();
            bundle(&list)
        })
        .boxed();
    let packed = (0_u16..5, prop::collection::vec(any::<u8>(), 0..50));
    let packed = packed.prop_map(|(version, data)| compressed_bundle(version, &data)).boxed();
    let name = "[ /@]?(lib)?[a-z+.]{0,3}(\\.so){0,2}(\\.[0-9]{0,2}){0,2}\0{0,2}".prop_map(String::into_bytes);
    let whole = prop_oneof![containers, bundles, packed].boxed();
    prop_oneof![
        4 => whole.clone(),
        // Changed somewhere, or with its end missing.
        2 => (whole.clone(), 0.0..1.0_f64, any::<u8>()).prop_map(|(mut bytes, at, value)| {
            let at = (bytes.len() as f64 * at) as usize;
            bytes[at] = value;
            bytes
        }),
        1 => (whole, 0.0..1.0_f64).prop_map(|(mut bytes, at)| {
            bytes.truncate((bytes.len() as f64 * at) as usize / 8 * 8);
            bytes
        }),
        2 => name,
        1 => prop::collection::vec(any::<u8>(), 0..40),
        1 => (100_usize..700).prop_map(|length| vec![b'a'; length]),
    ]
}

/// Pieces at multiples of 8 for the most part.
fn files() -> impl Strategy<Value = Vec<u8>> {
    prop::collection::vec((piece(), 0_u8..10), 0..12).prop_map(|pieces| {
        let mut file = b"\x7fELF".to_vec();
        for (piece, align) in pieces {
            if align > 0 {
                file.resize(file.len().next_multiple_of(8), 0);
            }
            file.extend(piece);
        }
        file
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1_500, ..ProptestConfig::default() })]

    #[test]
    fn whole_files_as_plainly_read(file in files()) {
        prop_assert_eq!(summary(&scan(&file, &[usize::MAX])), plainly(&file));
    }

    #[test]
    fn cut_anyhow(file in files(), sizes in prop::collection::vec(1_usize..700, 1..6)) {
        prop_assert_eq!(scan(&file, &sizes), scan(&file, &[usize::MAX]));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn byte_by_byte(file in files()) {
        prop_assert_eq!(scan(&file, &[1]), scan(&file, &[usize::MAX]));
    }
}

/// A file with some of everything.
fn mixed() -> Vec<u8> {
    let mut file = b"\x7fELF....".to_vec();
    let parts = [
        container(&[Entry::cubin(80, &[1; 100]), Entry::ptx(90, (8, 4), b"text").compressed(LZ4, 400)]),
        b"\0libcuda.so.1\0".to_vec(),
        bundle(&[("host-x86_64-unknown-linux--", b""), ("hipv4-amdgcn-amd-amdhsa--gfx942", &[3; 77])]),
        compressed_bundle(3, b"data"),
        [&[b'x'; 300][..], b"\0libnccl.so.2\0"].concat(),
        container(&[Entry::cubin(90, &[9; 9]).flagged(SPECIFIC)]),
    ];
    for part in parts {
        file.resize(file.len().next_multiple_of(8), 0);
        file.extend(part);
    }
    file
}

#[test]
fn every_border_between_two_windows() {
    let file = mixed();
    let whole = scan(&file, &[usize::MAX]);
    assert_eq!(summary(&whole).containers.0, 2);
    assert_eq!(summary(&whole).bundles, (1, 1, summary(&whole).bundles.2));
    assert_eq!(summary(&whole).names.len(), 2);
    for border in 1..file.len() {
        assert_eq!(scan(&file, &[border, usize::MAX]), whole, "{border}");
    }
}

#[test]
fn what_is_cut_off_is_not_counted() {
    let file = mixed();
    for length in 0..file.len() {
        assert_eq!(summary(&scan(&file[..length], &[100])), plainly(&file[..length]), "{length}");
    }
}

/// Time grows with the file, whatever is in it.
#[test]
fn hostile_files_take_no_longer() {
    const LENGTH: usize = 16 << 20;
    let huge = [&FATBIN[..], &((LENGTH / 2) as u64 / 8 * 8).to_le_bytes()].concat();
    let endless = [&FATBIN[..], &u64::MAX.to_le_bytes()].concat();
    let empty = [&FATBIN[..], &[0; 8]].concat();
    let tiny = container(&[Entry::cubin(80, &[])]);
    let nested = container(&[Entry::cubin(80, &container(&[Entry::cubin(90, &tiny)]))]);
    let parts: [&[u8]; 9] = [
        &FATBIN,
        &huge,
        &endless,
        &empty,
        &tiny,
        &nested,
        b"__CLANG_OFFLOAD_BUNDLE__\x01\0\0\0\0\0\0\0",
        b".so",
        b"CCOB\x02\0\x01\0",
    ];
    for part in parts {
        let file = part.repeat(LENGTH / part.len());
        let begun = Stopwatch::start();
        let found = scan(&file, &[256 << 10]);
        assert!(begun.elapsed() < Duration::from_secs(5), "{part:?}");
        assert!(found.cuda.places.len() <= 65_536 && found.mentions.names.is_empty());
    }
    let names: Vec<u8> = (0..200_000).flat_map(|n| format!("\0lib{n:x}.so.{n}\0").into_bytes()).collect();
    assert_eq!(scan(&names, &[1_000]).mentions.names.len(), 2_000);
}
