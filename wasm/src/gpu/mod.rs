//! GPU code inside a library, and libraries it mentions by name: the two things for which every byte of a file is looked at.
//!
//! [`Scan`] sees the file once, window by window, and keeps little of it. Between two containers it searches their magic
//! numbers ([`search`]) and names of libraries ([`mentions`]); inside a container it reads headers ([`cuda`], [`hip`]) and
//! passes by the code, which is most of a large file. Time is linear: a byte is searched or skipped, hardly ever looked at twice.
pub mod cuda;
pub mod facts;
pub mod hip;
pub mod lz4;
pub mod mentions;
pub mod search;
pub mod toolkit;

use cuda::{Cuda, FatbinWalk};
use hip::{BundleWalk, Hip};
use mentions::Mentions;
use search::Magic;
use toolkit::Sample;

/// Everything the scan found in one file.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Found {
    pub cuda: Cuda,
    pub hip: Hip,
    pub mentions: Mentions,
}

/// Longest header that is looked at in one piece: an entry of a HIP bundle with its name. Also how much is carried over from one
/// window to the next, at most.
const AHEAD: usize = hip::ENTRY_HEAD + hip::ID_BYTES;

enum State {
    Search,
    /// Inside a CUDA container, before the header of an entry.
    Fatbin(FatbinWalk),
    /// Inside the table of a HIP bundle, before an entry.
    Bundle(BundleWalk),
}

/// What one step did.
enum Step {
    /// So many bytes are done.
    Used(usize),
    /// What is left is too short to go on with; more of the file follows.
    Short,
}

pub struct Scan {
    size: u64,
    /// File offset of the first byte not done yet.
    at: u64,
    /// Code lies up to here; then `state` goes on.
    code_end: u64,
    /// What is kept of the code that streams by.
    sample: Option<Sample>,
    state: State,
    /// Bytes that came and are not done yet, at most [`AHEAD`].
    tail: Vec<u8>,
    found: Found,
}

impl Scan {
    /// `size`: of the file, in bytes. Containers that claim to be longer than it are none.
    pub fn new(size: u64) -> Self {
        Self { size, at: 0, code_end: 0, sample: None, state: State::Search, tail: Vec::new(), found: Found::default() }
    }

    /// The next bytes of the file. How it is cut does not matter.
    pub fn feed(&mut self, window: &[u8]) {
        let mut from = 0;
        if !self.tail.is_empty() {
            // What was left over goes on in this window: a short piece over the border first.
            let mut border = core::mem::take(&mut self.tail);
            let old = border.len();
            border.extend_from_slice(&window[..window.len().min(AHEAD)]);
            let used = self.advance(&border);
            if used < old {
                border.drain(..used);
                self.tail = border;
                return;
            }
            from = used - old;
        }
        let rest = &window[from..];
        let used = self.advance(rest);
        self.tail.extend_from_slice(&rest[used..]);
    }

    /// The file has ended.
    pub fn finish(mut self) -> Found {
        if matches!(self.state, State::Search) {
            self.found.mentions.feed(&self.tail, self.at);
        }
        self.found.mentions.cut();
        self.found
    }

    /// Does as much of `bytes`, which begin at `self.at`, as can be done without those that follow.
    fn advance(&mut self, bytes: &[u8]) -> usize {
        let mut done = 0;
        while done < bytes.len() {
            match self.step(&bytes[done..]) {
                Step::Used(used) => {
                    done += used;
                    self.at += used as u64;
                }
                Step::Short => break,
            }
        }
        done
    }

    fn step(&mut self, bytes: &[u8]) -> Step {
        if self.at < self.code_end {
            let used = (self.code_end - self.at).min(bytes.len() as u64) as usize;
            self.sample(&bytes[..used]);
            return Step::Used(used);
        }
        match core::mem::replace(&mut self.state, State::Search) {
            State::Search => self.search(bytes),
            State::Fatbin(walk) => self.fatbin(walk, bytes),
            State::Bundle(walk) => self.bundle(walk, bytes),
        }
    }

