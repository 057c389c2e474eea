//! Damaged and hostile files: an error or facts, never a panic, never without end, never an answer without bound.
mod common;

use std::time::{Duration, Instant};

use common::run::{Entry, complete, deflated, json, read, stored, symbols};
use common::{Hash, Library, Symbol, Value};
use proptest::prelude::*;
use wheelscope_reader::elf::constants::*;
use wheelscope_reader::error::ErrorId;
use wheelscope_reader::query::Side;

/// Reads facts and, when there are any, a page of symbols; what it says is not the matter here.
fn survive(entry: &Entry) {
    let begun = Instant::now();
    if let Ok((mut session, _)) = complete(entry, 1 << 20) {
        let facts = serde_json::to_vec(&session.take_facts()).unwrap();
        assert!(facts.len() < 256 << 20);
        for text in ["", "run", "std::"] {
            symbols(&mut session, Side::All, text);
        }
    }
    assert!(begun.elapsed() < Duration::from_secs(20));
}

fn error_of(library: &Library) -> ErrorId {
    read(&stored(&library.build())).unwrap_err().id
}

/// Replaces a dynamic entry's value after the file was built.
fn with_dynamic(file: &mut [u8], tag: u64, value: u64) {
    let at = (0..file.len() - 16)
        .step_by(8)
        .rev()
        .find(|at| file[*at..*at + 8] == tag.to_le_bytes())
        .expect("the dynamic section holds the tag");
    file[at + 8..at + 16].copy_from_slice(&value.to_le_bytes());
}

#[test]
fn not_an_elf_file() {
    for content in [&b""[..], b"\x7f", b"\x7fELF", b"PK\x03\x04", b"\x7fELF\x07\x01\x01", b"\x7fELF\x02\x09\x01"] {
        let mut content = content.to_vec();
        content.resize(content.len() + 20, 0);
        let id = read(&stored(&content)).unwrap_err().id;
        assert!(matches!(id, ErrorId::LibraryUnreadable | ErrorId::LibraryTruncated), "{content:?}");
    }
    assert_eq!(read(&stored(&[])).unwrap_err().id, ErrorId::LibraryTruncated);
}

#[test]
fn tables_beyond_the_end() {
    let mut file = Library { section_headers: false, ..Library::default() }.build();
    file.truncate(200);
    assert_eq!(read(&stored(&file)).unwrap_err().id, ErrorId::LibraryTruncated);
}

/// Programs patched by some tools have a string table longer than its segment; the rest of the page is mapped all the same.
#[test]
fn a_string_table_longer_than_its_segment() {
    let mut file = Library::default().build();
    let whole = json(&read(&stored(&file)));
    let strings = memchr::memmem::find(&file, b"\0memcpy\0").unwrap() as u64;
    // `p_filesz` of the first segment; what lies behind it is found by the section headers.
    file[64 + 32..64 + 40].copy_from_slice(&(strings + 20).to_le_bytes());
    // `p_memsz`: if it is larger, zeros follow instead.
    file[64 + 40..64 + 48].copy_from_slice(&(strings + 20).to_le_bytes());
    assert_eq!(json(&read(&stored(&file))), whole);
    let length = file.len() as u64;
    with_dynamic(&mut file, DT_STRSZ, length);
    assert_eq!(json(&read(&stored(&file))), whole, "the loader does not look at DT_STRSZ");
}

#[test]
fn section_headers_beyond_the_end_hide_nothing_from_the_loader() {
    let mut file = Library::default().build();
    let length = file.len();
    file.truncate(length - 64);
    let facts = read(&stored(&file)).unwrap();
    assert_eq!((facts.sections.count, facts.symbol_counts.undefined), (0, 3));
    file[16] = ET_REL as u8;
    assert_eq!(read(&stored(&file)).unwrap_err().id, ErrorId::LibraryTruncated);
}

#[test]
fn counts_that_no_file_has() {
    let mut file = Library { hash: Hash::Sysv, section_headers: false, ..Library::default() }.build();
    let hash = file.windows(12).rposition(|w| w == [1, 0, 0, 0, 6, 0, 0, 0, 0, 0, 0, 0]).unwrap();
    file[hash + 4..hash + 8].copy_from_slice(&u32::MAX.to_le_bytes());
    assert_eq!(read(&stored(&file)).unwrap_err().id, ErrorId::LibraryLimit);
    file[hash + 4..hash + 8].copy_from_slice(&100_000_u32.to_le_bytes());
    assert_eq!(read(&stored(&file)).unwrap_err().id, ErrorId::LibraryTruncated);
}

#[test]
fn version_needs_that_share_one_chain() {
    // 200 providers, each claiming 65,535 versions in the same place.
    let versions = vec![("V", 2, false); 300];
    let mut file = Library { needs: vec![("lib", versions); 200], ..Library::default() }.build();
    let first = file.windows(8).position(|w| w == [1, 0, 44, 1, 0, 0, 0, 0]).map_or(0, |at| at);
    survive(&stored(&file));
    for at in (first..file.len() - 4).step_by(4) {
        if file[at..at + 4] == 16_u32.to_le_bytes() {
            file[at..at + 4].copy_from_slice(&1_u32.to_le_bytes());
        }
    }
    survive(&stored(&file));
    let many: Vec<_> = (0..40_000).map(|_| ("V", 2, false)).collect();
    assert_eq!(error_of(&Library { needs: vec![("lib", many)], ..Library::default() }), ErrorId::LibraryLimit);
}

#[test]
fn a_version_table_that_never_ends() {
    let mut file = Library::default().build();
    with_dynamic(&mut file, DT_VERNEEDNUM, u64::MAX);
    survive(&stored(&file));
    with_dynamic(&mut file, DT_VERDEFNUM, u64::MAX);
    survive(&stored(&file));
}

