//! Reads one entry: a first pass over all of it, then second passes over what turned out to be missing, then the facts.
use crate::checkpoints::Checkpoints;
use crate::crc32::Crc32;
use crate::elf::facts::Facts;
use crate::elf::tables::{self, Tables};
use crate::elf::view::{Stop, View};
use crate::elf::watch::Watch;
use crate::error::{Error, ErrorId};
use crate::gpu::{Found, Scan};
use crate::limits::{HEAD, KEPT_WHOLE, ROUNDS, TAIL};
use crate::query::{Page, Query, SymbolList};
use crate::store::Store;
use crate::stream::{Method, Stream};

/// One entry of the archive as its directory describes it. Sizes in bytes.
#[derive(Clone, Debug)]
pub struct Job {
    pub path: String,
    pub method: Method,
    pub compressed: u64,
    pub size: u64,
    /// `None`: not known (a library outside an archive), so not checked.
    pub crc32: Option<u32>,
}

/// What the host should do next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Progress {
    /// Push the compressed bytes that follow.
    More,
    /// Push compressed bytes from this offset on.
    Seek(u64),
    /// The facts are there.
    Complete,
}

enum Pass {
    /// Everything streams past once: size and checksum are checked, ranges kept, checkpoints saved.
    First,
    /// Ranges that were missing are inflated again.
    Again,
    Complete,
}

pub struct Session {
    job: Job,
    stream: Stream,
    store: Store,
    checkpoints: Checkpoints,
    crc: Crc32,
    scan: Scan,
    found: Found,
    pass: Pass,
    foreseen: bool,
    rounds: usize,
    facts: Option<Facts>,
    links: Vec<u8>,
    list: SymbolList,
}

/// From here on, the headers at the start of a file are taken to be there.
const FIRST_LOOK: u64 = 64 << 10;

impl Session {
    pub fn open(job: Job) -> Result<Self, Error> {
        if job.method == Method::Stored && job.compressed != job.size {
            return Err(Error::new(ErrorId::SizeMismatch, format!("stored in {} bytes", job.compressed)));
        }
        let mut store = Store::default();
        if job.size <= KEPT_WHOLE {
            store.want(core::iter::once(0..job.size))?;
        } else {
            store.want([0..HEAD, job.size - TAIL..job.size])?;
        }
        let stream = Stream::new(job.method)?;
        let scan = Scan::new(job.size);
        Ok(Self {
            job,
            stream,
            store,
            checkpoints: Checkpoints::default(),
            crc: Crc32::default(),
            scan,
            found: Found::default(),
            pass: Pass::First,
            foreseen: false,
            rounds: 0,
            facts: None,
            links: Vec::new(),
            list: SymbolList::default(),
        })
    }

    /// Takes the next compressed bytes. When the answer is not [`Progress::More`], what is left of them is not wanted.
    pub fn push(&mut self, piece: &[u8], watch: &Watch) -> Result<Progress, Error> {
        let mut rest = piece;
        loop {
            let before = self.stream.written;
            let consumed = match self.pass {
                Pass::First => self.first_pass(rest)?,
                Pass::Again => self.again(rest)?,
                Pass::Complete => return Ok(Progress::Complete),
            };
            rest = &rest[consumed..];
            let done = match self.pass {
                Pass::First => self.first_pass_ended(),
                _ => self.store.first_missing().is_none_or(|next| self.checkpoint_ahead(next)),
            };
            if done {
                if matches!(self.pass, Pass::First) {
                    self.verify()?;
                    self.found = core::mem::replace(&mut self.scan, Scan::new(0)).finish();
                }
                return self.next_range(watch);
            }
            if consumed == 0 && self.stream.written == before {
                return self.starved(rest);
            }
        }
    }

    /// There are no more compressed bytes. An error unless the entry was complete.
    pub fn finish(&mut self, watch: &Watch) -> Result<Progress, Error> {
        match self.push(&[], watch)? {
            Progress::More => {
                Err(Error::new(ErrorId::ZipDamaged, "compressed data ends early").at(self.stream.written))
            }
            progress => Ok(progress),
        }
    }

    /// The facts, once; `None` before the entry is complete.
    pub fn take_facts(&mut self) -> Option<Facts> {
        self.facts.take()
    }

    /// A page of the dynamic symbols; the entry must be complete.
    pub fn symbols(&mut self, query: &Query) -> Result<Page, Error> {
        let view = View::new(&self.store, self.job.size);
        let page = Tables::read(&view).and_then(|tables| self.list.page(&view, &tables, query));
        page.map_err(|stop| match stop {
            Stop::Failed(error) => error,
            Stop::Missing => Error::unreadable("the library has not been read"),
        })
    }

