//! Pages of symbols and readable names.
mod common;

use std::fmt::Write;

use common::run::{complete, stored, symbols};
use common::{Library, Symbol};
use proptest::prelude::*;
use wheelscope_reader::demangle::demangle;
use wheelscope_reader::query::{Filter, Query, Side};

/// Mangled names of many kinds: templates, substitutions, operators, special names, Rust's two schemes, plain C.
const NAMES: [&str; 20] = [
    "_ZN2at4_ops10add_Tensor4callERKNS_6TensorES4_RKN3c106ScalarE",
    "_ZNSt6vectorIiSaIiEE9push_backERKi",
    "_ZNSt7__cxx1112basic_stringIcSt11char_traitsIcESaIcEE9_M_createERmm",
    "_ZSt4cout",
    "_ZTVN10__cxxabiv120__si_class_type_infoE",
    "_ZTIN5torch3jit6ModuleE",
    "_ZThn16_N5torch3jit6ModuleD0Ev",
    "_ZGVZN3foo3barEvE4inst",
    "_ZN12_GLOBAL__N_16hiddenEv",
    "_ZNK3FooplERKS_",
    "_ZNK3FoocvbEv",
    "_ZN4core3fmt9Formatter9write_str17h0123456789abcdefE",
    "_ZN58_$LT$alloc..string..String$u20$as$u20$core..fmt..Write$GT$9write_str17h0123456789abcdefE",
    "_RNvCs15kBYyAo9fc_7mycrate7example",
    "_RINvNtC3std3mem8align_ofjE",
    "_ZN5arrow8internal11TaskGroupIXadL_Z3runvEEE3addEv",
    "_ZN3c104cuda10CUDAStream6streamEv",
    "memcpy",
    "PyInit_sample",
    "_Z_not_mangled",
];

fn names() -> Library {
    Library { symbols: NAMES.iter().map(|name| Symbol::exported(name, 1)).collect(), ..Library::default() }
}

#[test]
fn readable_names() {
    assert_eq!(
        demangle(b"_ZNSt6vectorIiSaIiEE9push_backERKi").unwrap(),
        "std::vector<int, std::allocator<int> >::push_back(int const&)"
    );
    assert_eq!(
        demangle(b"_ZN4core3fmt9Formatter9write_str17h0123456789abcdefE").unwrap(),
        "core::fmt::Formatter::write_str"
    );
    assert_eq!(demangle(b"_RNvCs15kBYyAo9fc_7mycrate7example").unwrap(), "mycrate::example");
    assert_eq!(demangle(b"_ZTVN5torch3jit6ModuleE").unwrap(), "vtable for torch::jit::Module");
    assert_eq!(
        demangle(b"_ZThn16_N5torch3jit6ModuleD0Ev").unwrap(),
        "non-virtual thunk to torch::jit::Module::~Module()"
    );
    assert_eq!(demangle(b"_ZTv0_n24_NSoD1Ev").unwrap(), "virtual thunk to std::ostream::~ostream()");
    assert_eq!(demangle(b"_ZTIN5torch3jit6ModuleE").unwrap(), "typeinfo for torch::jit::Module");
    assert_eq!(demangle(b"memcpy"), None);
    assert_eq!(demangle(b"_Z_not_mangled"), None);
    assert_eq!(demangle(b"_ZN\xff\xfe"), None);
}

#[test]
fn a_name_that_would_grow_without_bound_is_left_alone() {
    // Each template argument repeats all before it.
    let mut name = String::from("_Z1fI1aIiE");
    for id in 0..30 {
        let back = char::from_digit(id, 36).unwrap().to_ascii_uppercase();
        write!(name, "S{}_1bIS{back}_S{back}_E", if id == 0 { String::new() } else { back.to_string() }).unwrap();
    }
    name.push_str("EvT_");
    let _ = demangle(name.as_bytes());
    let _ = demangle(format!("_Z{}", "N".repeat(16_000)).as_bytes());
    let _ = demangle(format!("_Z1f{}i", "P".repeat(16_000)).as_bytes());
    assert_eq!(demangle(format!("_ZN{}E", "1a".repeat(10_000)).as_bytes()), None);
}

