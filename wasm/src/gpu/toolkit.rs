//! The toolkit that made GPU code, from the text its assembler and its compiler leave in it.
use core::ops::Range;

use memchr::memmem;

use super::cuda::{EntryHead, KIND_CUBIN, KIND_PTX};
use super::lz4;
use crate::elf::facts::CudaCompression;
use crate::limits::{SAMPLE_BYTES, SAMPLE_INFLATED, TOOLKITS};

/// In the note `.note.nv.tkinfo` of a cubin and in the first lines of PTX; `13.0, V13.0.88` follows.
const TEXT: &[u8] = b"Cuda compilation tools, release ";

/// The first bytes of one entry's payload, as they stream by.
#[derive(Debug)]
pub struct Sample {
    /// Where in the file.
    range: Range<u64>,
    compression: CudaCompression,
    bytes: Vec<u8>,
}

impl Sample {
    /// Of the entry whose header begins at `at`. `None` where its text cannot be read: zstd would need a decoder larger than all
    /// else about GPU code, and what is for linking at run time names no toolkit.
    pub fn of(entry: &EntryHead, at: u64) -> Option<Self> {
        let readable = matches!(entry.compression, CudaCompression::None | CudaCompression::Lz4);
        let start = at + entry.header;
        let range = start..start + entry.stored.min(SAMPLE_BYTES);
        (readable && matches!(entry.target.kind, KIND_CUBIN | KIND_PTX) && !range.is_empty()).then(|| Self {
            range,
            compression: entry.compression,
            bytes: Vec::new(),
        })
    }

    /// Takes what is wanted of the bytes at an offset of the file; says whether all is there.
    pub fn take(&mut self, bytes: &[u8], at: u64) -> bool {
        let from = self.range.start.max(at);
        let to = self.range.end.min(at + bytes.len() as u64);
        if from < to {
            self.bytes.extend_from_slice(&bytes[(from - at) as usize..(to - at) as usize]);
        }
        self.bytes.len() as u64 == self.range.end - self.range.start
    }

    /// `13.0.88`.
    pub fn toolkit(&self) -> Option<String> {
        match self.compression {
            CudaCompression::Lz4 => named(&lz4::start_of(&self.bytes, SAMPLE_INFLATED)),
            _ => named(&self.bytes),
        }
    }
}

/// Adds a name to sorted ones.
pub fn add(names: &mut Vec<String>, name: String) {
    if let Err(place) = names.binary_search(&name)
        && names.len() < TOOLKITS
    {
        names.insert(place, name);
    }
}

/// Of `13.0, V13.0.88` the second number, else the first.
fn named(text: &[u8]) -> Option<String> {
    let start = memmem::find(text, TEXT)? + TEXT.len();
    let rest = &text[start..text.len().min(start + 40)];
    let full = memmem::find(rest, b", V").map(|at| number(&rest[at + 3..]));
    let name = full.filter(|number| !number.is_empty()).unwrap_or(number(rest));
    (!name.is_empty()).then(|| String::from_utf8_lossy(name).into_owned())
}

/// Digits and dots at the start.
fn number(text: &[u8]) -> &[u8] {
    let end = text.iter().position(|byte| !byte.is_ascii_digit() && *byte != b'.').unwrap_or(text.len());
    &text[..end]
}
