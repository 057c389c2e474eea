//! What the C++ names of a whole library come to: [`CxxFacts`].
use super::{Classifier, Home, is_cxx, known};
use crate::elf::facts::{CxxClass, CxxFacts, CxxNames, RuntimeNames, SymbolGroup};
use crate::elf::names::Names;
use crate::elf::symbols::Symbol;
use crate::elf::view::{Stop, View};
use crate::limits::{GROUP, GROUP_NAME_BYTES, SCOPES, SCOPES_COUNTED};

/// Takes the dynamic symbols one by one.
#[derive(Default)]
pub struct Groups<'a> {
    classifier: Classifier,
    facts: CxxFacts,
    from_runtime: Scopes<'a>,
    from_others: Scopes<'a>,
    own: Scopes<'a>,
    any: bool,
}

impl<'a> Groups<'a> {
    /// `needed`: the version an import is bound to.
    pub fn add(&mut self, view: &View, name: &'a [u8], symbol: Symbol, needed: Option<&[u8]>) -> Result<(), Stop> {
        if !is_cxx(name) {
            return Ok(());
        }
        self.any = true;
        let (class, home) = self.classifier.glance(name);
        // A defined symbol with a needed version is a program's copy of the runtime's object.
        if needed.is_some_and(is_runtime_version) {
            self.from_runtime.add(home);
            add_name(view, &mut self.facts.from_runtime, name, class)
        } else if !symbol.is_defined() {
            self.from_others.add(home);
            add_name(view, &mut self.facts.from_others, name, class)
        } else if home == Home::Runtime {
            add_runtime(view, &mut self.facts.runtime, name, class, symbol)
        } else {
            self.own.add(home);
            add_name(view, &mut self.facts.own, name, class)
        }
    }

    /// `None` where there was no C++ name.
    pub fn finish(mut self, view: &View) -> Result<Option<CxxFacts>, Stop> {
        self.facts.from_runtime.scopes = self.from_runtime.list(view)?;
        self.facts.from_others.scopes = self.from_others.list(view)?;
        self.facts.own.scopes = self.own.list(view)?;
        Ok(self.any.then_some(self.facts))
    }
}

/// `GLIBCXX_3.4.21`, `CXXABI_1.3`, `GLIBCXX_LDBL_3.4`, `CXXABI_LDBL_1.3` …
fn is_runtime_version(version: &[u8]) -> bool {
    version.starts_with(b"GLIBCXX_") || version.starts_with(b"CXXABI_")
}

fn add_name(view: &View, names: &mut CxxNames, name: &[u8], class: CxxClass) -> Result<(), Stop> {
    let group = match class {
        CxxClass::Neutral => {
            names.neutral += 1;
            return Ok(());
        }
        CxxClass::Old if known::is_stray(name) => &mut names.stray,
        CxxClass::Old => &mut names.old,
        CxxClass::New => &mut names.new,
        CxxClass::Both => &mut names.both,
        CxxClass::Libcxx => &mut names.libcxx,
    };
    group.add(view, name)
}

fn add_runtime(
    view: &View,
    names: &mut RuntimeNames,
    name: &[u8],
    class: CxxClass,
    symbol: Symbol,
) -> Result<(), Stop> {
    names.count += 1;
    match class {
        CxxClass::New => {
            names.new += 1;
            names.nonshared += usize::from(known::is_nonshared(name));
        }
        CxxClass::Old => names.old += 1,
        CxxClass::Libcxx => names.libcxx += 1,
        CxxClass::Both | CxxClass::Neutral => {}
    }
    if symbol.is_function() && symbol.is_global() && known::is_hybrid_mark(name) {
        names.hybrid_marks.add(view, name)?;
    }
    if known::is_static_mark(name) {
        names.static_marks.add(view, name)?;
    }
    Ok(())
}

impl SymbolGroup {
    /// Counts every name and keeps the first few that are not overlong.
    pub fn add(&mut self, view: &View, name: &[u8]) -> Result<(), Stop> {
        self.count += 1;
        if self.symbols.len() < GROUP && name.len() <= GROUP_NAME_BYTES {
            self.symbols.push(view.text(name)?);
        }
        Ok(())
    }
}

/// Counts names by their outermost scope.
struct Scopes<'a> {
    counts: Names<'a>,
    /// The scope last met and how often in a row, since symbols of one scope often follow each other.
    last: (&'a [u8], usize),
}

impl<'a> Scopes<'a> {
    fn add(&mut self, home: Home<'a>) {
        let scope: &[u8] = match home {
            Home::Runtime => return,
            Home::Scope(scope) => scope,
            Home::Global => b"::",
        };
        if self.last.0 == scope {
            self.last.1 += 1;
        } else {
            self.settle();
            self.last = (scope, 1);
        }
    }

    fn settle(&mut self) {
        let (scope, times) = core::mem::take(&mut self.last);
        if times > 0 && scope.len() <= GROUP_NAME_BYTES {
            self.counts.add(scope, times);
        }
    }

    /// The most frequent ones, sorted by name.
    fn list(&mut self, view: &View) -> Result<Vec<String>, Stop> {
        self.settle();
        self.counts.keep_most_frequent(SCOPES);
        self.counts.texts(view, SCOPES)
    }
}

impl Default for Scopes<'_> {
    fn default() -> Self {
        Self { counts: Names::new(SCOPES_COUNTED), last: (&[], 0) }
    }
}
