//! Pages of the dynamic symbol table: filtered, in table order, demangled only where that is needed.
use serde::Serialize;

use crate::demangle::{demangle, is_mangled};
use crate::elf::cxx::pieces::{Piece, pieces};
use crate::elf::cxx::{Classifier, class_of, is_cxx};
use crate::elf::facts::{CxxClass, SymbolFacts};
use crate::elf::symbol_facts;
use crate::elf::symbols::Symbol;
use crate::elf::tables::Tables;
use crate::elf::versions::Meaning;
use crate::elf::view::{Stop, View};
use crate::limits::{NAMES, PAGE_ROWS, PIECED_NAMES};
use crate::named::named;

named! {
    /// Which side of a library a list of symbols shows: what it asks for, what it provides, or both.
    pub enum Side {
        Imported = "imported",
        Exported = "exported",
        All = "all",
    }
}

/// Which symbols match.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Filter {
    pub side: Side,
    /// Substring of the mangled or demangled name, without regard to the case of ASCII letters; empty: any.
    pub text: String,
    pub version: Option<String>,
    /// Only C++ names of this class; `None`: any symbol.
    pub cxx: Option<CxxClass>,
}

#[derive(Clone, Debug)]
pub struct Query {
    pub filter: Filter,
    pub offset: usize,
    /// At most [`PAGE_ROWS`].
    pub limit: usize,
}

#[derive(Debug, Serialize)]
pub struct Page {
    pub total: usize,
    pub rows: Vec<Row>,
}

#[derive(Debug, Serialize)]
pub struct Row {
    #[serde(flatten)]
    pub facts: SymbolFacts,
    pub demangled: Option<String>,
    /// `None` where it is no C++ name.
    pub cxx: Option<CxxClass>,
}

/// Remembers which symbols matched last, so that turning pages does not search again.
#[derive(Default)]
pub struct SymbolList {
    last: Option<(Filter, Vec<u32>)>,
}

impl SymbolList {
    pub fn page(&mut self, view: &View, tables: &Tables, query: &Query) -> Result<Page, Stop> {
        if self.last.as_ref().is_none_or(|(filter, _)| *filter != query.filter) {
            self.last = Some((query.filter.clone(), search(tables, &query.filter)));
        }
        let matches = self.last.as_ref().map_or(&[][..], |(_, matches)| matches);
        let wanted = matches.iter().skip(query.offset).take(query.limit.min(PAGE_ROWS));
        let rows = wanted.filter_map(|index| Some((*index as usize, tables.symbols.get(*index as usize)?)));
        let rows = rows.map(|(index, symbol)| {
            let facts = symbol_facts(view, tables, index, symbol)?;
            let name = tables.symbols.name(symbol);
            Ok(Row { facts, demangled: demangle(name), cxx: class_of(name) })
        });
        Ok(Page { total: matches.len(), rows: rows.collect::<Result<_, Stop>>()? })
    }
}

/// What can be said about a name alone; `NameFacts` of `src/facts/code-facts.ts`.
#[derive(Debug, Serialize)]
pub struct NameFacts<'a> {
    pub name: &'a str,
    pub demangled: Option<String>,
    pub cxx: Option<CxxClass>,
}

/// Reads names that come from nowhere in particular, at most [`NAMES`] of them.
pub fn read_names<'a>(names: impl Iterator<Item = &'a str>) -> Vec<NameFacts<'a>> {
    let names = names.take(NAMES);
    names.map(|name| NameFacts { name, demangled: demangle(name.as_bytes()), cxx: class_of(name.as_bytes()) }).collect()
}

/// Takes names apart, at most [`PIECED_NAMES`] of them.
pub fn read_pieces<'a>(names: impl Iterator<Item = &'a str>) -> Vec<Vec<Piece<'a>>> {
    names.take(PIECED_NAMES).map(pieces).collect()
}

fn search(tables: &Tables, filter: &Filter) -> Vec<u32> {
    let text = TextFilter::new(&filter.text);
    let mut classifier = Classifier::default();
    let mut has_class = |name: &[u8]| match filter.cxx {
        None => true,
        Some(class) => is_cxx(name) && classifier.glance(name).0 == class,
    };
    let matches = tables.symbols.iter().filter(|(index, symbol)| {
        on_side(filter.side, *symbol)
            && has_version(tables, filter.version.as_deref(), *index)
            && has_class(tables.symbols.name(*symbol))
            && text.matches(tables.symbols.name(*symbol))
    });
    matches.map(|(index, _)| index as u32).collect()
}

