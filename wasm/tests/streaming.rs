//! Reading in pieces: whatever their size, the answer is the same, and what lies anywhere in a large file is found.
mod common;

use common::run::{PATH, complete, deflated, json, read, read_with, stored, symbols, watch};
use common::{Hash, Library};
use proptest::prelude::*;
use wheelscope_reader::error::ErrorId;
use wheelscope_reader::query::Side;
use wheelscope_reader::session::{Job, Session};
use wheelscope_reader::stream::Method;

const MIB: usize = 1 << 20;

/// Tables between head and tail of what is kept, so that they must be read a second time.
fn large(section_headers: bool) -> Vec<u8> {
    let mut file = Library { before: 21 * MIB, after: 19 * MIB, section_headers, ..Library::default() }.build();
    // Not all the same byte: matches, literals and block ends must not all fall on round offsets.
    let mut state = 1_u32;
    for at in (1 << 12..20 * MIB).step_by(61) {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        file[at] = (state >> 24) as u8;
    }
    file
}

#[test]
fn tables_in_the_middle_of_a_large_file_are_read_a_second_time() {
    for section_headers in [true, false] {
        let file = large(section_headers);
        let small = read(&stored(&Library { section_headers, ..Library::default() }.build()));
        let (through_deflate, trace) = read_with(&deflated(&file), 64 << 10).unwrap();
        assert!((1..=4).contains(&trace.seeks), "{trace:?}");
        // One checkpoint distance and one piece at most for each seek, not the whole file again.
        assert!(trace.pushed < 2 * deflated(&file).compressed.len(), "{trace:?}");
        let (through_stored, _) = read_with(&stored(&file), 1 << 20).unwrap();
        assert_eq!(json(&Ok(through_deflate)), json(&small));
        assert_eq!(json(&Ok(through_stored)), json(&small));
    }
}

#[test]
fn piece_size_does_not_matter_in_a_large_file() {
    let entry = deflated(&large(true));
    let expected = json(&read(&entry));
    for piece in [1 << 20, 65_537, 4_099] {
        assert_eq!(json(&read_with(&entry, piece).map(|(facts, _)| facts)), expected);
    }
}

#[test]
fn symbols_can_be_asked_for_after_the_tables_were_fetched() {
    let (mut session, _) = complete(&deflated(&large(false)), 1 << 20).unwrap();
    assert_eq!(symbols(&mut session, Side::All, "").total, 5);
    assert_eq!(symbols(&mut session, Side::Imported, "").total, 3);
    assert_eq!(symbols(&mut session, Side::Exported, "SAMPLE::run").rows[0].facts.version.as_deref(), Some("SAMPLE_1"));
}

fn broken(change: impl FnOnce(&mut Job)) -> ErrorId {
    let mut entry = deflated(&Library::default().build());
    change(&mut entry.job);
    read(&entry).unwrap_err().id
}

#[test]
fn what_the_archive_promised_is_checked() {
    assert_eq!(broken(|job| job.size += 1), ErrorId::SizeMismatch);
    assert_eq!(broken(|job| job.size -= 1), ErrorId::SizeMismatch);
    assert_eq!(broken(|job| job.size = 0), ErrorId::SizeMismatch);
    assert_eq!(broken(|job| job.crc32 = Some(7)), ErrorId::ChecksumMismatch);
    let file = Library::default().build();
    let mut entry = stored(&file);
    entry.job.compressed -= 1;
    assert_eq!(read(&entry).unwrap_err().id, ErrorId::SizeMismatch);
    let mut entry = deflated(&file);
    entry.job.crc32 = None;
    assert!(read(&entry).is_ok());
}

#[test]
fn an_entry_that_ends_early_is_damaged() {
    let whole = deflated(&Library::default().build());
    for length in 0..whole.compressed.len() {
        let mut entry = whole.clone();
        entry.compressed.truncate(length);
        assert_eq!(read(&entry).unwrap_err().id, ErrorId::ZipDamaged, "{length}");
    }
    let mut entry = stored(&Library::default().build());
    entry.compressed.pop();
    assert_eq!(read(&entry).unwrap_err().id, ErrorId::ZipDamaged);
}

#[test]
fn an_entry_that_changes_between_passes_is_damaged() {
    let file = large(true);
    let mut session = Session::open(deflated(&file).job).unwrap();
    let watch = watch();
    let first = session.push(&deflated(&file).compressed, &watch).unwrap();
    assert!(matches!(first, wheelscope_reader::session::Progress::Seek(_)));
    assert_eq!(session.finish(&watch).unwrap_err().id, ErrorId::ZipDamaged);
}

#[test]
fn a_bomb_is_not_inflated_past_its_size() {
    let bomb = vec![0; 64 * MIB];
    let mut entry = deflated(&bomb);
    entry.job.size = 1000;
    let error = read(&entry).unwrap_err();
    assert_eq!((error.id, error.offset), (ErrorId::SizeMismatch, Some(1000)));
}

#[test]
fn a_promised_size_reserves_no_memory_of_that_size() {
    let job = Job { path: PATH.to_owned(), method: Method::Deflate, compressed: 10, size: 1 << 52, crc32: None };
    let mut session = Session::open(job).unwrap();
    assert_eq!(session.finish(&watch()).unwrap_err().id, ErrorId::ZipDamaged);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, ..ProptestConfig::default() })]

    /// Inflated or stored, in pieces of one byte or at once: one answer.
    #[test]
    fn piece_size_does_not_matter(
        piece in 1_usize..300, before in 0_usize..5_000, wide: bool, big: bool, gnu: bool, section_headers: bool,
    ) {
        let hash = if gnu { Hash::Gnu } else { Hash::Sysv };
        let file = Library { wide, big, hash, section_headers, before, ..Library::default() }.build();
        let expected = json(&read(&stored(&file)));
        prop_assert!(expected.contains("GLIBC_2.14"));
        for entry in [stored(&file), deflated(&file)] {
            prop_assert_eq!(&json(&read_with(&entry, piece).map(|(facts, _)| facts)), &expected);
        }
    }
}