#[test]
fn pages_and_sides() {
    let (mut session, _) = complete(&stored(&Library::default().build()), 1 << 20).unwrap();
    let mut page = |side, version: Option<&str>, offset, limit| {
        let filter = Filter { side, text: String::new(), version: version.map(str::to_owned), cxx: None };
        let page = session.symbols(&Query { filter, offset, limit }).unwrap();
        (page.total, page.rows.into_iter().map(|row| row.facts.name).collect::<Vec<_>>())
    };
    assert_eq!(page(Side::All, None, 0, 2), (5, vec!["memcpy".to_owned(), "__gmon_start__".to_owned()]));
    assert_eq!(page(Side::All, None, 4, 9), (5, vec!["_ZN6sample3runEi".to_owned()]));
    assert_eq!(page(Side::All, None, 5, 9), (5, vec![]));
    assert_eq!(page(Side::Imported, Some("GLIBC_2.33"), 0, 9), (1, vec!["stat".to_owned()]));
    assert_eq!(page(Side::Exported, Some("SAMPLE_1"), 0, 9), (1, vec!["_ZN6sample3runEi".to_owned()]));
    assert_eq!(page(Side::Imported, Some("SAMPLE_1"), 0, 9), (0, vec![]));
}

#[test]
fn text_without_regard_to_case() {
    let (mut session, _) = complete(&stored(&names().build()), 1 << 20).unwrap();
    let mut found = |text: &str| symbols(&mut session, Side::All, text).total;
    assert_eq!(found("MEMCPY"), 1);
    assert_eq!(found("at::tensor"), 1);
    assert_eq!(found("(anonymous namespace)::hidden"), 1);
    assert_eq!(found("vtable for"), 1);
    assert_eq!(found("std::vector<int"), 1);
    assert_eq!(found("mycrate::example"), 1);
    assert_eq!(found("<alloc::string::String as core::fmt::Write>"), 1);
    assert_eq!(found("no such thing"), 0);
}

proptest! {
    /// The search that avoids demangling finds exactly what demangling everything finds.
    #[test]
    fn nothing_is_missed(which in 0..NAMES.len(), from in 0.0..1.0_f64, length in 1_usize..40) {
        let readable = |name: &str| demangle(name.as_bytes()).unwrap_or_default().to_ascii_lowercase();
        let source: Vec<char> = format!("{} {}", NAMES[which], readable(NAMES[which])).chars().collect();
        let start = (source.len() as f64 * from) as usize;
        let text: String = source[start..(start + length).min(source.len())].iter().collect();
        let lower = text.to_ascii_lowercase();
        let expected: Vec<&str> = NAMES
            .into_iter()
            .filter(|name| name.to_ascii_lowercase().contains(&lower) || readable(name).contains(&lower))
            .collect();
        let (mut session, _) = complete(&stored(&names().build()), 1 << 20).unwrap();
        let page = symbols(&mut session, Side::All, &text);
        let found: Vec<String> = page.rows.into_iter().map(|row| row.facts.name).collect();
        prop_assert_eq!(found, expected);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, ..ProptestConfig::default() })]

    /// Whatever is put together from the pieces of mangled names is answered soon.
    #[test]
    fn no_name_takes_long(
        rust: bool,
        repeated in prop::collection::vec(0..PIECES.len(), 1..8),
        times in 1_usize..3_000,
        rest in prop::collection::vec(0..PIECES.len(), 0..40),
    ) {
        let pieces = |which: &[usize]| which.iter().map(|at| PIECES[*at]).collect::<String>();
        let name = format!("{}{}{}", if rust { "_R" } else { "_Z" }, pieces(&repeated).repeat(times), pieces(&rest));
        let begun = std::time::Instant::now();
        let _ = demangle(name.as_bytes());
        prop_assert!(begun.elapsed().as_secs_f64() < 2.0, "{:.200}: {:?}", name, begun.elapsed());
    }
}

const PIECES: [&str; 44] = [
    "N", "E", "I", "1a", "S_", "S0_", "T_", "T0_", "St", "Sa", "Ss", "L", "Z", "_Z", "v", "i", "P", "R", "K", "F", "X",
    "cv", "Dp", "DT", "Dt", "sr", "on", "dl", "C1", "D0", "Ul", "_", "Lb1", "J", "pl", "cl", "M", "A_", "TV", "Tc",
    "Th0_", "B3abi", "C1c", "Nv",
];
