//! What a library's code was built against: C++ names in groups, Python's names, telling sections.
mod common;

use common::run::{complete, deflated, read, stored, symbols};
use common::{Hash, Library, StaticSymbol, Symbol};
use wheelscope_reader::elf::constants::*;
use wheelscope_reader::elf::facts::{CxxClass, CxxFacts, CxxNames};
use wheelscope_reader::error::ErrorId;
use wheelscope_reader::query::{Filter, Query, Side};

/// A library with names of every group.
fn library() -> Library {
    let defined = |name| Symbol::exported(name, 1);
    Library {
        needs: vec![("libstdc++.so.6", vec![("GLIBCXX_3.4", 2, false), ("CXXABI_1.3", 3, false)])],
        definitions: vec![],
        symbols: vec![
            Symbol::imported("_ZNSs6appendEPKcm", 2),
            Symbol::imported("_ZNSs4_Rep20_S_empty_rep_storageE", 2),
            Symbol::imported("_ZNSt7collateIcE2idE", 2),
            Symbol::imported("_ZTVSt14collate_bynameIcE", 2),
            Symbol::imported("_ZNSt7collateIcED2Ev", 2),
            Symbol::imported("_ZNSt7collateIcEC1ERKSs", 2),
            Symbol::imported("__cxa_throw", 3),
            Symbol::imported("_ZTVN10__cxxabiv117__class_type_infoE", 3),
            Symbol::imported("_ZN5other4callENSt7__cxx1112basic_stringIcSt11char_traitsIcESaIcEEE", 0),
            Symbol::imported("_ZN5other4callEv", 0),
            defined("_ZN4mine3getB5cxx11Ev"),
            defined("_ZN4mine3setERKSs"),
            defined("_ZN4mine3runEv"),
            defined("_Z4freev"),
            Symbol { binding: STB_GNU_UNIQUE, kind: STT_OBJECT, ..defined("_ZZN4mine3runEvE5cache") },
            Symbol { binding: STB_WEAK, ..defined("_ZNSt6vectorIiSaIiEED2Ev") },
            defined("_ZNSt7__cxx1112basic_stringIcSt11char_traitsIcESaIcEE7reserveEv"),
            defined("_ZNSt11logic_errorC1ERKNSt7__cxx1112basic_stringIcSt11char_traitsIcESaIcEEE"),
            defined("_ZNSt10filesystem6removeERKNS_7__cxx114pathE"),
            Symbol { binding: STB_WEAK, ..defined("_ZNSt10filesystem7__cxx114pathD2Ev") },
            Symbol { kind: STT_OBJECT, ..defined("_ZSt4cout") },
            // A program's copy of an object of the runtime.
            Symbol { kind: STT_OBJECT, ..Symbol::exported("_ZSt3cin", 2) },
            defined("_ZN4core3fmt5write17h0123456789abcdefE"),
            defined("plain"),
        ],
        ..Library::default()
    }
}

fn counts(names: &CxxNames) -> [usize; 6] {
    let CxxNames { new, old, both, libcxx, stray, neutral, .. } = names;
    [new.count, old.count, both.count, libcxx.count, stray.count, *neutral]
}

#[test]
fn groups_of_a_library() {
    let facts = read(&deflated(&library().build())).unwrap();
    let CxxFacts { from_runtime, from_others, own, runtime } = facts.cxx.unwrap();
    assert_eq!(counts(&from_runtime), [0, 2, 0, 0, 4, 2]);
    assert_eq!(from_runtime.old.symbols, ["_ZNSs6appendEPKcm", "_ZNSt7collateIcEC1ERKSs"]);
    assert_eq!(from_runtime.scopes, Vec::<String>::new());
    assert_eq!(counts(&from_others), [1, 0, 0, 0, 0, 1]);
    assert_eq!(from_others.scopes, ["other"]);
    assert_eq!(counts(&own), [1, 1, 0, 0, 0, 3]);
    assert_eq!(own.scopes, ["::", "mine"]);
    assert_eq!((runtime.count, runtime.new, runtime.old, runtime.libcxx), (6, 4, 0, 0));
    assert_eq!(runtime.nonshared, 2);
    assert_eq!(runtime.hybrid_marks.symbols, ["_ZNSt10filesystem6removeERKNS_7__cxx114pathE"]);
    assert_eq!(runtime.static_marks.symbols, ["_ZSt4cout"]);
    assert_eq!(facts.unique_exports.symbols, ["_ZZN4mine3runEvE5cache"]);
}

