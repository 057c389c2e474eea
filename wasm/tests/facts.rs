//! What is read from well-formed files of every class and byte order.
mod common;

use common::run::{deflated, json, read, stored};
use common::{Hash, Library, Out, Symbol, Value};
use wheelscope_reader::elf::constants::*;
use wheelscope_reader::elf::facts::{Architecture, ByteOrder, Facts, LibcKind, LibraryRole, Relro};

fn facts(library: &Library) -> Facts {
    read(&stored(&library.build())).expect("a well-formed file")
}

#[test]
fn every_class_and_byte_order_says_the_same() {
    for (wide, big) in [(true, false), (true, true), (false, false), (false, true)] {
        let library = Library { wide, big, machine: 9999, ..Library::default() };
        let facts = facts(&library);
        assert_eq!(facts.class, if wide { 64 } else { 32 });
        assert_eq!(facts.byte_order, if big { ByteOrder::Big } else { ByteOrder::Little });
        assert_eq!(facts.architecture, Architecture::Machine(9999));
        assert_eq!(facts.needed, ["libc.so.6"]);
        assert_eq!(facts.soname.as_deref(), Some("libsample.so.1"));
        assert_eq!(facts.version_definitions, ["SAMPLE_1"]);
        let needs: Vec<_> =
            facts.version_needs.iter().map(|n| (n.library.as_str(), n.version.as_str(), n.weak, &n.symbols)).collect();
        assert_eq!(
            needs,
            [
                ("libc.so.6", "GLIBC_2.14", false, &vec!["memcpy".to_owned()]),
                ("libc.so.6", "GLIBC_2.33", true, &vec!["stat".to_owned()]),
            ]
        );
        let counts = &facts.symbol_counts;
        assert_eq!((counts.defined, counts.undefined, counts.undefined_weak), (2, 3, 1));
        assert_eq!(facts.watched_symbols.len(), 1);
        assert_eq!(facts.watched_symbols[0].provider.as_deref(), Some("libc.so.6"));
        assert_eq!((facts.libc, facts.role), (LibcKind::Glibc, LibraryRole::ExtensionModule));
        assert_eq!(facts.init_symbols, ["PyInit_sample"]);
        assert_eq!(facts.comment, ["GCC: (GNU) 14.2.1", "clang version 22"]);
        assert_eq!((facts.executable_stack, facts.relro, facts.bind_now), (Some(false), Relro::Partial, false));
        assert_eq!((facts.load_alignment, facts.stripped, facts.debug_info), (0x1000, true, false));
        assert_eq!(facts.sections.count, 9);
        assert!(facts.sections.dynamic_symbols && facts.sections.version_needs);
    }
}

#[test]
fn strings_may_run_into_the_rest_of_the_last_page() {
    let mut file = Library::default().build();
    let number = |file: &[u8], at: usize| u64::from_le_bytes(file[at..at + 8].try_into().unwrap());
    // `.dynstr` is the third section; the first program header is the one that loads.
    let section = usize::try_from(number(&file, 40)).unwrap() + 2 * 64;
    let cut = number(&file, section + 24) + number(&file, section + 32) - 4;
    for size in [64 + 32, 64 + 40] {
        file[size..size + 8].copy_from_slice(&cut.to_le_bytes());
    }
    let facts = read(&stored(&file)).expect("the loader maps whole pages");
    assert_eq!(facts.needed, ["libc.so.6"]);
    assert_eq!(facts.version_definitions, ["SAMPLE_1"]);
}

#[test]
fn section_headers_are_not_needed() {
    let whole = facts(&Library::default());
    for hash in [Hash::Gnu, Hash::Sysv, Hash::None] {
        let mut bare = facts(&Library { hash, section_headers: false, ..Library::default() });
        assert_eq!(bare.sections.count, 0);
        assert!(!bare.sections.dynamic_symbols && !bare.sections.version_needs && bare.comment.is_empty());
        bare.sections = facts(&Library::default()).sections;
        bare.comment.clone_from(&whole.comment);
        assert_eq!(serde_json::to_string(&bare).unwrap(), serde_json::to_string(&whole).unwrap(), "{hash:?}");
    }
}

