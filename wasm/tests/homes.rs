//! Whose a C++ name is, by its outermost scope.
use wheelscope_reader::elf::cxx::{Classifier, Home};

fn home(name: &str) -> String {
    match Classifier::default().read(name.as_bytes()).home {
        Home::Runtime => "(runtime)".to_owned(),
        Home::Scope(scope) => String::from_utf8(scope.to_vec()).unwrap(),
        Home::Global => "::".to_owned(),
    }
}

#[test]
fn whose_a_name_is() {
    let cases = [
        ("_ZN5arrow6StatusC1Ev", "arrow"),
        ("_ZNK3FooIiE3barEv", "Foo"),
        ("_ZTVN5torch3jit6ModuleE", "torch"),
        ("_ZTI3Foo", "Foo"),
        ("_ZTSPKN1a1bE", "a"),
        ("_ZTIFvN1a1bEE", "a"),
        ("_Z3fooRKSs", "::"),
        ("_Z5g_strB5cxx11", "::"),
        ("_ZplRKN3foo1AES2_", "::"),
        ("_ZThn16_N5torch3jit6ModuleD0Ev", "torch"),
        ("_ZGVZN3foo3barEvE4inst", "foo"),
        ("_ZZNSt3foo3barEvE4inst", "(runtime)"),
        ("_ZN12_GLOBAL__N_16hiddenEv", "(anonymous namespace)"),
        ("_ZNSt6vectorIN3foo3BarESaIS1_EE9push_backERKS1_", "(runtime)"),
        ("_ZSt4cout", "(runtime)"),
        ("_ZNSolsEi", "(runtime)"),
        ("_ZN9__gnu_cxx17__normal_iteratorIPiSt6vectorIiSaIiEEEC1ERKS1_", "(runtime)"),
        ("_ZTVN10__cxxabiv120__si_class_type_infoE", "(runtime)"),
        ("_ZTIi", "(runtime)"),
        ("_Znwm", "(runtime)"),
        ("_ZdaPvm", "(runtime)"),
        ("_ZN3FoonwEm", "Foo"),
        ("_ZGTtNSt11logic_errorD1Ev", "(runtime)"),
        ("_ZTHN3foo3barE", "foo"),
    ];
    let wrong = cases.iter().filter(|(name, expected)| home(name) != *expected);
    assert_eq!(wrong.map(|(name, _)| (*name, home(name))).collect::<Vec<_>>(), vec![]);
}
