//! CUDA fat binaries (fatbinary.h): containers of entries, each of them code for one architecture.
//!
//! NVIDIA publishes the container's header and the kinds; the entry's header and its flags are as others found them and as they
//! were measured on the wheels of CUDA 12 and 13. All numbers are little endian, whatever the file is.
use super::toolkit::Sample;
use crate::elf::facts::{CudaCompression, CudaSuffix};
use crate::limits::{FATBIN_PLACES, FATBIN_SETS, FATBIN_TARGETS, SAMPLES};

pub const CONTAINER_HEAD: usize = 16;
/// The part of an entry's header that every entry has.
pub const ENTRY_HEAD: usize = 64;
/// A container's header and that of its first entry: what tells a container from a number that looks like one.
pub const HEAD: usize = CONTAINER_HEAD + ENTRY_HEAD;
/// Longest header of an entry that is believed; 144 is the longest seen.
const ENTRY_HEAD_MAX: u64 = 64 << 10;

pub const KIND_PTX: u16 = 1;
pub const KIND_CUBIN: u16 = 2;
pub const KIND_LTO_IR: u16 = 8;

const COMPRESSED_OTHER: u64 = 0x1000;
const COMPRESSED_LZ4: u64 = 0x2000;
const COMPRESSED_ZSTD: u64 = 0x8000;
/// Measured: cubins with it say `-arch sm_XXXa` in their own note, those with the other one `-arch sm_XXXf`.
const ARCH_SPECIFIC: u64 = 0x10_0000;
const FAMILY_SPECIFIC: u64 = 0x20_0000;

/// What an entry is for. The order is that of the answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Target {
    /// SASS, PTX, then the others.
    pub rank: u8,
    pub kind: u16,
    pub arch: u32,
    pub suffix: CudaSuffix,
    /// PTX ISA version; zeros for other kinds.
    pub isa: (u16, u16),
}

/// Entries with one target, added up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tally {
    pub entries: usize,
    pub bytes: u64,
    pub inflated: u64,
    pub compression: CudaCompression,
}

impl Tally {
    fn add(&mut self, other: &Self) {
        if self.entries == 0 {
            self.compression = other.compression;
        } else if self.compression != other.compression {
            self.compression = CudaCompression::Mixed;
        }
        self.entries = self.entries.saturating_add(other.entries);
        self.bytes = self.bytes.saturating_add(other.bytes);
        self.inflated = self.inflated.saturating_add(other.inflated);
    }

    const NOTHING: Self = Self { entries: 0, bytes: 0, inflated: 0, compression: CudaCompression::None };
}

/// One entry as its header has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EntryHead {
    pub target: Target,
    pub compression: CudaCompression,
    /// From the start of the entry.
    pub header: u64,
    /// Of the payload with its padding.
    pub padded: u64,
    /// Of the payload as it is stored, and after decompression.
    pub stored: u64,
    pub inflated: u64,
}

/// Containers and their bytes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sum {
    pub containers: usize,
    pub bytes: u64,
}

impl Sum {
    pub fn add(&mut self, other: Self) {
        self.containers = self.containers.saturating_add(other.containers);
        self.bytes = self.bytes.saturating_add(other.bytes);
    }
}

/// What was found so far.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Cuda {
    pub all: Sum,
    pub damaged: usize,
    /// Targets in the order in which they were met. Those of damaged containers have no entries.
    pub targets: Vec<(Target, Tally)>,
    /// Containers by the targets they have, as indexes into `targets`, ascending. Sorted.
    pub sets: Vec<(Vec<u16>, Sum)>,
    /// Containers whose set is not among `sets`, which are full.
    pub more: usize,
    /// Where containers begin, ascending. The last one stands for all that follow when there are too many.
    pub places: Vec<(u64, Sum)>,
    /// Which of the first targets have given a sample, one bit each.
    sampled: u32,
    /// Toolkits named in samples, sorted.
    pub toolkits: Vec<String>,
}

/// A container being read.
#[derive(Debug)]
pub struct FatbinWalk {
    start: u64,
    pub end: u64,
    /// By index of the target, ascending.
    entries: Vec<(u16, Tally)>,
}

impl Cuda {
    /// Begins a container. `None`: there is none, which counts as damaged unless it is an empty one, as programs that write
    /// containers have it among their constants.
    pub fn enter(&mut self, head: &[u8], start: u64, size: u64) -> Option<FatbinWalk> {
        let length = u64_at(head, 8);
        if length == 0 {
            return None;
        }
        let first = start + CONTAINER_HEAD as u64;
        let end = first.checked_add(length).filter(|end| *end <= size && length.is_multiple_of(8));
        let walk = end.filter(|end| read(&head[CONTAINER_HEAD..], end - first).is_some());
        if walk.is_none() {
            self.damaged = self.damaged.saturating_add(1);
        }
        walk.map(|end| FatbinWalk { start, end, entries: Vec::new() })
    }