    /// Code that is passed by.
    fn sample(&mut self, bytes: &[u8]) {
        if let Some(mut sample) = self.sample.take() {
            if !sample.take(bytes, self.at) {
                self.sample = Some(sample);
            } else if let Some(name) = sample.toolkit() {
                toolkit::add(&mut self.found.cuda.toolkits, name);
            }
        }
    }

    /// Whether `length` bytes can still come; if not, nothing that long lies here.
    fn may_come(&self, ahead: usize, length: usize) -> bool {
        self.at.saturating_add((ahead + length) as u64) <= self.size
    }

    fn search(&mut self, bytes: &[u8]) -> Step {
        // Containers lie at multiples of 8 (measured: all of 31,230), which is how they are in memory too.
        let mut from = (self.at.wrapping_neg() % search::ALIGN as u64) as usize;
        loop {
            let Some((at, magic)) = bytes.get(from..).and_then(search::find) else {
                let used = from + bytes.len().saturating_sub(from) / search::ALIGN * search::ALIGN;
                return self.passed(bytes, used);
            };
            let at = from + at;
            let need = match magic {
                Magic::Fatbin => cuda::HEAD,
                Magic::Bundle => hip::HEAD,
                Magic::Compressed => hip::COMPRESSED_HEAD,
            };
            let head = bytes.get(at..at + need);
            if head.is_none() && self.may_come(at, need) {
                // All before it is done; the next step begins at the magic.
                return self.passed(bytes, at);
            }
            if let Some(used) = head.and_then(|head| self.enter(magic, head, at)) {
                self.found.mentions.feed(&bytes[..at], self.at);
                self.found.mentions.cut();
                return Step::Used(used);
            }
            // Only something that looks like one.
            from = at + search::ALIGN;
        }
    }

    /// Begins what the magic number `ahead` of here stands for; returns how many bytes from here are done then. `None`: there is nothing.
    fn enter(&mut self, magic: Magic, head: &[u8], ahead: usize) -> Option<usize> {
        let start = self.at + ahead as u64;
        match magic {
            Magic::Fatbin => {
                self.state = State::Fatbin(self.found.cuda.enter(head, start, self.size)?);
                Some(ahead + cuda::CONTAINER_HEAD)
            }
            Magic::Bundle => {
                self.state = State::Bundle(BundleWalk::enter(head, start, self.size)?);
                Some(ahead + hip::HEAD)
            }
            Magic::Compressed => {
                self.code_end = self.found.hip.compressed(head, start, self.size)?;
                Some(ahead)
            }
        }
    }

    /// Nothing of ours began in the first `used` bytes.
    fn passed(&mut self, bytes: &[u8], used: usize) -> Step {
        if used == 0 || used > bytes.len() {
            return Step::Short;
        }
        self.found.mentions.feed(&bytes[..used], self.at);
        Step::Used(used)
    }

    fn fatbin(&mut self, mut walk: FatbinWalk, bytes: &[u8]) -> Step {
        let Some(head) = bytes.get(..cuda::ENTRY_HEAD) else {
            self.state = State::Fatbin(walk);
            return Step::Short;
        };
        match self.found.cuda.entry(&mut walk, head, self.at) {
            Some((next, sample)) => {
                self.code_end = next;
                self.sample = sample;
                if next < walk.end {
                    self.state = State::Fatbin(walk);
                } else {
                    self.found.cuda.accept(walk);
                }
            }
            None => self.found.cuda.damaged += 1,
        }
        Step::Used(0)
    }

    fn bundle(&mut self, mut walk: BundleWalk, bytes: &[u8]) -> Step {
        match walk.entry(bytes) {
            hip::Entry::Short if self.may_come(0, bytes.len() + 1) => {
                self.state = State::Bundle(walk);
                Step::Short
            }
            hip::Entry::Next(used) => {
                self.state = State::Bundle(walk);
                Step::Used(used)
            }
            hip::Entry::Last(used) => {
                if let Some(end) = self.found.hip.accept(walk, self.at + used as u64) {
                    self.code_end = end;
                }
                Step::Used(used)
            }
            hip::Entry::Short | hip::Entry::Damaged => Step::Used(0),
        }
    }
}
