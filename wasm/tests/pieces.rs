//! Names in pieces: what the letters stand for, and that none is ever lost.
use std::time::Instant;

use proptest::prelude::*;
use wheelscope_reader::elf::cxx::pieces::{Piece, PieceKind, pieces};
use wheelscope_reader::elf::cxx::{Classifier, is_cxx};
use wheelscope_reader::elf::facts::CxxClass;
use wheelscope_reader::limits::PIECED_BYTES;

const EXAMPLES: &str = include_str!("data/string-abi.txt");

fn examples() -> impl Iterator<Item = &'static str> {
    EXAMPLES.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split(' ').next())
}

/// `letters kind depth`, with what else is noted.
fn shown(name: &str) -> Vec<String> {
    let shown = pieces(name).into_iter().map(|Piece { text, kind, depth, abi, parameter, repeats }| {
        let abi = abi.map_or(String::new(), |abi| format!(" {}", abi.name()));
        let parameter = parameter.map_or(String::new(), |number| format!(" parameter {number}"));
        let repeats = repeats.map_or(String::new(), |words| format!(" = {words}"));
        format!("{text} {} {depth}{abi}{parameter}{repeats}", kind.name())
    });
    shown.collect()
}

#[test]
fn letters_and_what_they_are() {
    // api::vecstr(std::vector<std::string> const&), the new ABI.
    assert_eq!(
        shown("_ZN3api6vecstrERKSt6vectorINSt7__cxx1112basic_stringIcEESaIS3_EE.cold"),
        [
            "_Z mangled 0",
            "N name 0",
            "3api identifier 1",
            "6vecstr identifier 1",
            "E name-end 0",
            "R indirection 0 parameter 1",
            "K qualifiers 0",
            "St std 0",
            "6vector identifier 0",
            "I arguments 0",
            "N name 1",
            "St std 2",
            "7__cxx11 identifier 2 new",
            "12basic_string identifier 2",
            "I arguments 2",
            "c builtin 3",
            "E arguments-end 2",
            "E name-end 1",
            "Sa abbreviation 1",
            "I arguments 1",
            "S3_ again 2 = std::__cxx11::basic_string<char>",
            "E arguments-end 1",
            "E arguments-end 0",
            ".cold suffix 0",
        ]
    );
}

#[test]
fn results_are_told_from_parameters() {
    let numbered = |name: &str| -> Vec<(String, u32)> {
        pieces(name).iter().filter_map(|piece| Some((piece.text.to_owned(), piece.parameter?))).collect()
    };
    let named =
        |pairs: &[(&str, u32)]| pairs.iter().map(|(text, number)| ((*text).to_owned(), *number)).collect::<Vec<_>>();
    assert_eq!(numbered("_ZN3api5tostrIiEESsT_"), named(&[("Ss", 0), ("T_", 1)]));
    assert_eq!(numbered("_Z1fi"), named(&[("i", 1)]));
    assert_eq!(numbered("_Z1fIiEvRKT_z"), named(&[("v", 0), ("R", 1), ("z", 2)]));
    // Constructors, destructors and conversions have none, templates of them neither; nor has a function of a
    // template class.
    assert_eq!(numbered("_ZN3BoxIiEC1IlEET_"), named(&[("T_", 1)]));
    assert_eq!(numbered("_ZN3BoxIiEcvT_IlEEv"), named(&[("v", 1)]));
    assert_eq!(numbered("_ZN3BoxIiE3putEi"), named(&[("i", 1)]));
    // The function around a local name has parameters of its own.
    assert_eq!(numbered("_ZZ1fIiEvT_EN5LocalC1Ei"), named(&[("v", 0), ("T_", 1), ("i", 1)]));
    assert_eq!(numbered("_ZN1aIXadL_Z1bIiEvT_EEE1cEv"), named(&[("v", 0), ("T_", 1), ("v", 1)]));
}

#[test]
fn what_is_repeated_is_written_out() {
    let words = |name: &str| -> Vec<String> {
        pieces(name)
            .into_iter()
            .filter(|piece| piece.kind == PieceKind::Again)
            .map(|p| p.repeats.unwrap_or_default())
            .collect()
    };
    // A scope, a class in it, with arguments, a pointer to it.
    assert_eq!(words("_ZN3api3recERNS_3RecE"), ["api"]);
    assert_eq!(words("_ZN3api1fEN1a1bES0_S1_"), ["a", "a::b"]);
    assert_eq!(words("_Z1fN1a1bENS0_1cE"), ["a::b"]);
    assert_eq!(words("_Z1fN1a1bIiEENS1_1cES0_IcE"), ["a::b<int>", "a::b"]);
    assert_eq!(
        words("_Z1fSt6vectorIPKcSaIS1_EES3_"),
        ["char const*", "std::vector<char const*, std::allocator<char const*>>"]
    );
    // Repetitions in what is repeated.
    assert_eq!(words("_Z1fN1a1bENS_1cES1_"), ["a", "a::c"]);
    assert_eq!(words("_Z1fP1aPFS0_S_ES2_"), ["a*", "a", "a* (*)(a)"]);
    // Numbers as they are written.
    assert_eq!(words("_Z1fN1a1bILm18446744073709551615ELin3ELb1EEES1_"), ["a::b<18446744073709551615, -3, true>"]);
    // What stands for an argument of the template.
    assert_eq!(words("_Z1fIiEvPT_S0_S1_"), ["argument 1", "argument 1*"]);
    assert_eq!(words("_Z1fIJicEEvDpT_S1_"), ["argument 1..."]);
}

