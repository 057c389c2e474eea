//! The reader reads what the loader reads: nothing that a loader passes over may hide from us what it finds. Each case changes
//! one thing in a file that loads, and the facts stay the same, or the file counts as unreadable.
mod common;

use common::run::{read, stored};
use common::{BASE, Hash, Library, Value};
use wheelscope_reader::elf::constants::*;
use wheelscope_reader::elf::facts::{Facts, SectionFacts};
use wheelscope_reader::error::{Error, ErrorId};

/// 64-bit, little endian: the segments are 56 bytes each from offset 64 on, and the first is `PT_LOAD`, the second `PT_DYNAMIC`.
fn built() -> Vec<u8> {
    Library { hash: Hash::Sysv, ..Library::default() }.build()
}

fn facts(file: &[u8]) -> Result<Facts, Error> {
    read(&stored(file))
}

/// All facts but those about the section headers, which auditwheel goes by.
fn told(file: &[u8]) -> String {
    let mut facts = facts(file).expect("a file that loads");
    facts.sections = SectionFacts { count: 0, dynamic_symbols: false, version_needs: false };
    facts.stripped = true;
    serde_json::to_string(&facts).unwrap()
}

fn put<const N: usize>(file: &mut [u8], at: usize, bytes: [u8; N]) {
    file[at..at + N].copy_from_slice(&bytes);
}

fn word(file: &[u8], at: usize) -> u64 {
    u64::from_le_bytes(file[at..at + 8].try_into().unwrap())
}

/// Where the value of a dynamic entry stands.
fn entry(file: &[u8], tag: u64) -> usize {
    let dynamic = word(file, 64 + 56 + 8) as usize;
    (dynamic..).step_by(16).find(|at| word(file, *at) == tag).expect("there is such an entry") + 8
}

/// Where a table of the dynamic section lies in the file.
fn table(file: &[u8], tag: u64) -> usize {
    (word(file, entry(file, tag)) - BASE) as usize
}

/// The offsets of the section headers of a type, of sections that are loaded.
fn sections(file: &[u8], kind: u32) -> Vec<usize> {
    let (headers, count) = (word(file, 40) as usize, u16::from_le_bytes([file[60], file[61]]));
    let all = (0..usize::from(count)).map(|index| headers + 64 * index);
    let loaded = all.filter(|at| word(file, at + 8) & SHF_ALLOC != 0);
    loaded.filter(|at| file[at + 4..at + 8] == kind.to_le_bytes()).collect()
}

type Change = fn(&mut Vec<u8>);

#[test]
fn what_the_loader_passes_over() {
    let cases: &[(&str, Change)] = &[
        ("DT_STRSZ ends behind the first name", |file| {
            let at = entry(file, DT_STRSZ);
            put(file, at, 12_u64.to_le_bytes());
        }),
        ("DT_STRSZ is 0", |file| {
            let at = entry(file, DT_STRSZ);
            put(file, at, [0; 8]);
        }),
        ("DT_STRSZ is larger than the file", |file| {
            let at = entry(file, DT_STRSZ);
            put(file, at, u64::MAX.to_le_bytes());
        }),
        ("DT_VERNEEDNUM is 0", |file| {
            let at = entry(file, DT_VERNEEDNUM);
            put(file, at, [0; 8]);
        }),
        ("DT_VERDEFNUM is 0", |file| {
            let at = entry(file, DT_VERDEFNUM);
            put(file, at, [0; 8]);
        }),
        ("vn_cnt is 0", |file| {
            let at = table(file, DT_VERNEED) + 2;
            put(file, at, [0; 2]);
        }),
        ("vd_cnt is 0", |file| {
            let at = table(file, DT_VERDEF) + 6;
            put(file, at, [0; 2]);
        }),
        ("the dynamic section calls itself NOBITS", |file| {
            for at in sections(file, SHT_DYNAMIC) {
                put(file, at + 4, SHT_NOBITS.to_le_bytes());
            }
        }),
        ("all tables call themselves NOBITS", |file| {
            for kind in [SHT_DYNAMIC, SHT_DYNSYM, 3, 0x6fff_ffff, SHT_GNU_VERNEED, SHT_GNU_VERDEF] {
                for at in sections(file, kind) {
                    put(file, at + 4, SHT_NOBITS.to_le_bytes());
                }
            }
        }),
        ("the version tables call themselves empty", |file| {
            for at in [sections(file, SHT_GNU_VERNEED), sections(file, SHT_GNU_VERDEF)].concat() {
                put(file, at + 32, [0; 8]);
            }
        }),
        ("the symbol table calls itself empty", |file| {
            for at in sections(file, SHT_DYNSYM) {
                put(file, at + 32, [0; 8]);
            }
        }),
        ("PT_DYNAMIC calls itself one entry long", |file| put(file, 64 + 56 + 32, 16_u64.to_le_bytes())),
        ("PT_DYNAMIC lies about its place in the file", |file| put(file, 64 + 56 + 8, 64_u64.to_le_bytes())),
        ("the segment ends early, and the page goes on", |file| {
            put(file, 64 + 32, 0x10_u64.to_le_bytes());
            put(file, 64 + 40, 0x10_u64.to_le_bytes());
        }),
    ];
    let whole = told(&built());
    for (what, change) in cases {
        let mut file = built();
        change(&mut file);
        assert_eq!(told(&file), whole, "{what}");
    }
}

