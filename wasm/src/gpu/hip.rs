//! Code object bundles of ROCm (Clang Offload Bundler, "Bundled Binary File Layout" and "Compressed Bundles").
use super::cuda::{u16_at, u32_at, u64_at};
use crate::limits::{BUNDLE_ENTRIES, HIP_TARGETS};

const MAGIC: &[u8] = b"__CLANG_OFFLOAD_BUNDLE__";
/// Magic and number of entries.
pub const HEAD: usize = MAGIC.len() + 8;
/// Offset, size and length of the id, before the id itself.
pub const ENTRY_HEAD: usize = 24;
/// Longest id that is believed.
pub const ID_BYTES: usize = 256;
/// The longest header (version 3) and the magic number of the data behind it.
pub const COMPRESSED_HEAD: usize = 36;

/// Entries and bytes of one target.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    pub entries: usize,
    pub bytes: u64,
}

impl Tally {
    fn add(&mut self, bytes: u64) {
        self.entries = self.entries.saturating_add(1);
        self.bytes = self.bytes.saturating_add(bytes);
    }
}

/// What was found so far.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Hip {
    pub bundles: usize,
    pub compressed: usize,
    pub bytes: u64,
    /// Sorted by name.
    pub targets: Vec<(String, Tally)>,
}

/// A bundle whose table is being read.
#[derive(Debug)]
pub struct BundleWalk {
    start: u64,
    size: u64,
    left: u64,
    /// Where its code begins and ends.
    code: core::ops::Range<u64>,
    entries: Vec<(String, u64)>,
}

pub enum Entry {
    /// More bytes are needed.
    Short,
    /// Read, so many bytes; others follow.
    Next(usize),
    Last(usize),
    Damaged,
}

impl BundleWalk {
    /// Begins a bundle; `None` where the magic number is just a string.
    pub fn enter(head: &[u8], start: u64, size: u64) -> Option<Self> {
        let left = u64_at(head, MAGIC.len());
        let sane = head.starts_with(MAGIC) && (1..=BUNDLE_ENTRIES).contains(&left);
        sane.then(|| Self { start, size, left, code: u64::MAX..start, entries: Vec::new() })
    }

    /// Takes the next entry from the start of `bytes`.
    pub fn entry(&mut self, bytes: &[u8]) -> Entry {
        if bytes.len() < ENTRY_HEAD {
            return Entry::Short;
        }
        let (offset, length, id_length) = (u64_at(bytes, 0), u64_at(bytes, 8), u64_at(bytes, 16));
        if id_length == 0 || id_length > ID_BYTES as u64 {
            return Entry::Damaged;
        }
        let used = ENTRY_HEAD + id_length as usize;
        let Some(id) = bytes.get(ENTRY_HEAD..used) else { return Entry::Short };
        let begin = self.start.checked_add(offset);
        let end = begin.and_then(|begin| begin.checked_add(length)).filter(|end| *end <= self.size);
        let (Some(begin), Some(end), Some(id)) = (begin, end, id_text(id)) else { return Entry::Damaged };
        // The host's entry is empty: it is the file itself.
        if length > 0 {
            self.code = self.code.start.min(begin)..self.code.end.max(end);
            if let Some(target) = target_of(id) {
                self.entries.push((target.to_owned(), length));
            }
        }
        self.left -= 1;
        if self.left > 0 { Entry::Next(used) } else { Entry::Last(used) }
    }
}

impl Hip {
    /// The table was read up to `table_end`; returns where the bundle ends, or `None` when its code would lie inside the table.
    pub fn accept(&mut self, walk: BundleWalk, table_end: u64) -> Option<u64> {
        if walk.code.start < table_end {
            return None;
        }
        let end = walk.code.end.max(table_end);
        self.bundles = self.bundles.saturating_add(1);
        self.bytes = self.bytes.saturating_add(end - walk.start);
        for (target, bytes) in walk.entries {
            match self.targets.binary_search_by(|(known, _)| known.cmp(&target)) {
                Ok(known) => self.targets[known].1.add(bytes),
                Err(place) if self.targets.len() < HIP_TARGETS => {
                    self.targets.insert(place, (target, Tally { entries: 1, bytes }));
                }
                Err(_) => {}
            }
        }
        Some(end)
    }

    /// Counts a compressed bundle and returns where it ends; `None` if there is none.
    pub fn compressed(&mut self, head: &[u8], start: u64, size: u64) -> Option<u64> {
        let (version, method) = (u16_at(head, 4), u16_at(head, 6));
        let (header, length, inflated) = match version {
            // Before the length was written down: how far it reaches is not known.
            1 => (20, None, u64::from(u32_at(head, 8))),
            2 => (24, Some(u64::from(u32_at(head, 8))), u64::from(u32_at(head, 12))),
            3 => (32, Some(u64_at(head, 8)), u64_at(head, 16)),
            _ => return None,
        };
        // Methods of `llvm::compression::Format`: zlib, zstd. Their data begins with a magic number of its own.
        let data = &head[header..];
        let begins = match method {
            0 => data[0] == 0x78,
            1 => data.starts_with(&[0x28, 0xb5, 0x2f, 0xfd]),
            _ => false,
        };
        let end = start.checked_add(length.unwrap_or(header as u64)).filter(|end| *end <= size)?;
        if !begins || inflated == 0 || end < start + header as u64 {
            return None;
        }
        self.compressed = self.compressed.saturating_add(1);
        self.bytes = self.bytes.saturating_add(end - start);
        Some(end)
    }
}

/// `hipv4-amdgcn-amd-amdhsa--gfx942`, `host-x86_64-unknown-linux--`: kind, triple and target.
fn id_text(id: &[u8]) -> Option<&str> {
    let kinds: [&[u8]; 4] = [b"hip", b"host-", b"openmp", b"sycl"];
    let sane = id.iter().all(u8::is_ascii_graphic) && kinds.iter().any(|kind| id.starts_with(kind));
    core::str::from_utf8(id).ok().filter(|_| sane)
}

/// The target without kind and triple (architecture, vendor, system, environment); `None` for the host. The environment is empty or
/// `unknown`; before it was asked for, the target followed the system.
fn target_of(id: &str) -> Option<&str> {
    let mut behind_dashes = id.bytes().enumerate().filter(|(_, byte)| *byte == b'-').map(|(at, _)| &id[at + 1..]);
    let target = match (behind_dashes.nth(3), behind_dashes.next()) {
        (Some(target), _) if target.starts_with("gfx") => target,
        (_, Some(target)) => target,
        _ => id,
    };
    (!target.is_empty() && !id.starts_with("host-")).then_some(target)
}