    /// What the library asks others for and offers them ([`crate::elf::links::Links`]), once; empty: it is not known.
    pub fn take_links(&mut self) -> Vec<u8> {
        core::mem::take(&mut self.links)
    }

    /// One window of the first pass; returns the input used.
    fn first_pass(&mut self, input: &[u8]) -> Result<usize, Error> {
        if self.job.size > KEPT_WHOLE {
            self.checkpoints.consider(&self.stream)?;
        }
        let start = self.stream.written;
        // One byte more than promised is let through, to notice that there is more.
        let (consumed, output) = self.stream.next_window(input, self.job.size - start + 1)?;
        if start + output.len() as u64 > self.job.size {
            return Err(Error::new(ErrorId::SizeMismatch, "inflates to more than its size").at(self.job.size));
        }
        self.scan.feed(output);
        if self.job.crc32.is_some() {
            self.crc.update(output);
        }
        self.store.accept(start, output);
        if !self.foreseen && self.stream.written >= FIRST_LOOK {
            self.foresee()?;
        }
        Ok(consumed)
    }

    fn first_pass_ended(&self) -> bool {
        match self.job.method {
            Method::Stored => self.stream.written == self.job.size,
            Method::Deflate => self.stream.ended,
        }
    }

    fn verify(&mut self) -> Result<(), Error> {
        if self.stream.written != self.job.size {
            let detail = format!("inflates to {} bytes", self.stream.written);
            return Err(Error::new(ErrorId::SizeMismatch, detail));
        }
        let crc32 = core::mem::take(&mut self.crc).finish();
        match self.job.crc32 {
            Some(promised) if promised != crc32 => {
                let detail = format!("CRC-32 {crc32:08x} instead of {promised:08x}");
                Err(Error::new(ErrorId::ChecksumMismatch, detail))
            }
            _ => Ok(()),
        }
    }

    /// Marks tables that lie far inside the file to be kept when they pass. Errors wait for the real reading.
    fn foresee(&mut self) -> Result<(), Error> {
        self.foreseen = true;
        let passed = self.stream.written;
        let ranges = tables::foresee(&View::new(&self.store, self.job.size)).unwrap_or_default();
        self.store.want(ranges.into_iter().filter(|range| range.start >= passed))
    }

    /// One window of a later pass; returns the input used.
    fn again(&mut self, input: &[u8]) -> Result<usize, Error> {
        let start = self.stream.written;
        let (consumed, output) = self.stream.next_window(input, self.job.size - start)?;
        self.store.accept(start, output);
        Ok(consumed)
    }

    /// Chooses where to go on for the first missing range; when nothing is missing, reads the facts, which may ask for more.
    fn next_range(&mut self, watch: &Watch) -> Result<Progress, Error> {
        loop {
            if let Some(next) = self.store.first_missing() {
                self.pass = Pass::Again;
                return self.seek(next);
            }
            let view = View::new(&self.store, self.job.size);
            match crate::elf::facts(&view, &self.job.path, watch, &self.found) {
                Ok((facts, links)) => {
                    self.facts = Some(facts);
                    self.links = links;
                    self.pass = Pass::Complete;
                    self.checkpoints = Checkpoints::default();
                    self.found = Found::default();
                    return Ok(Progress::Complete);
                }
                Err(Stop::Failed(error)) => return Err(error),
                Err(Stop::Missing) => {
                    let missing = view.missing();
                    self.rounds += 1;
                    if self.rounds > ROUNDS {
                        return Err(Error::limit("tables of the library are scattered over too many places"));
                    }
                    self.store.want(missing)?;
                }
            }
        }
    }

    fn seek(&mut self, next: u64) -> Result<Progress, Error> {
        let offset = match self.checkpoints.before(next) {
            Some(checkpoint) => {
                self.stream.resume(checkpoint)?;
                checkpoint.read
            }
            None => {
                self.stream.resume_stored(next);
                next
            }
        };
        Ok(Progress::Seek(offset))
    }

    /// Whether jumping to a missing range saves inflating what lies before it.
    fn checkpoint_ahead(&self, next: u64) -> bool {
        match self.job.method {
            Method::Stored => next > self.stream.written,
            Method::Deflate => {
                self.checkpoints.before(next).is_some_and(|checkpoint| checkpoint.written > self.stream.written)
            }
        }
    }

    /// No progress: normal when the input is used up, else the stream stands still.
    fn starved(&self, rest: &[u8]) -> Result<Progress, Error> {
        if rest.is_empty() && !self.stream.ended {
            return Ok(Progress::More);
        }
        Err(Error::new(ErrorId::ZipDamaged, "the entry changed while it was read").at(self.stream.written))
    }
}
