//! GPU code as the facts have it: targets, groups, sections, bundles.
mod common;

use common::Library;
use common::gpu::{Entry, FAMILY, FATBIN, LZ4, SPECIFIC, ZSTD, bundle, compressed_bundle, container};
use common::run::{deflated, json, read, stored};
use wheelscope_reader::elf::facts::{CudaCode, CudaCompression, CudaKind, Facts, HipCode};
use wheelscope_reader::gpu::Scan;

fn facts(extra: Vec<(&'static str, Vec<u8>)>) -> Facts {
    read(&stored(&Library { extra, ..Library::default() }.build())).unwrap()
}

fn cuda(content: Vec<u8>) -> CudaCode {
    facts(vec![(".nv_fatbin", content)]).gpu.unwrap().cuda.unwrap()
}

fn hip(content: Vec<u8>) -> Option<HipCode> {
    facts(vec![(".hip_fatbin", content)]).gpu?.hip
}

/// `sm_90a`, `compute_120 9.0`.
fn targets(cuda: &CudaCode) -> Vec<String> {
    let name = |kind: CudaKind| match kind.name() {
        "sass" => "sm".to_owned(),
        "ptx" => "compute".to_owned(),
        other => other.to_owned(),
    };
    let isa = |isa: &Option<String>| isa.as_ref().map_or(String::new(), |isa| format!(" {isa}"));
    cuda.targets.iter().map(|t| format!("{}_{}{}{}", name(t.kind), t.arch, t.suffix.name(), isa(&t.ptx_isa))).collect()
}

#[test]
fn targets_in_order_whatever_the_file_is() {
    let content = container(&[
        Entry::ptx(120, (9, 0), b".version 9.0").compressed(ZSTD, 1_234),
        Entry { kind: 8, ..Entry::cubin(90, b"ir") },
        Entry::cubin(100, &[1; 20]).flagged(FAMILY),
        Entry::cubin(90, &[1; 24]).flagged(SPECIFIC),
        Entry::cubin(90, &[1; 30]).compressed(LZ4, 700),
        Entry::cubin(75, &[1; 8]),
        Entry { kind: 77, ..Entry::cubin(100, b"tile") },
    ]);
    let mut first = None;
    for (wide, big) in [(true, false), (true, true), (false, false), (false, true)] {
        let library = Library { wide, big, extra: vec![(".nv_fatbin", content.clone())], ..Library::default() };
        let cuda = read(&deflated(&library.build())).unwrap().gpu.unwrap().cuda.unwrap();
        assert_eq!(
            targets(&cuda),
            ["sm_75", "sm_90", "sm_90a", "sm_100f", "compute_120 9.0", "lto-ir_90", "other_100"]
        );
        let bytes: Vec<_> = cuda.targets.iter().map(|t| (t.bytes, t.inflated_bytes, t.compression.name())).collect();
        assert_eq!(bytes[..3], [(8, 8, "none"), (30, 700, "lz4"), (24, 24, "none")]);
        assert_eq!(bytes[4], (12, 1_234, "zstd"));
        assert_eq!((cuda.containers, cuda.bytes, cuda.damaged), (1, content.len() as u64, 0));
        let answer = serde_json::to_string(&cuda).unwrap();
        assert_eq!(first.get_or_insert(answer.clone()), &answer);
    }
}

/// The header of the first entry of torchvision 0.29.1's extension, which is of 112 bytes and for `sm_100`; its payload is left out.
#[test]
fn a_real_header() {
    let head = "02000101 70000000 18e10100 00000000 00000000 40000000 08000100 64000000 00000000 00000000 11000001 00000000 \
                00000000 00000000 00000000 00000000 48000000 24000000 00020900 00020201 00020505 00030701 01020300 00020601 \
                00040b08 00010000 00000000 00000000";
    let words = head.split_whitespace().flat_map(|word| u32::from_str_radix(word, 16).unwrap().to_be_bytes());
    let entry: Vec<u8> = words.chain(vec![0; 0x1e118]).collect();
    let cuda = cuda([&FATBIN[..], &(entry.len() as u64).to_le_bytes(), &entry].concat());
    assert_eq!(targets(&cuda), ["sm_100"]);
    let target = &cuda.targets[0];
    assert_eq!((target.kind_number, target.bytes, target.compression), (2, 0x1e118, CudaCompression::None));
}

#[test]
fn groups_and_places() {
    let both = container(&[Entry::cubin(80, &[1; 8]), Entry::cubin(90, &[1; 8])]);
    let new = container(&[Entry::cubin(90, &[1; 64])]);
    let same = container(&[Entry::cubin(90, &[1; 8]), Entry::cubin(80, &[1; 8]), Entry::cubin(80, &[2; 8])]);
    let facts = facts(vec![
        (".nv_fatbin", [&both[..], &new, &same].concat()),
        (".lrodata", [&[0; 40][..], &new, &[0; 8], &new].concat()),
        (".rodata", vec![0; 100]),
    ]);
    let cuda = facts.gpu.unwrap().cuda.unwrap();
    assert_eq!(targets(&cuda), ["sm_80", "sm_90"]);
    let groups: Vec<_> = cuda.groups.iter().map(|g| (g.targets.clone(), g.containers, g.bytes)).collect();
    let length = |parts: &[&Vec<u8>]| parts.iter().map(|part| part.len() as u64).sum::<u64>();
    assert_eq!(groups, [(vec![1], 3, 3 * length(&[&new])), (vec![0, 1], 2, length(&[&both, &same]))]);
    let places: Vec<_> = cuda.places.iter().map(|p| (p.section.as_deref(), p.containers, p.bytes)).collect();
    let expected = [(Some(".nv_fatbin"), 3, length(&[&both, &new, &same])), (Some(".lrodata"), 2, 2 * length(&[&new]))];
    assert_eq!(places, expected);
}

#[test]
fn outside_of_every_section() {
    let mut library = Library { before: 4_096, section_headers: false, ..Library::default() };
    let one = container(&[Entry::cubin(80, &[1; 8])]);
    let place = |library: &Library| {
        let mut file = library.build();
        file[1_024..1_024 + one.len()].copy_from_slice(&one);
        let cuda = read(&stored(&file)).unwrap().gpu.unwrap().cuda.unwrap();
        (cuda.places.len(), cuda.places[0].section.clone(), cuda.containers)
    };
    assert_eq!(place(&library), (1, None, 1));
    library.section_headers = true;
    assert_eq!(place(&library), (1, None, 1));
}

#[test]
fn mixed_compression() {
    let one = |flag| container(&[Entry::cubin(80, &[1; 9]).compressed(flag, 50)]);
    assert_eq!(cuda([one(ZSTD), one(ZSTD)].concat()).targets[0].compression, CudaCompression::Zstd);
    assert_eq!(cuda(one(0x1000)).targets[0].compression, CudaCompression::Other);
    let mixed = cuda([one(ZSTD), one(LZ4)].concat());
    assert_eq!(
        (mixed.targets[0].compression, mixed.targets[0].entries, mixed.targets[0].bytes),
        (CudaCompression::Mixed, 2, 18)
    );
}

/// The length of a container and each number of an entry that decides where the next one is.
#[test]
fn damaged_containers() {
    let good = container(&[Entry::cubin(80, &[1; 16]), Entry::cubin(90, &[1; 16])]);
    let after = container(&[Entry::cubin(75, &[])]);
    let damage = |at: usize, bytes: &[u8]| {
        let mut content = good.clone();
        content[at..at + bytes.len()].copy_from_slice(bytes);
        let cuda = cuda([content, after.clone()].concat());
        (cuda.containers, cuda.damaged, targets(&cuda))
    };
    let found = |damaged| (1, damaged, vec!["sm_75".to_owned()]);
    // Of the container: too long for the file, not a multiple of 8, shorter than its entries.
    assert_eq!(damage(8, &u64::MAX.to_le_bytes()), found(1));
    assert_eq!(damage(8, &155_u64.to_le_bytes()), found(1));
    assert_eq!(damage(8, &64_u64.to_le_bytes()), found(1));
    assert_eq!(damage(8, &88_u64.to_le_bytes()), found(1));
    // Of the first entry, then of the second.
    for entry in [16, 96] {
        assert_eq!(damage(entry, &[0, 0]), found(1));
        for header in [0_u32, 56, 68, 1 << 20, u32::MAX] {
            assert_eq!(damage(entry + 4, &header.to_le_bytes()), found(1), "{header}");
        }
        for size in [15_u64, 1 << 20, u64::MAX, u64::MAX - 7] {
            assert_eq!(damage(entry + 8, &size.to_le_bytes()), found(1), "{size}");
        }
        // Compressed to more than there is.
        assert_eq!(damage(entry + 40, &LZ4.to_le_bytes()).1, 0);
    }
    // An empty one is what programs that write containers have among their constants.
    let empty = cuda([&FATBIN[..], &[0; 8], &after].concat());
    assert_eq!((empty.containers, empty.damaged), (1, 0));
}

#[test]
fn what_lies_inside_a_container_is_part_of_it() {
    let inner = container(&[Entry::cubin(90, &[1; 8])]);
    let payload = [&inner[..], b"\0libinside.so\0"].concat();
    let facts = facts(vec![(".nv_fatbin", container(&[Entry::cubin(80, &payload)]))]);
    assert_eq!(targets(&facts.gpu.unwrap().cuda.unwrap()), ["sm_80"]);
    assert!(facts.mentioned_libraries.is_empty());
}

#[test]
fn numbers_without_bound() {
    let entry = Entry::cubin(80, &[1; 8]).compressed(ZSTD, u64::MAX);
    let cuda = cuda([container(&[entry.clone(), entry.clone()]), container(&[entry])].concat());
    assert_eq!(cuda.targets[0].inflated_bytes, (1 << 53) - 1);
    // More targets than are distinguished: what has them is no container for us, and nothing grows.
    let many: Vec<u8> = (0..2_000).flat_map(|arch| container(&[Entry::cubin(arch, &[])])).collect();
    let many = self::cuda(many);
    assert_eq!((many.targets.len(), many.containers, many.damaged), (256, 256, 1_744));
    assert_eq!((many.groups.len(), many.more_containers), (256, 0));
}

#[test]
fn more_sets_than_are_passed_on() {
    // Every set of 13 architectures: 8,191 of them, and one twice.
    let set = |bits: u32| -> Vec<u8> {
        let entries: Vec<Entry> =
            (0..13).filter(|bit| bits >> bit & 1 == 1).map(|bit| Entry::cubin(50 + bit, &[])).collect();
        container(&entries)
    };
    let mut content: Vec<u8> = (1..1 << 13).flat_map(set).collect();
    content.extend(set(5));
    let cuda = cuda(content);
    assert_eq!((cuda.containers, cuda.targets.len(), cuda.groups.len()), (8_192, 13, 256));
    assert_eq!((cuda.groups[0].targets.clone(), cuda.groups[0].containers), (vec![0, 2], 2));
    let grouped: usize = cuda.groups.iter().map(|group| group.containers).sum();
    assert_eq!(grouped + cuda.more_containers, 8_192);
}

#[test]
fn more_places_than_are_remembered() {
    let one = container(&[Entry::cubin(80, &[])]);
    let many = one.repeat(70_000);
    let mut scan = Scan::new(many.len() as u64);
    scan.feed(&many);
    let found = scan.finish();
    assert_eq!((found.cuda.places.len(), found.cuda.all.containers), (65_536, 70_000));
    assert_eq!(found.cuda.places.iter().map(|(_, sum)| sum.containers).sum::<usize>(), 70_000);
}

#[test]
fn bundles() {
    let one = bundle(&[
        ("host-x86_64-unknown-linux--", b""),
        ("hipv4-amdgcn-amd-amdhsa--gfx90a:sramecc+:xnack-", &[1; 100]),
        ("hipv4-amdgcn-amd-amdhsa--gfx1100", &[2; 60]),
    ]);
    let other =
        bundle(&[("hip-spirv64-amd-amdhsa--amdgcnspirv", &[3; 8]), ("hipv4-amdgcn-amd-amdhsa--gfx1100", &[2; 4])]);
    let padded = [one.clone(), vec![0; one.len().next_multiple_of(4_096) - one.len()], other.clone()].concat();
    let hip = hip(padded).unwrap();
    let targets: Vec<_> = hip.targets.iter().map(|t| (t.target.as_str(), t.entries, t.bytes)).collect();
    assert_eq!(targets, [("amdgcnspirv", 1, 8), ("gfx1100", 2, 64), ("gfx90a:sramecc+:xnack-", 1, 100)]);
    assert_eq!((hip.bundles, hip.compressed_bundles, hip.bytes), (2, 0, (one.len() + other.len()) as u64));
}

/// The environment of the triple is empty, `unknown` (as compilers of 2025 write it), or left out (as those before 2021 did).
#[test]
fn ids_of_bundles() {
    let ids = [
        "hipv4-amdgcn-amd-amdhsa--gfx942",
        "hipv4-amdgcn-amd-amdhsa-unknown-gfx942",
        "hip-amdgcn-amd-amdhsa-gfx942",
        "openmp-amdgcn-amd-amdhsa--gfx90a:xnack-",
        "hip-amdgcn-amd-amdhsa-gfx90a:xnack-",
        "host-x86_64-unknown-linux-gnu-",
        "sycl-spir64-unknown-unknown",
    ];
    let hip = hip(bundle(&ids.map(|id| (id, &[1; 8][..])))).unwrap();
    let targets: Vec<_> = hip.targets.iter().map(|t| (t.target.as_str(), t.entries)).collect();
    assert_eq!(targets, [("gfx90a:xnack-", 2), ("gfx942", 3), ("sycl-spir64-unknown-unknown", 1)]);
}

#[test]
fn compressed_bundles() {
    let (first, second, third) =
        (compressed_bundle(1, &[1; 100]), compressed_bundle(2, &[1; 100]), compressed_bundle(3, &[1; 100]));
    let hip = hip([&first[..], &[0; 4], &second, &third].concat()).unwrap();
    // Of the first version only the header's length is known.
    assert_eq!((hip.bundles, hip.compressed_bundles, hip.bytes), (0, 3, 20 + 128 + 136));
    assert!(hip.targets.is_empty());
}

/// What a compiler has in its own data.
#[test]
fn a_magic_number_alone_is_no_bundle() {
    let text = b"__CLANG_OFFLOAD_BUNDLE__";
    let id = "hipv4-amdgcn-amd-amdhsa--gfx942";
    let whole = bundle(&[(id, &[1; 40])]);
    let changed = |at: usize, value: &[u8]| {
        let mut content = whole.clone();
        content[at..at + value.len()].copy_from_slice(value);
        content
    };
    let no_bundles = [
        [&text[..], b"\0\0\0\0\0\0\0\0", &[0; 100]].concat(),
        [&text[..], b"\0cannot read bundle header of \0\0\0\0"].concat(),
        changed(24, &2_000_u64.to_le_bytes()),
        changed(24, &2_u64.to_le_bytes()),
        changed(32, &8_u64.to_le_bytes()),
        changed(32, &u64::MAX.to_le_bytes()),
        changed(40, &u64::MAX.to_le_bytes()),
        changed(48, &0_u64.to_le_bytes()),
        changed(48, &1_000_u64.to_le_bytes()),
        changed(56, b"other"),
        b"CCOB\0\0\0\0compressed offload bundle, wrong version of it".to_vec(),
        [&b"CCOB\x02\0\x01\0"[..], &[0; 40]].concat(),
        compressed_bundle(4, &[0; 40]),
    ];
    for content in no_bundles {
        assert!(hip(content.clone()).is_none(), "{content:?}");
    }
    assert!(hip(whole).is_some());
}

/// Containers before, across and behind what is kept of a large file.
#[test]
fn in_a_large_file() {
    let one = container(&[Entry::cubin(80, &vec![1; 100_000])]);
    let small = Library { before: 64, ..Library::default() };
    let large = Library { before: 20 << 20, after: 5 << 20, ..Library::default() };
    assert!(read(&stored(&small.build())).unwrap().gpu.is_none());
    let mut file = large.build();
    for at in [4_096, (6 << 20) - 8, 11 << 20, 22 << 20] {
        file[at..at + one.len()].copy_from_slice(&one);
    }
    let through_deflate = read(&deflated(&file));
    let cuda = through_deflate.as_ref().unwrap().gpu.as_ref().unwrap().cuda.as_ref().unwrap();
    assert_eq!((cuda.containers, cuda.bytes, cuda.damaged), (4, 4 * one.len() as u64, 0));
    assert_eq!(json(&through_deflate), json(&read(&stored(&file))));
}
