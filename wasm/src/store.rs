//! The ranges of the inflated file that are kept, and those still wanted.
use core::ops::Range;

use crate::error::{Error, ErrorId};
use crate::limits::{KEPT_BYTES, MERGE_GAP};
use crate::order::sorted;

struct Kept {
    range: Range<u64>,
    /// Grows up to the length of `range` as the stream passes.
    bytes: Vec<u8>,
}

impl Kept {
    fn next(&self) -> u64 {
        self.range.start + self.bytes.len() as u64
    }

    fn complete(&self) -> bool {
        self.next() == self.range.end
    }
}

/// A sparse copy of the file.
#[derive(Default)]
pub struct Store {
    kept: Vec<Kept>,
    total: u64,
}

impl Store {
    /// Asks for ranges to be kept when the stream passes them. Overlapping and neighbouring ranges become one; buffers
    /// have exactly the size of their range.
    pub fn want(&mut self, ranges: impl IntoIterator<Item = Range<u64>>) -> Result<(), Error> {
        self.want_all(ranges.into_iter().collect())
    }

    fn want_all(&mut self, mut ranges: Vec<Range<u64>>) -> Result<(), Error> {
        ranges.retain(|range| range.start < range.end && self.get(range.clone()).is_none());
        let order = sorted(ranges.len(), &|a, b| ranges[a].start.cmp(&ranges[b].start).then(a.cmp(&b)));
        let mut merged: Vec<Range<u64>> = Vec::new();
        for range in order.into_iter().map(|index| ranges[index].clone()) {
            match merged.last_mut() {
                Some(last) if range.start <= last.end.saturating_add(MERGE_GAP) => last.end = last.end.max(range.end),
                _ => merged.push(range),
            }
        }
        for range in merged {
            let length = range.end - range.start;
            self.total = self.total.saturating_add(length);
            if self.total > KEPT_BYTES {
                return Err(Error::limit("tables of the library exceed 512 MiB").at(range.start));
            }
            let mut bytes = Vec::new();
            bytes
                .try_reserve_exact(length as usize)
                .map_err(|_| Error::new(ErrorId::OutOfMemory, format!("{length} bytes for a table")))?;
            self.kept.push(Kept { range, bytes });
        }
        Ok(())
    }

    /// Takes what is wanted of the bytes that begin at `offset`.
    pub fn accept(&mut self, offset: u64, bytes: &[u8]) {
        let end = offset + bytes.len() as u64;
        for kept in &mut self.kept {
            let next = kept.next();
            if next < offset || next >= end || kept.complete() {
                continue;
            }
            let from = (next - offset) as usize;
            let to = (kept.range.end.min(end) - offset) as usize;
            kept.bytes.extend_from_slice(&bytes[from..to]);
        }
    }

    /// The bytes of a range, when one kept range holds it whole.
    pub fn get(&self, range: Range<u64>) -> Option<&[u8]> {
        self.kept.iter().find_map(|kept| {
            if range.start < kept.range.start || range.end > kept.next() {
                return None;
            }
            let from = (range.start - kept.range.start) as usize;
            kept.bytes.get(from..from + (range.end - range.start) as usize)
        })
    }

    /// As much of a range, from its start on, as one kept range holds.
    pub fn get_up_to(&self, range: Range<u64>) -> Option<&[u8]> {
        let holding = self.kept.iter().filter(|kept| (kept.range.start..kept.next()).contains(&range.start));
        let longest = holding.max_by_key(|kept| kept.next())?;
        self.get(range.start..range.end.min(longest.next()))
    }

    /// The first byte that is wanted and not yet there, at or after no particular place.
    pub fn first_missing(&self) -> Option<u64> {
        self.kept.iter().filter(|kept| !kept.complete()).map(Kept::next).min()
    }
}