/// Two program headers of a kind: the loader goes by the last.
#[test]
fn the_last_of_several() {
    let two = Library { segments: vec![(PT_DYNAMIC, 6)], ..Library::default() };
    let last = 64 + 2 * 56;
    let mut file = two.build();
    let first = file[64 + 56..64 + 112].to_vec();
    file[last..last + 56].copy_from_slice(&first);
    let whole = told(&file);
    // The first one leads nowhere.
    put(&mut file, 64 + 56 + 16, 8_u64.to_le_bytes());
    assert_eq!(told(&file), whole);
    // One without bytes, as `objcopy --only-keep-debug` leaves it, is passed by.
    let mut file = two.build();
    put(&mut file, last + 32, [0; 8]);
    assert_eq!(told(&file), whole);
}

/// Addresses that two segments claim belong to the later one.
#[test]
fn the_later_segment_covers_the_earlier() {
    let mut file = Library { segments: vec![(PT_LOAD, 5)], ..Library::default() }.build();
    let second = 64 + 2 * 56;
    let strings = table(&file, DT_STRTAB);
    let address = word(&file, entry(&file, DT_STRTAB));
    // A copy of the page with the names, with another library in it, is mapped over the first.
    let page = strings / 4096 * 4096;
    file.resize(file.len().next_multiple_of(4096), 0);
    let copy = file.len();
    let mut names = file[page..copy].to_vec();
    let places: Vec<usize> = memchr::memmem::find_iter(&names, b"libc.so.6").collect();
    for at in places {
        put(&mut names, at, *b"libX.so.6");
    }
    file.extend(&names);
    put(&mut file, second + 8, (copy as u64).to_le_bytes());
    put(&mut file, second + 16, (address / 4096 * 4096).to_le_bytes());
    for size in [second + 32, second + 40] {
        put(&mut file, size, (names.len() as u64).to_le_bytes());
    }
    assert_eq!(facts(&file).unwrap().needed, ["libX.so.6"]);
}

#[test]
fn names_that_cannot_be_read() {
    let unreadable: &[(&str, Change)] = &[
        ("a needed library beyond what is loaded", |file| {
            let at = entry(file, DT_NEEDED);
            put(file, at, (1_u64 << 30).to_le_bytes());
        }),
        ("a needed library without a name", |file| {
            let at = entry(file, DT_NEEDED);
            put(file, at, [0; 8]);
        }),
        ("a provider without a name", |file| {
            let at = table(file, DT_VERNEED) + 4;
            put(file, at, [0; 4]);
        }),
        ("a version without a name", |file| {
            let at = table(file, DT_VERNEED) + 16 + 8;
            put(file, at, [0; 4]);
        }),
        ("a version beyond what is loaded", |file| {
            let at = table(file, DT_VERNEED) + 16 + 8;
            put(file, at, u32::MAX.to_le_bytes());
        }),
        ("a symbol beyond what is loaded", |file| {
            let at = table(file, DT_SYMTAB) + 24;
            put(file, at, u32::MAX.to_le_bytes());
        }),
        ("version needs of another format", |file| {
            let at = table(file, DT_VERNEED);
            put(file, at, 2_u16.to_le_bytes());
        }),
        ("names outside of every segment", |file| {
            let at = entry(file, DT_STRTAB);
            put(file, at, (1_u64 << 40).to_le_bytes());
        }),
        ("version needs outside of every segment", |file| {
            let at = entry(file, DT_VERNEED);
            put(file, at, (1_u64 << 40).to_le_bytes());
        }),
    ];
    for (what, change) in unreadable {
        let mut file = built();
        change(&mut file);
        assert_eq!(facts(&file).unwrap_err().id, ErrorId::LibraryUnreadable, "{what}");
    }
}

/// A dynamic section that nothing ends, in a segment after which no zeros follow.
#[test]
fn a_dynamic_section_without_an_end() {
    let library = Library { dynamic: vec![(DT_NEEDED, Value::Text("libc.so.6"))], ..Library::default() };
    let mut file = Library { section_headers: false, after: 0, ..library }.build();
    let end = entry(&file, DT_NULL) - 8;
    file.truncate(end);
    for size in [64 + 32, 64 + 40] {
        put(&mut file, size, (end as u64).to_le_bytes());
    }
    assert_eq!(facts(&file).unwrap_err().id, ErrorId::LibraryUnreadable);
    // Zeros follow: they are the end.
    put(&mut file, 64 + 40, 1_u64.wrapping_shl(20).to_le_bytes());
    assert!(facts(&file).is_ok());
}

/// Debug information split from a library keeps its program headers; where its tables were, there is something else.
#[test]
fn debug_files_have_no_dynamic_section() {
    let mut file = built();
    for kind in [SHT_DYNAMIC, SHT_DYNSYM, 3, 0x6fff_ffff, SHT_GNU_VERNEED, SHT_GNU_VERDEF] {
        for at in sections(&file, kind) {
            put(&mut file, at + 4, SHT_NOBITS.to_le_bytes());
        }
    }
    let dynamic = word(&file, 64 + 56 + 8) as usize;
    let headers = word(&file, 40) as usize;
    file[dynamic..headers].fill(0x5a);
    let facts = facts(&file).unwrap();
    assert!(facts.needed.is_empty() && facts.version_needs.is_empty());
}
