//! Which symbols the host wants to hear of.
use std::collections::HashSet;

use memchr::memmem::Finder;

/// Set once for all libraries.
pub struct Watch {
    names: HashSet<Vec<u8>>,
    contains: Vec<Finder<'static>>,
    /// Lengths of `names`, as bits, to pass by most symbols without hashing them. Longer ones share the last bit.
    lengths: u64,
    /// Names kept per version need.
    pub evidence_limit: usize,
}

impl Watch {
    pub fn new<'a>(
        names: impl IntoIterator<Item = &'a str>,
        contains: impl IntoIterator<Item = &'a str>,
        evidence_limit: usize,
    ) -> Self {
        let names: HashSet<Vec<u8>> = names.into_iter().map(|name| name.as_bytes().to_vec()).collect();
        let lengths = names.iter().fold(0, |bits, name| bits | length_bit(name));
        let contains = contains.into_iter().map(|part| Finder::new(part).into_owned()).collect();
        Self { names, contains, lengths, evidence_limit }
    }

    pub fn matches(&self, name: &[u8]) -> bool {
        (self.lengths & length_bit(name) != 0 && self.names.contains(name))
            || self.contains.iter().any(|finder| finder.find(name).is_some())
    }
}

fn length_bit(name: &[u8]) -> u64 {
    1 << name.len().min(63)
}
