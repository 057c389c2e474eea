//! C++ names, by what they say about the code they belong to.
use serde::Serialize;

use super::SymbolGroup;
use crate::named::named;

named! {
    /// The `std::string` ABI that one C++ name speaks of (libstdc++ manual, "Dual ABI"; Itanium C++ ABI,
    /// 5.1.10).
    pub enum CxxClass {
        /// `std::__cxx11`, or the abi tag `cxx11`.
        New = "new",
        /// The copy-on-write string, or another type with two versions in its old form.
        Old = "old",
        /// One name with both.
        Both = "both",
        /// `std::__1`, `std::__ndk1`, `std::__Cr`.
        Libcxx = "libc++",
        /// None of them.
        Neutral = "neutral",
    }
}

/// C++ names of one side of a library by class.
#[derive(Debug, Default, Serialize)]
pub struct CxxNames {
    pub new: SymbolGroup,
    /// Without those in `stray`.
    pub old: SymbolGroup,
    pub both: SymbolGroup,
    pub libcxx: SymbolGroup,
    /// Old names that code for the new ABI has too (facet ids and vtables, `_S_empty_rep_storage`): no
    /// evidence for the old ABI.
    pub stray: SymbolGroup,
    pub neutral: usize,
    /// The outermost scopes of the names outside of the C++ runtime, e.g. `arrow`, `c10`; sorted, the
    /// [`crate::limits::SCOPES`] most frequent. A function or object outside of any scope counts as the scope
    /// `::`.
    pub scopes: Vec<String>,
}

/// The C++ names (`_Z…` of the Itanium C++ ABI, Rust's left out) among the dynamic symbols. `None` in
/// [`super::Facts`] if there are none.
#[derive(Debug, Default, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct CxxFacts {
    /// Undefined, bound to a version of the C++ runtime (`GLIBCXX_…`, `CXXABI_…`): what the code was compiled
    /// against.
    pub from_runtime: CxxNames,
    /// Undefined otherwise: other libraries of the process provide them.
    pub from_others: CxxNames,
    /// Defined, outside of the C++ runtime's namespaces: the library's own interface.
    pub own: CxxNames,
    /// Defined inside `std`, `__gnu_cxx`, `__cxxabiv1` and the like: instantiated templates, or a runtime
    /// linked in.
    pub runtime: RuntimeNames,
}

/// Definitions of names that belong to the C++ runtime.
#[derive(Debug, Default, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct RuntimeNames {
    pub count: usize,
    /// Of `count`: the class [`CxxClass::New`], for those who ask whether a whole runtime is in there. The
    /// next two likewise.
    pub new: usize,
    pub old: usize,
    pub libcxx: usize,
    /// Names known to come from `libstdc++_nonshared.a` of Red Hat's toolsets. Part of `new`.
    pub nonshared: usize,
    /// Definitions that no template instantiation explains and that newer toolsets link in statically beside
    /// the system's library (`std::filesystem::…`, `std::to_chars`, `std::ios_base_library_init`, …).
    pub hybrid_marks: SymbolGroup,
    /// Definitions that only the runtime itself has: `std::locale::_Impl`, `std::cout`, the vtable of
    /// `__cxxabiv1::__si_class_type_info`.
    pub static_marks: SymbolGroup,
}