#[test]
fn a_library_without_exports_still_counts_its_imports() {
    let symbols = vec![Symbol::imported("memcpy", 2), Symbol::imported("stat", 3)];
    for hash in [Hash::Gnu, Hash::Sysv, Hash::None] {
        let library = Library { symbols: symbols.clone(), hash, section_headers: false, ..Library::default() };
        assert_eq!(facts(&library).symbol_counts.undefined, 2, "{hash:?}");
    }
}

#[test]
fn architectures() {
    let hard = EF_ARM_EABI_VER5 | EF_ARM_ABI_FLOAT_HARD;
    let cases = [
        (EM_386, false, false, 0, "i686"),
        (EM_X86_64, true, false, 0, "x86_64"),
        (EM_X86_64, false, false, 0, "machine-62"),
        (EM_AARCH64, true, false, 0, "aarch64"),
        (EM_ARM, false, false, hard, "armv7l"),
        (EM_ARM, false, false, EF_ARM_EABI_VER5, "machine-40"),
        (EM_PPC64, true, false, 0, "ppc64le"),
        (EM_PPC64, true, true, 0, "ppc64"),
        (EM_S390, true, true, 0, "s390x"),
        (EM_RISCV, true, false, 0, "riscv64"),
        (EM_LOONGARCH, true, false, 0, "loongarch64"),
    ];
    for (machine, wide, big, flags, name) in cases {
        let library = Library { wide, big, machine, flags, ..Library::default() };
        assert_eq!(serde_json::to_value(facts(&library).architecture).unwrap(), name);
    }
}

#[test]
fn dynamic_flags() {
    let with = |tag, value| {
        let mut library = Library::default();
        library.dynamic.push((tag, value));
        facts(&library)
    };
    assert_eq!(with(DT_FLAGS, Value::Number(DF_BIND_NOW)).relro, Relro::Full);
    assert_eq!(with(DT_FLAGS_1, Value::Number(DF_1_NOW)).relro, Relro::Full);
    assert!(with(DT_BIND_NOW, Value::Number(0)).bind_now);
    assert!(with(DT_FLAGS, Value::Number(DF_TEXTREL)).text_relocations);
    assert!(with(DT_TEXTREL, Value::Number(0)).text_relocations);
    assert!(with(DT_FLAGS, Value::Number(DF_STATIC_TLS)).static_tls);
    assert_eq!(with(DT_RPATH, Value::Text("/a:$ORIGIN")).rpath.as_deref(), Some("/a:$ORIGIN"));
    assert_eq!(with(DT_RUNPATH, Value::Text("$ORIGIN/b")).runpath.as_deref(), Some("$ORIGIN/b"));
    assert_eq!(with(DT_NEEDED, Value::Text("libm.so.6")).needed, ["libc.so.6", "libm.so.6"]);
    let stack = Library { segments: vec![(PT_GNU_STACK, 7)], ..Library::default() };
    assert_eq!(facts(&stack).executable_stack, Some(true));
    let none = Library { segments: vec![], ..Library::default() };
    assert_eq!((facts(&none).executable_stack, facts(&none).relro), (None, Relro::None));
}

#[test]
fn c_libraries() {
    let with = |needed: &[&'static str], interpreter| {
        let dynamic = needed.iter().map(|name| (DT_NEEDED, Value::Text(name))).collect();
        let (needs, definitions, symbols) = (vec![], vec![], vec![]);
        facts(&Library { dynamic, symbols, needs, definitions, interpreter, ..Library::default() }).libc
    };
    assert_eq!(with(&["libm.so.6", "libc.so.6"], None), LibcKind::Glibc);
    assert_eq!(with(&["libc.musl-x86_64.so.1"], None), LibcKind::Musl);
    assert_eq!(with(&["libc.so"], None), LibcKind::Musl);
    assert_eq!(with(&["libc.so"], Some("/system/bin/linker64")), LibcKind::Bionic);
    assert_eq!(with(&["libc.so"], Some("/lib/ld-musl-aarch64.so.1")), LibcKind::Musl);
    assert_eq!(with(&[], Some("/lib64/ld-linux-x86-64.so.2")), LibcKind::Glibc);
    assert_eq!(with(&["libz.so.1"], None), LibcKind::None);
    let bionic = Library {
        dynamic: vec![(DT_NEEDED, Value::Text("libc.so"))],
        needs: vec![("libc.so", vec![("LIBC", 2, false)])],
        ..Library::default()
    };
    assert_eq!(facts(&bionic).libc, LibcKind::Bionic);
    let noted = Library {
        dynamic: vec![],
        needs: vec![],
        notes: note("Android", NT_ANDROID_VERSION, &[21, 0, 0, 0]),
        ..bionic
    };
    assert_eq!(facts(&noted).libc, LibcKind::Bionic);
}

