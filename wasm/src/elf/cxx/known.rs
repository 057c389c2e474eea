//! What is known of libstdc++'s and libc++'s own names. Sources: the libstdc++ manual, "Dual ABI"; the headers of GCC 12 (what lies
//! between `_GLIBCXX_BEGIN_NAMESPACE_CXX11` and its end, or has `_GLIBCXX_DEFAULT_ABI_TAG`); the exports of libstdc++.so.6.0.36.

/// Where a component of a name stands, as far as its children mean something. Substitutions remember it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Before the first component.
    Root,
    Std,
    /// `std::_V2`, which has nothing to do with the dual ABI.
    SecondVersion,
    Experimental,
    ExperimentalFilesystem,
    Filesystem,
    IosBase,
    Locale,
    ErrorCategory,
    /// `std::error_code` and `std::error_condition`.
    ErrorCode,
    Literals,
    StringLiterals,
    GnuCxx,
    /// A constructor, a destructor or a conversion: as a template, too, it has no result in its name.
    Resultless,
    Other,
}

/// What a name of a scope says about the string ABI.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    None,
    New,
    Old,
    Libcxx,
    /// The class has one name in both ABIs, the new one with the tag `cxx11`.
    OldUnlessTagged,
    /// So has the function; but tagged only where nothing else in the name tells the ABI.
    TwinUnlessTagged,
}

/// The component `name` of the scope `parent`.
#[inline(never)]
pub fn child(parent: Kind, name: &[u8]) -> (Kind, Mark) {
    match parent {
        Kind::Std => of_std(name),
        Kind::Filesystem => (Kind::Other, of_filesystem(name)),
        Kind::IosBase if name == b"failure" => (Kind::Other, Mark::OldUnlessTagged),
        Kind::Locale if name == b"name" => (Kind::Other, Mark::TwinUnlessTagged),
        Kind::ErrorCategory if matches!(name, b"message" | b"_M_message") => (Kind::Other, Mark::TwinUnlessTagged),
        Kind::ErrorCode if name == b"message" => (Kind::Other, Mark::TwinUnlessTagged),
        Kind::SecondVersion if name == b"error_category" => (Kind::ErrorCategory, Mark::None),
        Kind::Literals if name == b"string_literals" => (Kind::StringLiterals, Mark::None),
        Kind::Experimental if name == b"filesystem" => (Kind::ExperimentalFilesystem, Mark::None),
        Kind::ExperimentalFilesystem if name == b"v1" => (Kind::Filesystem, Mark::None),
        Kind::GnuCxx => match name {
            b"__cxx11" => (Kind::Other, Mark::New),
            b"encoding_state" => (Kind::Other, Mark::Old),
            _ => (Kind::Other, Mark::None),
        },
        Kind::Root if name == b"__gnu_cxx" => (Kind::GnuCxx, Mark::None),
        _ => (Kind::Other, Mark::None),
    }
}

fn of_std(name: &[u8]) -> (Kind, Mark) {
    if let Some((_, kind, mark)) = SCOPES_OF_STD.iter().find(|(other, ..)| *other == name) {
        return (*kind, *mark);
    }
    (Kind::Other, if is_facet(name) || DUAL_TYPES.contains(&name) { Mark::Old } else { Mark::None })
}

/// All names directly in `std` that matter.
pub const OF_STD: [&[&[u8]]; 3] = [&SCOPE_NAMES, &DUAL_TYPES, &FACETS];

const SCOPE_NAMES: [&[u8]; SCOPES_OF_STD.len()] = {
    let mut names: [&[u8]; SCOPES_OF_STD.len()] = [b""; SCOPES_OF_STD.len()];
    let mut at = 0;
    while at < names.len() {
        names[at] = SCOPES_OF_STD[at].0;
        at += 1;
    }
    names
};

