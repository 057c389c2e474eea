//! Names of shared libraries that stand in a file as whole strings, as they are passed to `dlopen`.
use crate::limits::{MENTION_BYTES, MENTIONED};

#[derive(Debug, Default, PartialEq, Eq)]
pub struct Mentions {
    /// Sorted, each once.
    pub names: Vec<Mention>,
    /// The end of what was fed, for names that lie across the border of two pieces.
    tail: Vec<u8>,
}

/// A name and where it stands first and last in the file.
#[derive(Debug, PartialEq, Eq)]
pub struct Mention {
    pub name: Vec<u8>,
    pub first: u64,
    pub last: u64,
}

/// A name with the byte before and the NUL behind it.
const SPAN: usize = MENTION_BYTES + 2;

impl Mentions {
    /// The next bytes of the file, which begin at the offset `at`; see [`Mentions::cut`] where some were left out.
    pub fn feed(&mut self, bytes: &[u8], at: u64) {
        if !self.tail.is_empty() {
            let mut border = core::mem::take(&mut self.tail);
            let start = at - border.len() as u64;
            border.extend_from_slice(&bytes[..bytes.len().min(SPAN)]);
            self.search(&border, start);
            self.tail = border;
        }
        self.search(bytes, at);
        // Of a short piece the tail already holds the last bytes.
        if bytes.len() > SPAN {
            self.tail.clear();
            self.tail.extend_from_slice(&bytes[bytes.len() - SPAN..]);
        } else {
            if self.tail.is_empty() {
                self.tail.extend_from_slice(bytes);
            }
            self.tail.drain(..self.tail.len().saturating_sub(SPAN));
        }
    }

    /// What comes next does not follow what came before.
    pub fn cut(&mut self) {
        self.tail.clear();
    }

    fn search(&mut self, bytes: &[u8], start: u64) {
        let mut from = 0;
        while let Some(at) = find(&bytes[from..]).map(|at| from + at) {
            if let Some(name) = name_around(bytes, at) {
                self.add(name, start + at as u64);
            }
            from = at + SO.len();
        }
    }

    fn add(&mut self, name: &[u8], at: u64) {
        match self.names.binary_search_by(|known| known.name.as_slice().cmp(name)) {
            Ok(known) => self.names[known].last = self.names[known].last.max(at),
            Err(place) if self.names.len() < MENTIONED => {
                self.names.insert(place, Mention { name: name.to_vec(), first: at, last: at });
            }
            Err(_) => {}
        }
    }
}

const SO: &[u8; 3] = b".so";
/// Bytes compared before it is asked whether one of them was it.
const BLOCK: usize = 128;

/// Where the first `.so` is.
#[expect(clippy::needless_bitwise_bool, reason = "a branch would keep the compiler from making vector code")]
fn find(bytes: &[u8]) -> Option<usize> {
    let mut from = 0;
    while let Some(block) = bytes.get(from..from + BLOCK + 2) {
        let (first, second, third) = (&block[..BLOCK], &block[1..=BLOCK], &block[2..BLOCK + 2]);
        let hits = first.iter().zip(second).zip(third).fold(0, |hits, ((first, second), third)| {
            hits | u8::from((*first == SO[0]) & (*second == SO[1]) & (*third == SO[2]))
        });
        if hits != 0 {
            break;
        }
        from += BLOCK;
    }
    bytes[from..].windows(SO.len()).position(|three| three == SO).map(|at| from + at)
}

/// The name that has its `.so` at an offset: `lib….so` or `lib….so.1.2`, with a NUL behind it and before it something that cannot
/// be part of a file name.
fn name_around(bytes: &[u8], at: usize) -> Option<&[u8]> {
    let mut end = at + SO.len();
    // Numbers, each with a dot before it.
    while bytes.get(end) == Some(&b'.') && bytes.get(end + 1).is_some_and(u8::is_ascii_digit) {
        end += 1;
        while bytes.get(end).is_some_and(u8::is_ascii_digit) {
            end += 1;
        }
    }
    if bytes.get(end) != Some(&0) || end - at >= MENTION_BYTES {
        return None;
    }
    let earliest = end.saturating_sub(SPAN - 1);
    let before = bytes[earliest..at].iter().rposition(|byte| !is_of_name(*byte))?;
    let name = &bytes[earliest + before + 1..end];
    let stem = at - (earliest + before + 1);
    // `cudaMalloc@libcudart.so.13` in a symbol table is the version of a symbol.
    let is_version = bytes[earliest + before] == b'@';
    (name.starts_with(b"lib") && stem > b"lib".len() && !is_version).then_some(name)
}

fn is_of_name(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'+' | b'.' | b'-')
}