#[test]
fn what_is_no_whole_name_is_told() {
    let kinds = |name: &str| pieces(name).iter().map(|piece| piece.kind).collect::<Vec<_>>();
    assert_eq!(kinds(""), []);
    assert_eq!(kinds("main"), [PieceKind::Plain]);
    assert_eq!(kinds("_RNvC1a1b"), [PieceKind::Rust]);
    assert_eq!(kinds("_Z9999abc"), [PieceKind::Mangled, PieceKind::Unread]);
    // A length that ends inside of a letter.
    assert_eq!(kinds("_Z1ü"), [PieceKind::Mangled, PieceKind::Unread]);
    assert_eq!(kinds("_Z2ü"), [PieceKind::Mangled, PieceKind::Identifier]);
    assert_eq!(kinds(&format!("_Z{}", "1a".repeat(PIECED_BYTES))), [PieceKind::Overlong]);
}

/// Twins: functions that tell the old ABI where nothing else in the name tells one.
#[test]
fn pieces_say_of_the_abi_what_the_class_says() {
    let more = ["_ZNKSt6locale4nameEv", "_ZNKSt6locale4nameB5cxx11Ev", "_ZNKSt3_V214error_category7messageEi"];
    for name in examples().chain(more).filter(|name| is_cxx(name.as_bytes())) {
        let pieces = pieces(name);
        assert!(pieces.iter().all(|piece| piece.kind != PieceKind::Unread), "{name}");
        let says = |abi| pieces.iter().any(|piece| piece.abi == Some(abi));
        let expected = match (says(CxxClass::Libcxx), says(CxxClass::New), says(CxxClass::Old)) {
            (true, ..) => CxxClass::Libcxx,
            (_, true, true) => CxxClass::Both,
            (_, true, false) => CxxClass::New,
            (_, false, true) => CxxClass::Old,
            _ => CxxClass::Neutral,
        };
        assert_eq!(Classifier::default().read(name.as_bytes()).class, expected, "{name}");
    }
}

fn check(name: &str) {
    let pieces = pieces(name);
    assert_eq!(pieces.iter().map(|piece| piece.text).collect::<String>(), name);
    for (at, piece) in pieces.iter().enumerate() {
        assert!(!piece.text.is_empty(), "{name}: piece {at}");
        assert!(piece.repeats.is_none() || piece.kind == PieceKind::Again, "{name}: piece {at}");
        assert!(piece.depth as usize <= at, "{name}: piece {at}");
    }
}

#[test]
fn hostile_names_take_bounded_time() {
    for unit in ["N", "P", "I", "L_Z", "F", "Ul", "B", "St", "S_", "1a", "J", "A_", "cv", "X", "Dp", "Z1f", "M", "sr"] {
        for start in ["_Z", "_ZN1aI", "_Z1f", "_Z1fIX"] {
            let name = format!("{start}{}", unit.repeat(PIECED_BYTES / unit.len()));
            let name = &name[..PIECED_BYTES];
            let began = Instant::now();
            check(name);
            assert!(began.elapsed().as_millis() < 500, "{name}");
        }
    }
}

proptest! {
    #[test]
    fn no_letter_of_a_changed_name_is_lost(
        index in 0usize..135,
        edits in prop::collection::vec((any::<prop::sample::Index>(), "[!-~üß]{0,3}", 0usize..4), 0..6),
    ) {
        let mut name: Vec<char> = examples().nth(index).unwrap().chars().collect();
        for (at, insert, drop) in edits {
            let at = at.index(name.len() + 1);
            let end = (at + drop).min(name.len());
            name.splice(at..end, insert.chars());
        }
        check(&name.into_iter().collect::<String>());
    }

    #[test]
    fn no_letter_of_any_name_is_lost(parts in prop::collection::vec(prop::sample::select(vec![
        "N", "E", "S_", "S0_", "Ss", "St", "Sa", "I", "T_", "R", "K", "P", "v", "i", "3api", "7__cxx11", "B5cxx11", "C1",
        "D0", "L", "F", "M", "A1_", "Ul", "J", "X", "Q", ".", "@", "9", "ü", "Dp", "Dt", "cl", "sr", "cv", "fp_", "_Z", "Z",
        "Dv", "DO", "Dw", "nw", "_", "li", "tl", "Tn", "Tt", "GR", "Tc", "u1a", "U1b", "DB",
    ]), 0..60)) {
        check(&format!("_Z{}", parts.concat()));
    }
}
