//! The class of C++ names: known examples, the grammar's corners, and any bytes.
mod common;

use std::fmt::Write;

use common::cpu::Stopwatch;
use proptest::prelude::*;
use wheelscope_reader::elf::cxx::{Classifier, Home, class_of, is_cxx};
use wheelscope_reader::elf::facts::CxxClass;

const EXAMPLES: &str = include_str!("data/string-abi.txt");

fn class_name(name: &str) -> &'static str {
    class_of(name.as_bytes()).map_or("none", CxxClass::name)
}

fn is_read_to_its_end(name: &str) -> bool {
    Classifier::default().read(name.as_bytes()).complete
}

#[test]
fn examples_of_real_compilers() {
    let lines: Vec<&str> = EXAMPLES.lines().filter(|line| !line.starts_with('#')).collect();
    let wrong = lines.iter().filter_map(|line| {
        let mut fields = line.splitn(3, ' ');
        let (name, expected) = (fields.next()?, fields.next()?);
        let found = if is_cxx(name.as_bytes()) { class_name(name) } else { "neutral" };
        let glance = is_cxx(name.as_bytes()).then(|| Classifier::default().glance(name.as_bytes()).0);
        assert_eq!(glance, class_of(name.as_bytes()), "{name}");
        (found != expected || (is_cxx(name.as_bytes()) && !is_read_to_its_end(name)))
            .then(|| format!("{name}: {found}, expected {expected}"))
    });
    assert_eq!(wrong.collect::<Vec<_>>(), Vec::<String>::new());
    assert_eq!(lines.len(), 135);
}

/// What the examples leave out.
#[test]
fn corners() {
    let cases = [
        // The namespace or class is repeated by a substitution.
        ("_ZNSt10filesystem6statusERKNS_4pathE", "old"),
        ("_ZNSt10filesystem6statusERKNS_7__cxx114pathE", "new"),
        ("_ZN1a1fERSt8ios_baseRKNS1_7failureE", "neutral"),
        ("_ZN1a1fERSt8ios_baseRKNS0_7failureE", "old"),
        ("_ZN1a1fERSt8ios_baseRKNS0_7failureB5cxx11E", "new"),
        ("_ZNSt12experimental10filesystem2v16statusERKNS1_4pathE", "old"),
        ("_ZNSt12experimental10filesystem2v16statusERKNS1_7__cxx114pathE", "new"),
        // Functions whose tag is missing, but only because a parameter tells the ABI.
        ("_ZNSt10filesystem12current_pathEv", "old"),
        ("_ZNSt10filesystem12current_pathB5cxx11Ev", "new"),
        ("_ZNSt10filesystem12current_pathERKNS_7__cxx114pathE", "new"),
        ("_ZNKSt10error_code7messageEv", "old"),
        ("_ZNK3foo8category7messageEi", "neutral"),
        ("_ZNSt8literals15string_literalsli1sEPKcm", "old"),
        ("_ZNSt8literals15string_literalsli1sB5cxx11EPKcm", "new"),
        ("_ZNSt8literals15chrono_literalsli1sEe", "neutral"),
        // Both in one name; libc++ beside either.
        ("_Z7convertRKSsRNSt7__cxx1112basic_stringIcSt11char_traitsIcESaIcEEE", "both"),
        ("_Z7convertRKNSt3__112basic_stringIcNS_11char_traitsIcEENS_9allocatorIcEEEE", "libc++"),
        ("_Z3fooRKNSt6__ndk112basic_stringIcEE", "libc++"),
        ("_Z3fooRKNSt4__Cr12basic_stringIcEE", "libc++"),
        ("_ZN3abc3__14listIiE3fooEv", "neutral"),
        // Internals that have one form, and some that have two.
        ("_ZNSt10_List_baseIiSaIiEE8_M_clearEv", "old"),
        ("_ZNSt7__cxx1110_List_baseIiSaIiEE8_M_clearEv", "new"),
        ("_ZNSt10_List_nodeIiED1Ev", "neutral"),
        ("_ZNSt16__numpunct_cacheIcED1Ev", "neutral"),
        ("_ZNSt9__cxx19984listIiSaIiEE5clearEv", "old"),
        ("_ZNSt9__cxx19987__cxx114listIiSaIiEE5clearEv", "new"),
        ("_ZN9__gnu_cxx7__cxx1114encoding_stateC1Ev", "new"),
        ("_ZN9__gnu_cxx14encoding_stateC1Ev", "old"),
        // Expressions, closures, literals, qualifiers, thunks and tails.
        ("_ZN1a1fINS_1SEEEDTcldtfp_4nameEET_", "neutral"),
        ("_Z1fIiEvNSt9enable_ifIXsr3stdE13is_integral_vIT_EESsE4typeE", "old"),
        ("_Z1fIiEvNSt9enable_ifIXsrSt11is_integralIT_E5valueESsE4typeE", "old"),
        ("_Z1fIiEvNSt9enable_ifIXaantsr3foo3barE3bazgtstT_Li4EESsE4typeE", "old"),
        ("_ZZN1a1fEiENKUlRKSsE_clES1_", "old"),
        ("_ZZN1a1fEiENKUliE0_clEi", "neutral"),
        ("_ZN1a1gILi2ESsEEvv", "old"),
        ("_ZN1a1gIXadL_Z1hRKSsEEEEvv", "old"),
        ("_ZN1a1gIXadL_ZNKSt6locale4nameEvEEEEvv", "old"),
        ("_ZThn16_N1a1b1cERKSs", "old"),
        ("_ZTv0_n24_N1a1b1cERKSs", "old"),
        ("_ZTch0_v0_n24_N1a1b1cERKSs", "old"),
        ("_ZTCN1a1bE16_So", "neutral"),
        ("_ZGVZN1a1fERKSsE1x", "old"),
        ("_ZGTtNSt11logic_errorC1ERKNSt7__cxx1112basic_stringIcSt11char_traitsIcESaIcEEE", "new"),
        ("_ZGRN1a1xE_", "neutral"),
        ("_ZZN1a1fERKSsE1x_0", "old"),
        ("_ZZN1a1fERKSsE1x__10_", "old"),
        ("_ZZN1a1fERKSsEs", "old"),
        ("_ZZN1a1fERKSsEd0_UlvE_", "old"),
        ("_ZN1a1fERKSs.cold", "old"),
        ("_ZN1a1fERKSs.isra.0.constprop.1", "old"),
        ("_ZN1a1fERKSs@VERSION", "old"),
        ("_ZN1a1fEDv4_fPDoFvSsEDF16_DnDB8_", "old"),
        ("_ZN1a1fEM1SKFvRSsEO1TRA3_KSs", "old"),
        ("_ZN1aDC1b1cEE", "neutral"),
        ("_ZN1aC2IiTnNSt9enable_ifIXsr3stdE9is_same_vIT_iEEiE4typeELi0EEES2_", "neutral"),
        ("_Z1fITk1CSsEvT_", "old"),
        ("_ZN1a1fIiQ1CIT_EEEvS1_", "neutral"),
        ("_ZN1a1fIJSsiEEEvDpT_", "old"),
        ("_ZN1acvSsEv", "old"),
        ("_ZN1aplERKSs", "old"),
        ("_ZNO1a1fEv", "neutral"),
        ("_ZNKR1a1fEv", "neutral"),
        ("_ZL1fRKSs", "old"),
        ("_ZUlvE_", "neutral"),
    ];
    let wrong = cases.iter().filter(|(name, expected)| class_name(name) != *expected);
    assert_eq!(wrong.map(|(name, _)| (*name, class_name(name))).collect::<Vec<_>>(), vec![]);
    let lost: Vec<&str> = cases.iter().map(|(name, _)| *name).filter(|name| !is_read_to_its_end(name)).collect();
    assert_eq!(lost, Vec::<&str>::new());
}