#[test]
fn a_library_without_cxx_names() {
    let symbols = vec![Symbol::imported("memcpy", 0), Symbol::exported("_ZN1a17h0123456789abcdefE", 0)];
    let facts = read(&stored(&Library { symbols, ..Library::default() }.build())).unwrap();
    assert!(facts.cxx.is_none() && facts.python.is_none() && facts.unique_exports.count == 0);
}

#[test]
fn groups_keep_the_first_names_and_the_most_frequent_scopes() {
    let name = |at: usize, times: usize| (0..times).map(move |member| format!("_ZN4s{at:03}2f{member}ERKSs"));
    let rare = (0..200).flat_map(|at| name(at, 1));
    let names: Vec<String> = rare.chain((200..240).flat_map(|at| name(at, 3))).collect();
    let symbols = names.iter().map(|name| Symbol::exported(name.clone().leak(), 0)).collect();
    let facts = read(&stored(&Library { symbols, ..Library::default() }.build())).unwrap();
    let own = facts.cxx.unwrap().own;
    assert_eq!(own.old.count, 320);
    assert_eq!(own.old.symbols, names[..20]);
    assert_eq!(own.scopes.len(), 64);
    assert!(own.scopes.is_sorted() && (200..240).all(|at| own.scopes.contains(&format!("s{at:03}"))));
}

#[test]
fn pages_of_one_class() {
    let (mut session, _) = complete(&stored(&library().build()), 1 << 20).unwrap();
    let all = symbols(&mut session, Side::All, "");
    for &class in CxxClass::ALL {
        let filter = Filter { side: Side::All, text: String::new(), version: None, cxx: Some(class) };
        let page = session.symbols(&Query { filter, offset: 0, limit: 5_000 }).unwrap();
        let names: Vec<&str> = page.rows.iter().map(|row| row.facts.name.as_str()).collect();
        let expected = all.rows.iter().filter(|row| row.cxx == Some(class)).map(|row| row.facts.name.as_str());
        assert_eq!(names, expected.collect::<Vec<_>>());
    }
    assert_eq!(all.rows.iter().filter(|row| row.cxx.is_none()).count(), 3);
}

/// Many symbols that share one long string would cost its length times their number.
#[test]
fn names_that_share_one_string() {
    let long = format!("_Z{}", "1a".repeat(40_000));
    let count = 60;
    let symbols = (0..count).map(|_| Symbol::exported(long.clone().leak(), 0)).collect();
    let library = Library { symbols, needs: vec![], definitions: vec![], hash: Hash::Sysv, ..Library::default() };
    let mut file = library.build();
    assert!(read(&stored(&file)).is_ok(), "each has a string of its own");
    // Now all names begin at 1, and the table ends behind the first.
    let first = [&1_u32.to_le_bytes()[..], &[STB_GLOBAL << 4 | STT_FUNC, 0, 1, 0]].concat();
    let table = memchr::memmem::find(&file, &first).unwrap();
    for entry in file[table..].chunks_mut(24).take(count) {
        entry[..4].copy_from_slice(&1_u32.to_le_bytes());
    }
    let all = (long.len() + 1) * count;
    let size = file.windows(16).position(|entry| {
        let word = |at: usize| u64::from_le_bytes(entry[at..at + 8].try_into().unwrap());
        word(0) == DT_STRSZ && word(8) > all as u64
    });
    let size = size.unwrap() + 8;
    file[size..size + 8].copy_from_slice(&(long.len() as u64 + 2).to_le_bytes());
    assert_eq!(read(&stored(&file)).unwrap_err().id, ErrorId::LibraryLimit);
}

