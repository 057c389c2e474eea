//! Link tables: what a library asks others for, and what a look-up finds in it.
mod common;

use common::run::{complete, stored};
use common::{Hash, Library, Symbol};
use wheelscope_reader::elf::constants::*;
use wheelscope_reader::elf::links::{HIDDEN, OLD, name_hash};

#[derive(Debug, Default, PartialEq)]
struct Links {
    /// Hash (a whole number), whether it has a version, flags.
    exports: Vec<(u64, bool, u8)>,
    /// Name, version, provider.
    imports: Vec<(String, String, String)>,
}

fn links(library: &Library) -> Links {
    let (mut session, _) = complete(&stored(&library.build()), usize::MAX).expect("a library");
    let bytes = session.take_links();
    let word = |at: usize| u32::from_le_bytes(bytes[at..at + 4].try_into().unwrap()) as usize;
    let [exports, imports, needs, text] = [word(0), word(4), word(8), word(12)];
    let hash = |at: usize| f64::from_le_bytes(bytes[at..at + 8].try_into().unwrap()) as u64;
    let (import_hashes, export_versions) = (16 + 8 * exports, 16 + 8 * (exports + imports));
    let import_needs = export_versions + 4 * (exports + needs);
    let flags = import_needs + 2 * imports;
    assert_eq!(bytes.len(), flags + exports + text);
    let texts: Vec<_> = String::from_utf8_lossy(&bytes[flags + exports..]).split('\0').map(str::to_owned).collect();
    let imported = (0..imports).map(|at| {
        assert_eq!(hash(import_hashes + 8 * at), whole_hash(texts[at].as_bytes()));
        match u16::from_le_bytes([bytes[import_needs + 2 * at], bytes[import_needs + 2 * at + 1]]) {
            0 => (texts[at].clone(), String::new(), String::new()),
            need => {
                let need = imports + 2 * (usize::from(need) - 1);
                (texts[at].clone(), texts[need].clone(), texts[need + 1].clone())
            }
        }
    });
    let exported = (0..exports).map(|at| (hash(16 + 8 * at), word(export_versions + 4 * at) != 0, bytes[flags + at]));
    Links { imports: imported.collect(), exports: exported.collect() }
}

fn whole_hash(name: &[u8]) -> u64 {
    name_hash(name) as u64
}

fn import(name: &str, version: &str, provider: &str) -> (String, String, String) {
    (name.to_owned(), version.to_owned(), provider.to_owned())
}

/// The same values stand in the test of `name-hash.ts`.
#[test]
fn hashes_are_those_of_the_page() {
    assert_eq!(whole_hash(b""), 7_855_485_055_279_502);
    assert_eq!(whole_hash(b"memcpy"), 8_930_005_192_645_344);
    assert_eq!(whole_hash(b"_ZN2at6Tensor3addEv"), 8_161_995_899_745_111);
}

#[test]
fn imports_are_what_relocations_name() {
    for (wide, big) in [(true, false), (false, false), (true, true), (false, true)] {
        // A weak one may be missing, and the last two are its own.
        let relocations = Some((3, vec![1, 2, 3, 5]));
        let library = Library { wide, big, relocations, ..Library::default() };
        let links = links(&library);
        let imports = [import("memcpy", "GLIBC_2.14", "libc.so.6"), import("stat", "GLIBC_2.33", "libc.so.6")];
        assert_eq!(links.imports, imports);
    }
    let only_one = Library { relocations: Some((0, vec![3])), ..Library::default() };
    assert_eq!(links(&only_one).imports, [import("stat", "GLIBC_2.33", "libc.so.6")]);
}

#[test]
fn without_relocations_nothing_is_looked_up() {
    assert_eq!(links(&Library::default()).imports, []);
}

#[test]
fn relocations_that_cannot_be_read_may_name_anything() {
    let mut library = Library { machine: EM_MIPS, ..Library::default() };
    assert_eq!(links(&library).imports.len(), 2);
    library = Library::default();
    library.dynamic.extend([(DT_RELA, common::Value::Number(8)), (DT_RELASZ, common::Value::Number(24))]);
    assert_eq!(links(&library).imports.len(), 2);
}

#[test]
fn exports_are_what_a_look_up_finds() {
    let symbols = vec![
        Symbol::imported("memcpy", 2),
        Symbol::exported("plain", 1),
        Symbol::exported("versioned", 4),
        Symbol::exported("hidden", 4 | VERSYM_HIDDEN),
        Symbol { kind: STT_SECTION, ..Symbol::exported("section", 1) },
        Symbol { binding: STB_WEAK, ..Symbol::exported("weak", 1) },
        Symbol { binding: 13, ..Symbol::exported("of_a_processor", 1) },
    ];
    let library = Library { symbols, hash: Hash::Sysv, ..Library::default() };
    let expected = [
        (whole_hash(b"plain"), false, OLD),
        (whole_hash(b"versioned"), true, 0),
        (whole_hash(b"hidden"), true, HIDDEN),
        (whole_hash(b"weak"), false, OLD),
    ];
    assert_eq!(links(&library).exports, expected);
    // The loader finds only what the hash table leads to.
    assert_eq!(links(&Library { hash: Hash::None, ..library.clone() }).exports, []);
    assert_eq!(links(&Library { hash: Hash::Gnu, ..library }).exports.len(), 4);
}