/// Where the grammar is left, what the text shows beyond doubt still counts.
#[test]
fn what_cannot_be_read() {
    assert_eq!(class_name("_ZN1a1fEWm1xNSt7__cxx1112basic_stringIcEE"), "new");
    assert_eq!(class_name("_ZN1a1fEWm1xNSt3__112basic_stringIcEE"), "libc++");
    assert_eq!(class_name("_ZN1a1fERKSsWm1x"), "old");
    assert_eq!(class_name("_ZN1a1fEWm1xSs"), "neutral");
    for name in
        ["_Z", "_ZN", "_ZNE", "_Z99999999999999999999999a", "_ZS_", "_ZN1aS9_E", "_Z0", "_ZTV", "_ZSt", "_Z1fS_"]
    {
        assert_eq!((class_name(name), is_read_to_its_end(name)), ("neutral", false), "{name}");
    }
}

/// Each of them nests or repeats something as often as a name can be long.
#[test]
fn names_of_hostile_length() {
    for piece in
        ["UlTk", "UlTt", "UlTpTk", "Dk", "TyTn", "N1aI", "GT_", "Z", "XLZ", "XcvUlTk", "9__gnu_cxx", "B5cxx1", "St"]
    {
        let name = format!("_Z{}", piece.repeat((1 << 20) / piece.len()));
        let begun = Stopwatch::start();
        assert!(!Classifier::default().read(name.as_bytes()).complete, "{piece}");
        Classifier::default().glance(name.as_bytes());
        assert!(begun.elapsed().as_secs_f64() < 2.0, "{piece}: {:?}", begun.elapsed());
    }
}