#[test]
fn names_of_python() {
    let symbols = vec![
        Symbol::imported("Py_Initialize", 0),
        Symbol::imported("PyList_New", 0),
        Symbol::imported("_Py_Dealloc", 0),
        Symbol::imported("PyList_New", 0),
        Symbol::imported("PyInit_other", 0),
        Symbol::imported("Pretty", 0),
        Symbol::imported("__Py", 0),
        Symbol::exported("PyInit_sample", 0),
        Symbol::exported("PyModExport_sample", 0),
        Symbol::exported("PyMine_API", 0),
        Symbol::exported("memcpy", 0),
    ];
    let facts = read(&stored(&Library { symbols, ..Library::default() }.build())).unwrap();
    let python = facts.python.unwrap();
    assert_eq!(python.imports, ["PyList_New", "Py_Initialize", "_Py_Dealloc"]);
    assert_eq!((python.exports, python.export_count), (vec!["PyMine_API".to_owned()], 1));
    assert_eq!(python.locals, None, "no static symbol table");
}

#[test]
fn lists_of_python_names_end() {
    let name = |prefix: &str, at: usize| format!("{prefix}{at:05}").leak();
    let imports = (0..4_500).map(|at| Symbol::imported(name("PyIn", at), 0));
    let exports = (0..900).map(|at| Symbol::exported(name("_PyOut", at), 0));
    let library = Library { symbols: imports.chain(exports).collect(), ..Library::default() };
    let python = read(&deflated(&library.build())).unwrap().python.unwrap();
    assert_eq!((python.imports.len(), python.exports.len(), python.export_count), (4_000, 200, 900));
    assert!(python.imports.is_sorted() && python.imports[3_999] == "PyIn03999");
}

/// Only what is inside counts, and only of an extension module.
#[test]
fn local_names_of_python() {
    let symbols = |init| vec![Symbol::imported("PyList_New", 0), Symbol::exported(init, 0)];
    let inside = |name, binding, visibility, kind, section| StaticSymbol { name, binding, visibility, kind, section };
    let table = vec![
        inside("Py_XDECREF", STB_LOCAL, 0, STT_FUNC, 1),
        inside("Py_DECREF.part.0", STB_LOCAL, 0, STT_FUNC, 1),
        inside("Py_XDECREF.cold", STB_LOCAL, 0, STT_FUNC, 1),
        inside("_PyMine_data", STB_GLOBAL, STV_HIDDEN, STT_OBJECT, 1),
        inside("PyVisible", STB_GLOBAL, 0, STT_FUNC, 1),
        inside("PyElsewhere", STB_GLOBAL, STV_HIDDEN, STT_FUNC, 0),
        inside("PyInit_inside", STB_LOCAL, 0, STT_FUNC, 1),
        inside("Py_label", STB_LOCAL, 0, STT_NOTYPE, 1),
        inside("other", STB_LOCAL, 0, STT_FUNC, 1),
    ];
    let locals = |library: Library| read(&stored(&library.build())).unwrap().python.unwrap().locals;
    let module = Library { symbols: symbols("PyInit_sample"), static_symbols: table, ..Library::default() };
    let expected = ["Py_DECREF", "Py_XDECREF", "_PyMine_data"].map(str::to_owned).to_vec();
    for (wide, big) in [(true, false), (true, true), (false, false), (false, true)] {
        assert_eq!(locals(Library { wide, big, ..module.clone() }), Some(expected.clone()));
    }
    // Far inside a large file, the table is fetched in a later pass.
    let large = Library { before: 9 << 20, after: 12 << 20, ..module.clone() };
    assert_eq!(read(&deflated(&large.build())).unwrap().python.unwrap().locals, Some(expected));
    assert_eq!(locals(Library { symbols: symbols("PyInit_another"), ..module }), None);
}

#[test]
fn telling_sections_in_their_order() {
    let marks = vec!["__nv_relfatbin", ".relr.dyn", ".go.buildinfo", ".relr.dyn", ".text", ".nv_fatbin"];
    let extra = marks.into_iter().map(|name| (name, vec![0; 8])).collect();
    let library = Library { extra, ..Library::default() };
    let facts = read(&stored(&library.build())).unwrap();
    let marks: Vec<&str> = facts.section_marks.iter().map(|mark| mark.name()).collect();
    assert_eq!(marks, [".go.buildinfo", ".relr.dyn", ".nv_fatbin", "__nv_relfatbin"]);
}