    /// Takes the entry whose header begins at `at`; returns where it ends, and a sample to be filled where one is wanted. `None`: this
    /// is no entry, so that was no container.
    pub fn entry(&mut self, walk: &mut FatbinWalk, head: &[u8], at: u64) -> Option<(u64, Option<Sample>)> {
        let entry = read(head, walk.end.checked_sub(at)?)?;
        let index = self.index_of(entry.target)?;
        let tally = Tally { entries: 1, bytes: entry.stored, inflated: entry.inflated, compression: entry.compression };
        match walk.entries.binary_search_by_key(&index, |(known, _)| *known) {
            Ok(known) => walk.entries[known].1.add(&tally),
            Err(place) => walk.entries.insert(place, (index, tally)),
        }
        let next = at + entry.header + entry.padded;
        // What is left must be none or have room for one more.
        let fits = next == walk.end || walk.end - next >= ENTRY_HEAD as u64;
        fits.then(|| (next, self.sample(index, &entry, at)))
    }

    /// One entry of each of the first targets is enough to know the toolkits.
    fn sample(&mut self, index: u16, entry: &EntryHead, at: u64) -> Option<Sample> {
        let bit = 1_u32.checked_shl(u32::from(index)).filter(|_| index < SAMPLES)?;
        let sample = Sample::of(entry, at).filter(|_| self.sampled & bit == 0);
        self.sampled |= if sample.is_some() { bit } else { 0 };
        sample
    }

    fn index_of(&mut self, target: Target) -> Option<u16> {
        let known = self.targets.iter().position(|(known, _)| *known == target);
        if known.is_none() && self.targets.len() < FATBIN_TARGETS {
            self.targets.push((target, Tally::NOTHING));
        }
        let index = known.unwrap_or(self.targets.len() - 1);
        (self.targets[index].0 == target).then_some(index as u16)
    }

    /// The container was walked to its end.
    pub fn accept(&mut self, walk: FatbinWalk) {
        let FatbinWalk { start, end, entries } = walk;
        let sum = Sum { containers: 1, bytes: end - start };
        self.all.add(sum);
        for (index, tally) in &entries {
            self.targets[usize::from(*index)].1.add(tally);
        }
        let set: Vec<u16> = entries.iter().map(|(index, _)| *index).collect();
        match self.sets.binary_search_by(|(known, _)| known.cmp(&set)) {
            Ok(known) => self.sets[known].1.add(sum),
            Err(place) if self.sets.len() < FATBIN_SETS => self.sets.insert(place, (set, sum)),
            Err(_) => self.more = self.more.saturating_add(1),
        }
        let full = self.places.len() == FATBIN_PLACES;
        match self.places.last_mut() {
            Some((_, last)) if full => last.add(sum),
            _ => self.places.push((start, sum)),
        }
    }
}

/// An entry's header; `None` where it does not make sense with `room` bytes left in its container.
pub fn read(head: &[u8], room: u64) -> Option<EntryHead> {
    let kind = u16_at(head, 0);
    let header = u64::from(u32_at(head, 4));
    let padded = u64_at(head, 8);
    let fits = header.checked_add(padded).is_some_and(|length| length <= room);
    if kind == 0
        || !(ENTRY_HEAD as u64..=ENTRY_HEAD_MAX).contains(&header)
        || !header.is_multiple_of(8)
        || !padded.is_multiple_of(8)
        || !fits
    {
        return None;
    }
    let flags = u64_at(head, 40);
    let compression = match flags {
        _ if flags & COMPRESSED_ZSTD != 0 => CudaCompression::Zstd,
        _ if flags & COMPRESSED_LZ4 != 0 => CudaCompression::Lz4,
        _ if flags & COMPRESSED_OTHER != 0 => CudaCompression::Other,
        _ => CudaCompression::None,
    };
    let (stored, inflated) = match compression {
        CudaCompression::None => (padded, padded),
        _ => (u64::from(u32_at(head, 16)), u64_at(head, 56)),
    };
    if stored > padded {
        return None;
    }
    let suffix = match flags {
        _ if flags & ARCH_SPECIFIC != 0 => CudaSuffix::Arch,
        _ if flags & FAMILY_SPECIFIC != 0 => CudaSuffix::Family,
        _ => CudaSuffix::None,
    };
    let rank = match kind {
        KIND_CUBIN => 0,
        KIND_PTX => 1,
        _ => 2,
    };
    let isa = if kind == KIND_PTX { (u16_at(head, 26), u16_at(head, 24)) } else { (0, 0) };
    let target = Target { rank, kind, arch: u32_at(head, 28), suffix, isa };
    Some(EntryHead { target, compression, header, padded, stored, inflated })
}

/// The callers hand over heads of full length; a shorter one reads as zeros.
fn bytes_at<const N: usize>(bytes: &[u8], at: usize) -> [u8; N] {
    bytes.get(at..at + N).and_then(|bytes| bytes.try_into().ok()).unwrap_or([0; N])
}

pub fn u16_at(bytes: &[u8], at: usize) -> u16 {
    u16::from_le_bytes(bytes_at(bytes, at))
}

pub fn u32_at(bytes: &[u8], at: usize) -> u32 {
    u32::from_le_bytes(bytes_at(bytes, at))
}

pub fn u64_at(bytes: &[u8], at: usize) -> u64 {
    u64::from_le_bytes(bytes_at(bytes, at))
}
