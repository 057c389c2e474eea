//! Single parts: the sparse store, checkpoints, ARM attributes, file names.
mod common;

use wheelscope_reader::checkpoints::Checkpoints;
use wheelscope_reader::elf::arm::cpu_arch;
use wheelscope_reader::elf::identity::stem;
use wheelscope_reader::elf::watch::Watch;
use wheelscope_reader::inflate::Inflater;
use wheelscope_reader::limits::{CHECKPOINT_EVERY, CHECKPOINTS, KEPT_BYTES};
use wheelscope_reader::store::Store;
use wheelscope_reader::stream::{Method, Stream};

#[test]
fn the_store_keeps_exactly_what_is_wanted() {
    let file: Vec<u8> = (0..100_000_u32).map(|at| at as u8 ^ (at >> 8) as u8).collect();
    let mut store = Store::default();
    store.want([90_000..95_000, 10..20, 15..40, 50..60, 5..5]).unwrap();
    assert_eq!(store.first_missing(), Some(10));
    for (at, piece) in file.chunks(777).enumerate() {
        store.accept(at as u64 * 777, piece);
    }
    assert_eq!(store.first_missing(), None);
    assert_eq!(store.get(12..58), Some(&file[12..58]), "neighbours are fetched as one");
    assert_eq!(store.get(90_000..95_000), Some(&file[90_000..95_000]));
    assert_eq!(store.get(9..20), None);
    assert_eq!(store.get(94_000..95_001), None);
}

#[test]
fn the_store_has_a_limit() {
    let mut store = Store::default();
    assert!(store.want(core::iter::once(0..KEPT_BYTES + 1)).is_err());
}

/// A file far larger than the limit of checkpoints times their distance: they thin out, and each still leads to the same bytes.
#[test]
fn checkpoints_thin_out_and_lead_back() {
    let content: Vec<u8> = (0..64_u32 << 20).map(|at| (at.wrapping_mul(at >> 3) >> 11) as u8 & 0x3f).collect();
    let compressed = miniz_oxide::deflate::compress_to_vec(&content, 1);
    let mut stream = Stream::new(Method::Deflate).unwrap();
    let mut checkpoints = Checkpoints::every(64 << 10);
    let mut rest = &compressed[..];
    while !stream.ended {
        checkpoints.consider(&stream).unwrap();
        let (used, _) = stream.next_window(rest, u64::MAX).unwrap();
        rest = &rest[used..];
    }
    assert!(checkpoints.len() <= CHECKPOINTS && checkpoints.len() > CHECKPOINTS / 3, "{}", checkpoints.len());
    for target in [0, 1, 5_000_000, 40_000_000, content.len() as u64 - 1] {
        let checkpoint = checkpoints.before(target).unwrap();
        assert!(checkpoint.written <= target && target - checkpoint.written < CHECKPOINT_EVERY);
        stream.resume(checkpoint).unwrap();
        let start = stream.written as usize;
        let (_, output) = stream.next_window(&compressed[stream_position(checkpoint.read)..], 4096).unwrap();
        assert!(!output.is_empty() || start == content.len());
        assert_eq!(output, &content[start..start + output.len()]);
    }
}

fn stream_position(read: u64) -> usize {
    usize::try_from(read).unwrap()
}

#[test]
fn an_inflater_can_be_used_again() {
    let compressed = miniz_oxide::deflate::compress_to_vec(b"\x7fELF and more", 6);
    let mut inflater = Inflater::new().unwrap();
    for _ in 0..3 {
        let mut magic = [0; 4];
        let step = inflater.step(&compressed, &mut magic).unwrap();
        assert_eq!((&magic, step.produced, step.ended), (b"\x7fELF", 4, false));
        inflater.reset();
    }
    assert!(inflater.step(&[0xff; 10], &mut [0; 4]).is_err());
}

/// `readelf -A` on a Debian armhf library says `Tag_CPU_arch: v7`; these are such attributes, written out.
#[test]
fn arm_attributes() {
    let attributes = |arch: u8| {
        let tags = [&[5][..], b"7-A\0", &[6, arch, 7, 65, 9, 2, 28, 1]].concat();
        let file = [&[1][..], &(5 + tags.len() as u32).to_le_bytes(), &tags].concat();
        let vendor = [b"aeabi\0".to_vec(), file].concat();
        [b"A".to_vec(), (4 + vendor.len() as u32).to_le_bytes().to_vec(), vendor].concat()
    };
    assert_eq!(cpu_arch(&attributes(10), false), Some(10));
    assert_eq!(cpu_arch(&attributes(6), false), Some(6));
    let whole = attributes(10);
    for length in 0..whole.len() {
        let _ = cpu_arch(&whole[..length], false);
        let mut damaged = whole.clone();
        damaged[length] ^= 0xff;
        let _ = cpu_arch(&damaged, false);
        let _ = cpu_arch(&damaged, true);
    }
    assert_eq!(cpu_arch(b"", false), None);
}

#[test]
fn the_module_name_ends_at_the_first_dot() {
    assert_eq!(stem("numpy/_core/_simd.cpython-312-x86_64-linux-gnu.so"), "_simd");
    assert_eq!(stem("plain"), "plain");
    assert_eq!(stem("a/.so"), "");
}

#[test]
fn watched_names() {
    let watch = Watch::new(["memcpy", "a"], ["UCS2_"], 1);
    assert!(watch.matches(b"memcpy") && watch.matches(b"a") && watch.matches(b"PyUnicodeUCS2_Resize"));
    assert!(!watch.matches(b"memcp") && !watch.matches(b"memcpyx") && !watch.matches(b"") && !watch.matches(b"UCS2"));
}