#[test]
fn roles() {
    let plain = Library { symbols: vec![Symbol::exported("run", 1)], ..Library::default() };
    assert_eq!(facts(&plain).role, LibraryRole::SharedLibrary);
    assert_eq!(facts(&Library { e_type: ET_EXEC, ..plain.clone() }).role, LibraryRole::Executable);
    assert_eq!(facts(&Library { e_type: ET_REL, ..plain.clone() }).role, LibraryRole::RelocatableObject);
    let pie = Library { dynamic: vec![(DT_FLAGS_1, Value::Number(DF_1_PIE))], ..plain.clone() };
    assert_eq!(facts(&pie).role, LibraryRole::Executable);
    let other = Library { symbols: vec![Symbol::exported("PyInit_other", 1)], ..plain.clone() };
    assert_eq!(
        (facts(&other).role, facts(&other).init_symbols),
        (LibraryRole::SharedLibrary, vec!["PyInit_other".to_owned()])
    );
    for name in ["initsample", "_cffi_pypyinit_sample", "PyModExport_sample"] {
        let module = Library { symbols: vec![Symbol::exported(name, 1)], ..plain.clone() };
        assert_eq!(facts(&module).role, LibraryRole::ExtensionModule, "{name}");
    }
    let data = Symbol { kind: STT_OBJECT, ..Symbol::exported("PyInit_sample", 1) };
    assert_eq!(facts(&Library { symbols: vec![data], ..plain }).role, LibraryRole::SharedLibrary);
}

#[test]
fn notes_are_read_from_segments() {
    let mut notes = note("GNU", NT_GNU_BUILD_ID, &[0xab, 0x01]);
    let mut property = Out::new(true, false);
    property.u32(0xc000_0002).u32(4).u32(3).u32(0);
    property.u32(GNU_PROPERTY_X86_ISA_1_NEEDED).u32(4).u32(5).u32(0);
    notes.extend(note("GNU", NT_GNU_PROPERTY_TYPE_0, &property.bytes));
    let with = |section_headers| facts(&Library { notes: notes.clone(), section_headers, ..Library::default() });
    for facts in [with(true), with(false)] {
        assert_eq!((facts.build_id.as_deref(), facts.isa_needed), (Some("ab01"), Some(5)));
    }
    let arm = facts(&Library { notes, machine: EM_AARCH64, ..Library::default() });
    assert_eq!(arm.isa_needed, None);
}

#[test]
fn stored_and_deflated_entries_say_the_same() {
    let file = Library::default().build();
    assert_eq!(json(&read(&stored(&file))), json(&read(&deflated(&file))));
}

#[test]
fn names_that_are_not_utf8_are_replaced() {
    let mut file = Library::default().build();
    let at = memchr::memmem::rfind(&file, b"libsample.so.1").unwrap();
    // The last one: the base version definition has the same name.
    file[at] = 0xff;
    assert_eq!(read(&stored(&file)).unwrap().soname.as_deref(), Some("\u{fffd}ibsample.so.1"));
}

#[test]
fn evidence_is_limited_and_counted_in_full() {
    let symbols = vec![Symbol::imported("f", 2); 60];
    let facts = facts(&Library { symbols, ..Library::default() });
    assert_eq!((facts.version_needs[0].symbol_count, facts.version_needs[0].symbols.len()), (60, 50));
    // A version that no symbol asks for still binds.
    assert_eq!((facts.version_needs[1].symbol_count, facts.version_needs[1].version.as_str()), (0, "GLIBC_2.33"));
}

fn note(name: &str, kind: u32, content: &[u8]) -> Vec<u8> {
    let mut out = Out::new(true, false);
    out.u32(name.len() as u32 + 1).u32(content.len() as u32).u32(kind);
    out.bytes.extend(name.as_bytes());
    out.bytes.push(0);
    out.bytes.resize(out.bytes.len().next_multiple_of(4), 0);
    out.bytes.extend(content);
    out.bytes.resize(out.bytes.len().next_multiple_of(4), 0);
    out.bytes
}
