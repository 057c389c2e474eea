//! Reading from the sparse store: a range that is not there is written down, and reading stops until it is.
use core::cell::{Cell, RefCell};
use core::ops::Range;

use crate::error::Error;
use crate::limits::{NAME_BYTES, TEXT_BYTES};
use crate::store::Store;

/// Why reading stopped.
#[derive(Debug)]
pub enum Stop {
    /// Ranges are missing, see [`View::missing`]; with them it can start over and get further.
    Missing,
    Failed(Error),
}

impl From<Error> for Stop {
    fn from(error: Error) -> Self {
        Self::Failed(error)
    }
}

pub struct View<'a> {
    store: &'a Store,
    /// Length of the inflated file.
    pub length: u64,
    missing: RefCell<Vec<Range<u64>>>,
    text_left: Cell<usize>,
}

impl<'a> View<'a> {
    pub fn new(store: &'a Store, length: u64) -> Self {
        Self { store, length, missing: RefCell::default(), text_left: Cell::new(TEXT_BYTES) }
    }

    /// The bytes of `what`; fails when they lie beyond the end of the file.
    pub fn bytes(&self, offset: u64, length: u64, what: &str) -> Result<&'a [u8], Stop> {
        let range = self.range(offset, length, what)?;
        match self.store.get(range.clone()) {
            Some(bytes) => Ok(bytes),
            None => {
                self.missing.borrow_mut().push(range);
                Err(Stop::Missing)
            }
        }
    }

    /// From `offset` on, at least `least` bytes and at most `most`: as much as is at hand anyway.
    pub fn held(&self, offset: u64, least: u64, most: u64, what: &str) -> Result<&'a [u8], Stop> {
        let bytes = self.bytes(offset, least, what)?;
        let end = offset.saturating_add(most).min(self.length);
        Ok(self.store.get_up_to(offset..end).filter(|longer| longer.len() > bytes.len()).unwrap_or(bytes))
    }

    /// Whether a range is at hand.
    pub fn holds(&self, offset: u64, length: u64) -> bool {
        offset.checked_add(length).is_some_and(|end| self.store.get(offset..end).is_some())
    }

    /// Says early that a range will be read, so that one pass over the stream brings many.
    pub fn want(&self, offset: u64, length: u64, what: &str) -> Result<(), Stop> {
        let range = self.range(offset, length, what)?;
        if self.store.get(range.clone()).is_none() {
            self.missing.borrow_mut().push(range);
        }
        Ok(())
    }

    /// Stops when something wanted is not there.
    pub fn settle(&self) -> Result<(), Stop> {
        if self.missing.borrow().is_empty() { Ok(()) } else { Err(Stop::Missing) }
    }

    pub fn missing(self) -> Vec<Range<u64>> {
        self.missing.into_inner()
    }

    fn range(&self, offset: u64, length: u64, what: &str) -> Result<Range<u64>, Stop> {
        match offset.checked_add(length) {
            Some(end) if end <= self.length => Ok(offset..end),
            _ => Err(Error::truncated(format!("{what} lies beyond the end of the file")).at(offset).into()),
        }
    }

    /// A name as text. Names are bytes; what is not UTF-8 is replaced. Everything that leaves the reader passes here, so
    /// that no file makes the answer grow without bound.
    pub fn text(&self, name: &[u8]) -> Result<String, Stop> {
        let left = self.text_left.get().checked_sub(name.len());
        let (Some(left), true) = (left, name.len() <= NAME_BYTES) else {
            return Err(Error::limit("names in the library are too long").into());
        };
        self.text_left.set(left);
        Ok(String::from_utf8_lossy(name).into_owned())
    }
}

/// The NUL-terminated string at an offset of a string table; empty when the offset lies outside.
pub fn string_at(table: &[u8], offset: u64) -> &[u8] {
    let rest = usize::try_from(offset).ok().and_then(|start| table.get(start..)).unwrap_or_default();
    let end = memchr::memchr(0, rest).unwrap_or(rest.len());
    &rest[..end]
}

/// At most `most` bytes of it: the time does not depend on how long it is.
pub fn short_string_at(table: &[u8], offset: u64, most: usize) -> &[u8] {
    let rest = usize::try_from(offset).ok().and_then(|start| table.get(start..)).unwrap_or_default();
    string_at(&rest[..rest.len().min(most)], 0)
}
