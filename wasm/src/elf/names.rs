//! Distinct names, sorted, with how often each was met.
use super::view::{Stop, View};

/// Holds up to a fixed number of names; what is new beyond it is passed by. Insertion moves what lies behind, which for the few
/// thousand names it is made for is less work than a hash (and less code than a sort).
pub struct Names<'a> {
    sorted: Vec<(&'a [u8], usize)>,
    most: usize,
}

impl<'a> Names<'a> {
    pub fn new(most: usize) -> Self {
        Self { sorted: Vec::new(), most }
    }

    pub fn len(&self) -> usize {
        self.sorted.len()
    }

    pub fn is_empty(&self) -> bool {
        self.sorted.is_empty()
    }

    pub fn add(&mut self, name: &'a [u8], times: usize) {
        match self.sorted.binary_search_by(|(other, _)| (*other).cmp(name)) {
            Ok(at) => self.sorted[at].1 += times,
            Err(at) if self.sorted.len() < self.most => self.sorted.insert(at, (name, times)),
            Err(_) => {}
        }
    }

    /// Leaves the most frequent ones.
    pub fn keep_most_frequent(&mut self, count: usize) {
        while self.sorted.len() > count {
            let rarest = (0..self.sorted.len()).min_by_key(|at| self.sorted[*at].1);
            self.sorted.remove(rarest.unwrap_or(0));
        }
    }

    /// The first ones in their order.
    pub fn texts(&self, view: &View, most: usize) -> Result<Vec<String>, Stop> {
        self.sorted.iter().take(most).map(|(name, _)| view.text(name)).collect()
    }
}