fn on_side(side: Side, symbol: Symbol) -> bool {
    match side {
        Side::Imported => !symbol.is_defined(),
        Side::Exported => symbol.is_defined(),
        Side::All => true,
    }
}

fn has_version(tables: &Tables, version: Option<&str>, index: usize) -> bool {
    let Some(wanted) = version else { return true };
    match tables.versions.meaning(tables.symbols.version_index(index)) {
        Meaning::Unversioned => false,
        Meaning::Defined(version) => version == wanted.as_bytes(),
        Meaning::Needed(need) => tables.versions.needs[need].version == wanted.as_bytes(),
    }
}

/// Tests the mangled name first and demangles only where the text could still match.
struct TextFilter {
    lower: Vec<u8>,
    /// Words of the text that a demangled name can only have from its mangled form.
    words: Vec<Vec<u8>>,
}

/// What demanglers write without reading it from the name: types, operators, special names, standard abbreviations.
const VOCABULARY: &str = "void wchar_t bool char signed unsigned short int long __int128 float double long double __float128 \
    char8_t char16_t char32_t auto decltype(auto) decltype std::nullptr_t _Float16 _Float32 _Float64x std::bfloat16_t half \
    std::allocator std::basic_string std::string std::basic_istream std::basic_ostream std::basic_iostream \
    std::istream std::ostream std::iostream std::char_traits operator new delete co_await sizeof alignof noexcept throw typeid \
    const volatile restrict complex imaginary _Complex _Imaginary transaction_safe const_cast dynamic_cast static_cast \
    reinterpret_cast vtable for VTT for typeinfo for typeinfo name for typeinfo fn for virtual thunk to non-virtual thunk to \
    covariant return thunk to construction vtable for java class for guard variable for reference temporary #0 for \
    TLS init function for TLS wrapper function for transaction clone for non-transaction clone hidden alias for \
    (anonymous namespace) {lambda()#1} {unnamed type#1} {default arg#1} {parm#1} {closure} {shim} \
    string literal true false nullptr this global constructors keyed to global destructors keyed to clone \
    template parameter object for isize usize i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 str fn dyn mut unsafe extern \
    as impl block_invoke enable_if objc_object constraint requires typename override offset __vector _BitInt \
    invocation function for block in resource enum union _Accum _Fract _Sat at";

impl TextFilter {
    fn new(text: &str) -> Self {
        let lower = text.to_ascii_lowercase().into_bytes();
        let vocabulary = VOCABULARY.to_ascii_lowercase();
        let words = lower.split(|byte| !(byte.is_ascii_alphanumeric() || *byte == b'_' || !byte.is_ascii()));
        let words = words.filter(|word| {
            // Digits may be written again, other alphabets are encoded.
            word.is_ascii()
                && !word.is_empty()
                && !word.iter().any(u8::is_ascii_digit)
                && memchr::memmem::find(vocabulary.as_bytes(), word).is_none()
        });
        Self { words: words.map(<[u8]>::to_vec).collect(), lower }
    }

    fn matches(&self, name: &[u8]) -> bool {
        if self.lower.is_empty() || contains(name, &self.lower) {
            return true;
        }
        // Rust's newer scheme writes string constants in hex: any word may hide in its names.
        is_mangled(name)
            && (name.starts_with(b"_R") || self.words_occur_in(name))
            && demangle(name).is_some_and(|readable| contains(readable.as_bytes(), &self.lower))
    }

    fn words_occur_in(&self, name: &[u8]) -> bool {
        self.words.iter().all(|word| contains(name, word))
    }
}

/// Substring search without regard to the case of ASCII letters. `needle` is in lower case.
fn contains(haystack: &[u8], needle: &[u8]) -> bool {
    let Some((first, rest)) = needle.split_first() else { return true };
    let starts_here = |at: usize| {
        let found = haystack.get(at + 1..at + needle.len());
        found.is_some_and(|found| found.eq_ignore_ascii_case(rest))
    };
    memchr::memchr2_iter(*first, first.to_ascii_uppercase(), haystack).any(starts_here)
}