const SCOPES_OF_STD: [(&[u8], Kind, Mark); 17] = [
    (b"__cxx11", Kind::Other, Mark::New),
    (b"__1", Kind::Other, Mark::Libcxx),
    (b"__2", Kind::Other, Mark::Libcxx),
    (b"__ndk1", Kind::Other, Mark::Libcxx),
    (b"__Cr", Kind::Other, Mark::Libcxx),
    // Inline namespaces: debug mode, and the facets of the second `long double` on ppc64le and s390x.
    (b"__cxx1998", Kind::Std, Mark::None),
    (b"__gnu_cxx_ieee128", Kind::Std, Mark::None),
    (b"__gnu_cxx_ldbl128", Kind::Std, Mark::None),
    (b"filesystem", Kind::Filesystem, Mark::None),
    (b"experimental", Kind::Experimental, Mark::None),
    (b"ios_base", Kind::IosBase, Mark::None),
    (b"locale", Kind::Locale, Mark::None),
    (b"_V2", Kind::SecondVersion, Mark::None),
    (b"error_category", Kind::ErrorCategory, Mark::None),
    (b"error_code", Kind::ErrorCode, Mark::None),
    (b"error_condition", Kind::ErrorCode, Mark::None),
    (b"literals", Kind::Literals, Mark::None),
];

/// Classes directly in `std` whose new form lies in `std::__cxx11`, facets apart.
const DUAL_TYPES: [&[u8]; 14] = [
    b"basic_string",
    b"list",
    b"_List_base",
    b"basic_stringbuf",
    b"basic_istringstream",
    b"basic_ostringstream",
    b"basic_stringstream",
    b"basic_regex",
    b"regex_traits",
    b"sub_match",
    b"match_results",
    b"regex_iterator",
    b"regex_token_iterator",
    b"wstring_convert",
];

/// The same of locale facets.
const FACETS: [&[u8]; 12] = [
    b"collate",
    b"collate_byname",
    b"messages",
    b"messages_byname",
    b"moneypunct",
    b"moneypunct_byname",
    b"numpunct",
    b"numpunct_byname",
    b"money_get",
    b"money_put",
    b"time_get",
    b"time_get_byname",
];

fn is_facet(name: &[u8]) -> bool {
    FACETS.contains(&name)
}

fn of_filesystem(name: &[u8]) -> Mark {
    match name {
        b"__cxx11" => Mark::New,
        b"path"
        | b"directory_entry"
        | b"directory_iterator"
        | b"recursive_directory_iterator"
        | b"filesystem_error"
        | b"_Dir" => Mark::Old,
        b"current_path" | b"temp_directory_path" => Mark::TwinUnlessTagged,
        _ => Mark::None,
    }
}

/// Outermost scopes of the C++ runtime beside `std`.
pub fn is_runtime_scope(name: &[u8]) -> bool {
    matches!(
        name,
        b"__gnu_cxx" | b"__cxxabiv1" | b"__gnu_debug" | b"__gnu_parallel" | b"__gnu_internal" | b"__gnu_norm"
    )
}

/// Definitions that `libstdc++_nonshared.a` of Red Hat's toolsets leaves in libraries (28 libraries of PyPI have the same 213 of
/// them, others a few more). Only names of the class `new` are asked about.
pub fn is_nonshared(name: &[u8]) -> bool {
    let prefixes: [&[u8]; 8] = [
        b"_ZNSt7__cxx1112basic_stringIc",
        b"_ZNKSt7__cxx1112basic_stringIc",
        b"_ZStplIcSt11char_traitsIcESaIcEENSt7__cxx11",
        b"_ZGTtNSt",
        b"_ZN9__gnu_cxxeqIPKcNSt7__cxx11",
        b"_ZNSt13random_device7_M_initERKNSt7__cxx11",
        b"_ZNSt13random_device14_M_init_pretr1ERKNSt7__cxx11",
        b"_ZNKSt3_V214error_category10_M_messageB5cxx11Ei",
    ];
    prefixes.iter().any(|prefix| name.starts_with(prefix)) || is_constructor_from_string(name)
}

