//! Which `std::string` ABI a C++ name speaks of, and whose name it is. The mangled name is walked by its grammar (Itanium C++ ABI,
//! 5.1), so that letters of an identifier are never taken for types; nothing is built or printed on the way.
//!
//! [`known`] has the facts about the runtime's names, [`walk`], [`names`], [`types`] and [`expressions`] the grammar, [`groups`] what a whole
//! library's names come to, [`pieces`] the same walk for somebody who wants to read a name letter by letter.
mod expressions;
mod glance;
pub mod groups;
pub mod known;
mod names;
mod notes;
mod piece_kind;
pub mod pieces;
mod repeated;
mod types;
mod walk;

use crate::elf::facts::CxxClass;
use crate::limits::CLASSIFIED_BYTES;
use known::Kind;
use memchr::memmem::find;
use walk::Walk;

/// Whose a name is, by its outermost scope.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Home<'a> {
    /// `std`, `__gnu_cxx`, `__cxxabiv1` and the like, operators `new` and `delete`, type information of built-in types.
    Runtime,
    /// A namespace or class.
    Scope(&'a [u8]),
    /// No scope at all.
    Global,
}

/// A name read to its end, or as far as it could be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reading<'a> {
    pub class: CxxClass,
    pub home: Home<'a>,
    /// False where the name has something in it that the grammar here does not know.
    pub complete: bool,
}

/// Whether a symbol has a C++ name: `_Z…`, but not of others who borrow the form: Rust's older scheme, and vector variants of
/// functions (`_ZGVbN4v_sin`: `_ZGV`, a letter for the instruction set; a guard variable's name begins otherwise).
pub fn is_cxx(name: &[u8]) -> bool {
    let vector = || name.starts_with(b"_ZGV") && name.get(4).is_some_and(u8::is_ascii_lowercase);
    name.starts_with(b"_Z") && !vector() && !is_rust(name)
}

/// `_ZN…17h<16 hex digits>E`, perhaps followed by `.llvm.…`.
fn is_rust(name: &[u8]) -> bool {
    let end = if name.ends_with(b"E") { name.len() } else { memchr::memchr(b'.', name).unwrap_or(name.len()) };
    let Some(hash) = name[..end].strip_suffix(b"E").and_then(|name| name.get(name.len().checked_sub(19)?..)) else {
        return false;
    };
    hash.starts_with(b"17h") && hash[3..].iter().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
}

/// The class of one name; `None` where it is no C++ name.
pub fn class_of(name: &[u8]) -> Option<CxxClass> {
    is_cxx(name).then(|| Classifier::default().read(name).class)
}

/// Reads names one after the other without allocating for each.
#[derive(Default)]
pub struct Classifier {
    substitutions: Vec<Kind>,
}

impl Classifier {
    /// Class and home of a C++ name (see [`is_cxx`]), in a third of the time of [`Self::read`]: most names have nothing in them that could
    /// tell an ABI, and their home stands at the beginning.
    pub fn glance<'a>(&mut self, name: &'a [u8]) -> (CxxClass, Home<'a>) {
        if glance::may_tell(name) {
            let reading = self.read(name);
            return (reading.class, reading.home);
        }
        self.substitutions.clear();
        let part = &name[..name.len().min(CLASSIFIED_BYTES)];
        (CxxClass::Neutral, home(part, Walk::new(part, &mut self.substitutions).first_home()))
    }

    /// `name` must be a C++ name, see [`is_cxx`]. Time is linear in its length.
    pub fn read<'a>(&mut self, name: &'a [u8]) -> Reading<'a> {
        self.substitutions.clear();
        let part = &name[..name.len().min(CLASSIFIED_BYTES)];
        let mut walk = Walk::new(part, &mut self.substitutions);
        let complete = walk.whole().is_some() && part.len() == name.len();
        let mut seen = walk.seen;
        let home = home(part, walk.home);
        if !complete {
            // A construct that is not known: what the text shows beyond doubt counts still.
            seen.new |= find(part, b"St7__cxx11").is_some()
                || find(part, b"NSt10filesystem7__cxx11").is_some()
                || find(part, b"B5cxx11").is_some();
            seen.libcxx |=
                [&b"NSt3__1"[..], b"NSt3__2", b"NSt6__ndk1", b"NSt4__Cr"].iter().any(|mark| find(part, mark).is_some());
        }
        Reading { class: seen.class(), home, complete }
    }
}

/// Type information without any name is that of a built-in type.
fn home<'a>(name: &[u8], found: Option<Home<'a>>) -> Home<'a> {
    found.unwrap_or(if name.starts_with(b"_ZT") { Home::Runtime } else { Home::Global })
}

/// Marks met in a name.
#[derive(Clone, Copy, Debug, Default)]
struct Seen {
    new: bool,
    old: bool,
    /// A function whose new form would have the tag, if nothing else in the name decided the ABI.
    untagged_twin: bool,
    libcxx: bool,
}

impl Seen {
    /// Whether nothing but untagged functions tells the ABI.
    fn is_told_by_twins(self) -> bool {
        self.untagged_twin && !(self.libcxx || self.new || self.old)
    }

    fn class(self) -> CxxClass {
        match (self.libcxx, self.new, self.old) {
            (true, _, _) => CxxClass::Libcxx,
            (_, true, true) => CxxClass::Both,
            (_, true, false) => CxxClass::New,
            (_, false, true) => CxxClass::Old,
            (_, false, false) if self.untagged_twin => CxxClass::Old,
            _ => CxxClass::Neutral,
        }
    }
}