#[test]
fn names_that_multiply() {
    let long: &'static str = Box::leak("x".repeat(250_000).into_boxed_str());
    let with = |dynamic| Library { dynamic, ..Library::default() };
    let two = with(vec![(DT_NEEDED, Value::Text(long)); 2]);
    assert_eq!(read(&stored(&two.build())).unwrap().needed[1].len(), 250_000);
    assert_eq!(error_of(&with(vec![(DT_NEEDED, Value::Text(long)); 200])), ErrorId::LibraryLimit);
    let longer: &'static str = Box::leak("x".repeat(300_000).into_boxed_str());
    assert_eq!(error_of(&with(vec![(DT_SONAME, Value::Text(longer))])), ErrorId::LibraryLimit);
}

/// Every section has the same name, which is as long as the file allows.
#[test]
fn sections_that_share_one_long_name() {
    const SECTIONS: usize = 60_000;
    let long: &'static str = Box::leak("x".repeat(8 << 20).into_boxed_str());
    let mut extra = vec![("", Vec::new()); SECTIONS];
    extra[0].0 = long;
    let mut file = Library { extra, ..Library::default() }.build();
    let headers = u64::from_le_bytes(file[40..48].try_into().unwrap()) as usize;
    let header = |at: usize| headers + at * 64..headers + at * 64 + 4;
    // The first of them follows the eight of every library.
    let name: [u8; 4] = file[header(8)].try_into().unwrap();
    (9..8 + SECTIONS).for_each(|at| file[header(at)].copy_from_slice(&name));
    let begun = Instant::now();
    assert_eq!(read(&stored(&file)).unwrap().sections.count, SECTIONS + 9);
    assert!(begun.elapsed() < Duration::from_secs(2), "{:?}", begun.elapsed());
}

#[test]
fn watched_and_init_symbols_without_number() {
    let watched = Library { symbols: vec![Symbol::imported("memcpy", 0); 10_001], ..Library::default() };
    assert_eq!(error_of(&watched), ErrorId::LibraryLimit);
    let init = Library { symbols: vec![Symbol::exported("PyInit_x", 1); 10_001], ..Library::default() };
    assert_eq!(error_of(&init), ErrorId::LibraryLimit);
}

#[test]
fn a_hash_table_without_end() {
    let mut file = Library { section_headers: false, ..Library::default() }.build();
    let table = file.windows(12).position(|w| w == [1, 0, 0, 0, 4, 0, 0, 0, 1, 0, 0, 0]).unwrap();
    // Its only bucket points far beyond the chains.
    file[table + 24..table + 28].copy_from_slice(&0x1000_0000_u32.to_le_bytes());
    let id = read(&stored(&file)).unwrap_err().id;
    assert_eq!(id, ErrorId::LibraryUnreadable);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn truncated(at in 0.0..1.0_f64, wide: bool, big: bool, section_headers: bool) {
        let mut file = Library { wide, big, section_headers, ..Library::default() }.build();
        file.truncate((file.len() as f64 * at) as usize);
        survive(&stored(&file));
    }

    #[test]
    fn mutated(
        changes in prop::collection::vec((0.0..1.0_f64, any::<u8>()), 1..40),
        wide: bool, big: bool, section_headers: bool, gnu: bool,
    ) {
        let hash = if gnu { Hash::Gnu } else { Hash::Sysv };
        let mut file = Library { wide, big, hash, section_headers, ..Library::default() }.build();
        let length = file.len() as f64;
        for (at, value) in changes {
            file[(length * at) as usize] = value;
        }
        survive(&stored(&file));
    }

    /// Whole words become the values that hurt most.
    #[test]
    fn extreme_words(changes in prop::collection::vec((0_usize..1000, 0_usize..8), 1..6), wide: bool, big: bool) {
        let mut file = Library { wide, big, ..Library::default() }.build();
        let extremes = [0, 1, u64::MAX, u64::MAX - 7, 1 << 31, 1 << 32, 1 << 63, file.len() as u64];
        for (at, which) in changes {
            let at = at * 4 % (file.len() - 8);
            let value = extremes[which];
            file[at..at + 8].copy_from_slice(&if big { value.to_be_bytes() } else { value.to_le_bytes() });
        }
        survive(&stored(&file));
    }

    #[test]
    fn random_after_the_magic(mut content in prop::collection::vec(any::<u8>(), 0..2_000), wide: bool, big: bool) {
        let ident = [0x7f, b'E', b'L', b'F', 1 + u8::from(wide), 1 + u8::from(big), 1];
        content.splice(0..0, ident);
        survive(&stored(&content));
    }

    /// Damaged deflate data gives an error (or, by chance of the checksum, the same facts).
    #[test]
    fn mutated_deflate(changes in prop::collection::vec((0.0..1.0_f64, any::<u8>()), 1..5)) {
        let file = Library::default().build();
        let mut entry = deflated(&file);
        let whole = json(&read(&entry));
        let length = entry.compressed.len() as f64;
        for (at, value) in changes {
            entry.compressed[(length * at) as usize] = value;
        }
        match read(&entry) {
            Ok(facts) => prop_assert_eq!(json(&Ok(facts)), whole),
            Err(error) => prop_assert!(matches!(
                error.id,
                ErrorId::ZipDamaged | ErrorId::SizeMismatch | ErrorId::ChecksumMismatch
            )),
        }
    }

    #[test]
    fn random_deflate(compressed in prop::collection::vec(any::<u8>(), 0..500), size in 0_u64..5_000) {
        let mut entry = deflated(&[]);
        entry.job.size = size;
        entry.job.compressed = compressed.len() as u64;
        entry.compressed = compressed;
        prop_assert!(read(&entry).is_err());
    }
}
