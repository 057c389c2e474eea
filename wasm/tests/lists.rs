//! The closed lists that cross the boundary are written once, in the crate: this writes them into
//! `src/facts/reader-lists.ts`, and fails where that file is another. `U=1 cargo test --test lists` rewrites
//! it.
use std::fmt::Write;
use std::fs;
use std::path::PathBuf;

use wheelscope_reader::boundary::{Sniffed, Status};
use wheelscope_reader::elf::cxx::pieces::PieceKind;
use wheelscope_reader::elf::facts::{
    ByteOrder, CudaCompression, CudaKind, CudaSuffix, CxxClass, ElfType, KnownArchitecture, LibcKind, LibraryRole,
    Relro, SectionMark, SymbolBinding, SymbolType,
};
use wheelscope_reader::error::ErrorId;
use wheelscope_reader::query::Side;

/// The longest line that Prettier leaves in one.
const WIDTH: usize = 110;

const HEAD: &str = "\
/**
 * The closed lists of the ELF reader: names and numbers that cross the boundary between WebAssembly and the page.
 *
 * Generated from the enums of the crate in `wasm/` by `U=1 cargo test --test lists` (in that folder); change
 * them there. Share links store the place of a value in its list, so lists only grow at their end.
 */
";

/// Name in TypeScript, names of the values, and the comment.
struct List {
    constant: &'static str,
    names: Vec<&'static str>,
    about: &'static [&'static str],
}

macro_rules! list {
    ($constant:literal, $list:ident) => {
        List { constant: $constant, names: $list::ALL.iter().map(|value| value.name()).collect(), about: $list::ABOUT }
    };
}

fn lists() -> [List; 15] {
    [
        list!("ARCHITECTURES", KnownArchitecture),
        list!("LIBC_KINDS", LibcKind),
        list!("LIBRARY_ROLES", LibraryRole),
        list!("ELF_TYPES", ElfType),
        list!("BYTE_ORDERS", ByteOrder),
        list!("RELRO_KINDS", Relro),
        list!("SYMBOL_BINDINGS", SymbolBinding),
        list!("SYMBOL_TYPES", SymbolType),
        list!("SECTION_MARKS", SectionMark),
        list!("CUDA_KINDS", CudaKind),
        list!("CUDA_SUFFIXES", CudaSuffix),
        list!("CUDA_COMPRESSIONS", CudaCompression),
        list!("CXX_CLASSES", CxxClass),
        list!("READER_ERROR_IDS", ErrorId),
        list!("PIECE_KINDS", PieceKind),
    ]
}

/// Lists of which the numbers cross.
fn codes() -> [List; 4] {
    [list!("STATUS", Status), list!("SNIFFED", Sniffed), list!("SIDES", Side), list!("CLASS_CODES", CxxClass)]
}

#[test]
fn typescript_has_the_lists_of_the_crate() {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../src/facts/reader-lists.ts");
    let text = typescript();
    if std::env::var_os("U").is_some() {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, &text).unwrap();
    }
    let committed = fs::read_to_string(&path).unwrap_or_default();
    assert!(committed == text, "src/facts/reader-lists.ts is not of these enums; run: U=1 cargo test --test lists");
}

#[test]
fn names_are_distinct_and_codes_are_places() {
    for List { constant, names, .. } in lists().into_iter().chain(codes()) {
        let mut distinct = names.clone();
        distinct.sort_unstable();
        distinct.dedup();
        assert_eq!(distinct.len(), names.len(), "{constant}");
    }
    assert!(CxxClass::ALL.iter().zip(0..).all(|(class, place)| class.code() == place));
    assert!(Status::ALL.iter().zip(0..).all(|(status, place)| status.code() == place));
}

/// As Prettier would have it.
fn typescript() -> String {
    let mut text = HEAD.to_owned();
    for list in lists() {
        let quoted = list.names.iter().map(|name| format!("\"{name}\"")).collect();
        comment(&mut text, list.about, None);
        constant(&mut text, list.constant, ["[", "]"], quoted);
    }
    for list in codes() {
        let fields = list.names.iter().zip(0..).map(|(name, code)| {
            let is_identifier = name.bytes().all(|byte| byte.is_ascii_alphanumeric());
            if is_identifier { format!("{name}: {code}") } else { format!("\"{name}\": {code}") }
        });
        comment(&mut text, list.about, Some(" By the numbers that cross the boundary."));
        constant(&mut text, list.constant, ["{ ", " }"], fields.collect());
    }
    text
}

fn comment(text: &mut String, lines: &[&str], more: Option<&str>) {
    match lines.iter().copied().chain(more).collect::<Vec<_>>()[..] {
        [line] => writeln!(text, "\n/**{line} */").unwrap(),
        ref lines => writeln!(text, "\n/**\n *{}\n */", lines.join("\n *")).unwrap(),
    }
}

fn constant(text: &mut String, name: &str, [open, close]: [&str; 2], values: Vec<String>) {
    let line = format!("export const {name} = {open}{}{close} as const;\n", values.join(", "));
    if line.len() <= WIDTH + 1 {
        text.push_str(&line);
        return;
    }
    writeln!(text, "export const {name} = {}", open.trim()).unwrap();
    for value in values {
        writeln!(text, "  {value},").unwrap();
    }
    writeln!(text, "{} as const;", close.trim()).unwrap();
}