/// `std::X::X(std::string const&)` of the exception classes and of `__sso_string`.
fn is_constructor_from_string(name: &[u8]) -> bool {
    let Some(rest) = name.strip_prefix(b"_ZNSt") else { return false };
    let classes: [&[u8]; 10] = [
        b"12__sso_string",
        b"11logic_error",
        b"12domain_error",
        b"16invalid_argument",
        b"12length_error",
        b"12out_of_range",
        b"13runtime_error",
        b"11range_error",
        b"14overflow_error",
        b"15underflow_error",
    ];
    let rest = classes.iter().find_map(|class| rest.strip_prefix(*class));
    rest.is_some_and(|rest| rest.starts_with(b"C1ERKNSt7__cxx11") || rest.starts_with(b"C2ERKNSt7__cxx11"))
}

/// Functions that no header defines, so that a definition in a library that also needs the system's libstdc++ was linked in
/// statically. Only for global (not weak) definitions: templates and inline functions of the same scopes are weak.
pub fn is_hybrid_mark(name: &[u8]) -> bool {
    let prefixes: [&[u8]; 7] = [
        b"_ZNSt10filesystem",
        b"_ZNKSt10filesystem",
        b"_ZSt8to_chars",
        b"_ZSt10from_chars",
        b"_ZSt21ios_base_library_init",
        b"_ZSt28__throw_bad_array_new_length",
        b"_ZSt21__glibcxx_assert_fail",
    ];
    prefixes.iter().any(|prefix| name.starts_with(prefix))
}

/// Objects and classes that only the runtime itself defines.
pub fn is_static_mark(name: &[u8]) -> bool {
    if let Some(class) = name.strip_prefix(b"_ZTVN10__cxxabiv1") {
        return class.ends_with(b"_type_infoE");
    }
    if name.starts_with(b"_ZNSt6locale5_Impl") || name.starts_with(b"_ZNSt3__16locale5__imp") {
        return true;
    }
    let stream = name.strip_prefix(b"_ZSt").or_else(|| name.strip_prefix(b"_ZNSt3__1")?.strip_suffix(b"E"));
    matches!(stream, Some(b"3cin" | b"4cout" | b"4cerr" | b"4clog" | b"4wcin" | b"5wcout" | b"5wcerr" | b"5wclog"))
}

/// Old names that code for the new ABI has too, through locale templates of `libstdc++_nonshared.a`: ids, vtables, destructors and
/// internals of facets, and the empty old string. (pyarrow 25.0.1 and 26.0.1, onnx 1.23.1, duckdb 1.5.6 and others have them beside new names.)
pub fn is_stray(name: &[u8]) -> bool {
    if name.ends_with(b"4_Rep20_S_empty_rep_storageE") {
        return true;
    }
    if let Some(facet) = [b"_ZTVSt", b"_ZTISt", b"_ZTSSt"].iter().find_map(|prefix| name.strip_prefix(*prefix)) {
        return starts_with_facet(facet);
    }
    let Some(member) = name.strip_prefix(b"_ZNSt").or_else(|| name.strip_prefix(b"_ZNKSt")) else { return false };
    // Static member, destructors, internals.
    let inner = [&b"2idE"[..], b"ED0Ev", b"ED1Ev", b"ED2Ev"].iter().any(|end| member.ends_with(end));
    starts_with_facet(member) && (inner || memchr::memmem::find(member, b"_M_extract_").is_some())
}

fn starts_with_facet(name: &[u8]) -> bool {
    let digits = name.iter().take_while(|byte| byte.is_ascii_digit()).count();
    let length = name[..digits].iter().take(3).fold(0, |sum, digit| sum * 10 + usize::from(digit - b'0'));
    name.get(digits..digits + length).is_some_and(is_facet)
}