#[test]
fn other_names_of_the_same_form() {
    for name in [
        "_ZN4core3fmt9Formatter9write_str17h0123456789abcdefE",
        "_ZN3std2io5stdio6_print17h0123456789abcdefE.llvm.1234",
        "_ZGVbN4v_sin",
        "_ZGVcN4v_Sleef_acos_u10",
        "_RNvC1a1b",
        "memcpy",
        "",
    ] {
        assert_eq!(class_of(name.as_bytes()), None, "{name}");
    }
    for name in ["_ZGVN1a1bE", "_ZGVZ1fvE1x", "_ZN1a17h0123456789abcdeXE", "_ZN1a1bE"] {
        assert!(class_of(name.as_bytes()).is_some(), "{name}");
    }
}

const PIECES: [&str; 63] = [
    "N",
    "E",
    "I",
    "1a",
    "S_",
    "S0_",
    "T_",
    "T0_",
    "St",
    "Sa",
    "Ss",
    "Sb",
    "L",
    "Z",
    "_Z",
    "v",
    "i",
    "P",
    "R",
    "K",
    "F",
    "X",
    "cv",
    "Dp",
    "DT",
    "Dt",
    "sr",
    "on",
    "dl",
    "C1",
    "D0",
    "Ul",
    "_",
    "Lb1",
    "J",
    "pl",
    "cl",
    "M",
    "A_",
    "TV",
    "Tc",
    "Th0_",
    "B5cxx11",
    "C1c",
    "Nv",
    "7__cxx11",
    "10filesystem",
    "4path",
    "Q",
    "so",
    "nw",
    "fL0p_",
    "fl",
    "gs",
    "il",
    "tl",
    "GV",
    "GR",
    "TC",
    "10_List_base",
    "Tk",
    "9__gnu_cxx",
    "Q1",
];

proptest! {
    /// Whatever is put together from the pieces of mangled names is read, in time that grows with its length alone.
    #[test]
    fn any_name_is_read_soon(
        repeated in prop::collection::vec(0..PIECES.len(), 1..8),
        times in 1_usize..6_000,
        rest in prop::collection::vec(0..PIECES.len(), 0..40),
    ) {
        let pieces = |which: &[usize]| which.iter().map(|at| PIECES[*at]).collect::<String>();
        let name = format!("_Z{}{}", pieces(&repeated).repeat(times), pieces(&rest));
        let begun = Stopwatch::start();
        let _ = class_of(name.as_bytes());
        // It takes a millisecond; the rest is for busy machines. Quadratic, it would take ten seconds.
        prop_assert!(begun.elapsed().as_secs_f64() < 2.0, "{:.200}: {:?}", name, begun.elapsed());
    }

    #[test]
    fn any_bytes_are_read(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let name = [&b"_Z"[..], &bytes].concat();
        let reading = Classifier::default().read(&name);
        prop_assert_eq!(Classifier::default().read(&name), reading, "and always the same");
    }

    /// The letters of an identifier mean nothing, whatever they are.
    #[test]
    fn identifiers_are_not_grammar(
        scopes in prop::collection::vec("[A-Za-z_]{0,6}(Ss|Sb|B5cxx11|St4list|St7__cxx11|NSt3__1|__cxx11|Q|E|I)[A-Za-z0-9_]{0,6}", 1..5),
        by_reference: bool,
    ) {
        let mut name = String::from("_ZN");
        for scope in &scopes {
            write!(name, "{}{scope}", scope.len()).unwrap();
        }
        // With one scope there would be nothing to repeat.
        name.push_str(if by_reference && scopes.len() > 1 { "ERKS_" } else { "Ev" });
        let reading = Classifier::default().read(name.as_bytes());
        prop_assert_eq!(reading.class, CxxClass::Neutral, "{}", &name);
        prop_assert_eq!(reading.home, Home::Scope(scopes[0].as_bytes()));
        prop_assert!(reading.complete);
    }

    /// Looking at the text first makes no difference.
    #[test]
    fn a_glance_tells_as_much(which in prop::collection::vec(0..PIECES.len(), 0..60), bytes in "[A-Za-z0-9_]{0,20}") {
        let name = format!("_Z{}{bytes}", which.iter().map(|at| PIECES[*at]).collect::<String>());
        let reading = Classifier::default().read(name.as_bytes());
        prop_assert_eq!(Classifier::default().glance(name.as_bytes()), (reading.class, reading.home), "{}", name);
    }

    /// A classifier used again answers like a fresh one.
    #[test]
    fn nothing_is_remembered(first in "(_ZN[a-z]{3})|(_ZNSt10filesystem6statusERKNS_4pathE)", second in 0..6_usize) {
        let name = ["_ZN1a1fERKNS_4pathE", "_ZS_", "_ZN1aS0_E", "_Z1fSs", "_ZTISt9exception", "_ZNSaIcED1Ev"][second];
        let mut used = Classifier::default();
        used.read(first.as_bytes());
        prop_assert_eq!(used.read(name.as_bytes()), Classifier::default().read(name.as_bytes()));
    }
}
