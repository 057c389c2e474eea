//! The WebAssembly exports, and nothing else: numbers in, numbers out, bytes through one input and one output buffer.
//! `src/engine/elf/` is the other side.
//!
//! The host asks [`input`] for room, writes bytes there and calls a function that says how many it wrote. Functions answer
//! with the place of a [`Status`] in its list; when that is `Complete` or `Failed` for something with a result, one JSON document lies
//! at [`output`]. Sizes and offsets are `f64` (exact up to 2^53), so that JavaScript needs no `BigInt`.
use core::cell::RefCell;

use serde::Serialize;
use sha2::{Digest, Sha256};

use crate::elf::constants::MAGIC;
use crate::elf::facts::CxxClass;
use crate::elf::notes::hex;
use crate::elf::watch::Watch;
use crate::error::{Error, ErrorId};
use crate::inflate::Inflater;
use crate::named::named;
use crate::query::{Filter, Query, Side, read_names, read_pieces};
use crate::session::{Job, Progress, Session};
use crate::stream::Method;

named! {
    /// What `push`, `finish` and `symbols` answer.
    pub enum Status {
        /// Push the bytes that follow.
        More = "more",
        /// Push from `seek_offset` on.
        Seek = "seek",
        /// The answer lies in the output.
        Complete = "complete",
        /// The error lies in the output.
        Failed = "failed",
    }
}

named! {
    /// What `sniff` answers.
    pub enum Sniffed {
        Other = "other",
        Elf = "elf",
        /// Give a longer start.
        More = "more",
    }
}

struct State {
    input: Vec<u8>,
    output: Vec<u8>,
    seek: u64,
    watch: Watch,
    sessions: Vec<Option<Session>>,
    hashes: Vec<Option<Sha256>>,
    sniffer: Option<Inflater>,
}

thread_local! {
    static STATE: RefCell<State> = RefCell::new(State {
        input: Vec::new(),
        output: Vec::new(),
        seek: 0,
        watch: Watch::new([], [], 50),
        sessions: Vec::new(),
        hashes: Vec::new(),
        sniffer: None,
    });
}

fn with<T>(run: impl FnOnce(&mut State) -> T) -> T {
    STATE.with_borrow_mut(run)
}

impl State {
    fn answer(&mut self, value: &impl Serialize) {
        self.output.clear();
        // Serialising plain data into memory cannot fail.
        let _ = serde_json::to_writer(&mut self.output, value);
    }

    fn fail(&mut self, error: &Error) -> i32 {
        self.answer(error);
        Status::Failed.code()
    }

    fn text(&self, from: usize, length: usize) -> String {
        String::from_utf8_lossy(self.input.get(from..from + length).unwrap_or_default()).into_owned()
    }
}

/// Puts a value into the first free place; returns its number.
fn place<T>(places: &mut Vec<Option<T>>, value: T) -> u32 {
    let free = places.iter().position(Option::is_none).unwrap_or(places.len());
    if free == places.len() {
        places.push(None);
    }
    places[free] = Some(value);
    free as u32
}

/// Room for `length` bytes of input. The address is valid until the next call of this function.
#[unsafe(no_mangle)]
pub extern "C" fn input(length: u32) -> *mut u8 {
    with(|state| {
        if state.input.len() < length as usize {
            state.input.resize(length as usize, 0);
        }
        state.input.as_mut_ptr()
    })
}

#[unsafe(no_mangle)]
pub extern "C" fn output() -> *const u8 {
    with(|state| state.output.as_ptr())
}

#[unsafe(no_mangle)]
pub extern "C" fn output_length() -> u32 {
    with(|state| state.output.len() as u32)
}

/// Input: the watched names, then the watched parts of names, each list joined by NUL.
#[unsafe(no_mangle)]
pub extern "C" fn configure(names: u32, contains: u32, evidence_limit: u32) {
    with(|state| {
        let (names, contains) = (state.text(0, names as usize), state.text(names as usize, contains as usize));
        let list = |text: &'_ str| -> Vec<String> {
            text.split('\0').filter(|part| !part.is_empty()).map(str::to_owned).collect()
        };
        let (names, contains) = (list(&names), list(&contains));
        state.watch =
            Watch::new(names.iter().map(String::as_str), contains.iter().map(String::as_str), evidence_limit as usize);
    });
}

/// Input: the first bytes of an entry. Whether they inflate to the ELF magic.
#[unsafe(no_mangle)]
pub extern "C" fn sniff(length: u32, deflate: u32) -> i32 {
    with(|state| {
        let start = state.input.get(..length as usize).unwrap_or_default();
        if deflate == 0 {
            return sniffed_as(start, false);
        }
        let sniffer = match &mut state.sniffer {
            Some(sniffer) => sniffer,
            None => match Inflater::new() {
                Ok(fresh) => state.sniffer.insert(fresh),
                Err(_) => return Sniffed::Other.code(),
            },
        };
        sniffer.reset();
        let mut magic = [0; MAGIC.len()];
        match sniffer.step(start, &mut magic) {
            Ok(step) => sniffed_as(&magic[..step.produced], step.ended),
            Err(_) => Sniffed::Other.code(),
        }
    })
}

fn sniffed_as(start: &[u8], ended: bool) -> i32 {
    let shared = start.len().min(MAGIC.len());
    match (start[..shared] == MAGIC[..shared], shared == MAGIC.len(), ended) {
        (true, true, _) => Sniffed::Elf.code(),
        (true, false, false) => Sniffed::More.code(),
        _ => Sniffed::Other.code(),
    }
}

/// Input: the entry's path. `crc32`: -1 where it is not known. Returns a session's number, or -1: the error is in the output.
#[unsafe(no_mangle)]
pub extern "C" fn open(path: u32, deflate: u32, compressed: f64, size: f64, crc32: f64) -> i32 {
    with(|state| {
        let job = Job {
            path: state.text(0, path as usize),
            method: if deflate == 0 { Method::Stored } else { Method::Deflate },
            compressed: compressed as u64,
            size: size as u64,
            crc32: (crc32 >= 0.0).then_some(crc32 as u32),
        };
        match Session::open(job) {
            Ok(session) => place(&mut state.sessions, session) as i32,
            Err(error) => {
                state.fail(&error);
                -1
            }
        }
    })
}

/// Input: the next compressed bytes.
#[unsafe(no_mangle)]
pub extern "C" fn push(session: u32, length: u32) -> i32 {
    advance(session, |reader, input, watch| reader.push(input.get(..length as usize).unwrap_or_default(), watch))
}

/// There are no more compressed bytes.
#[unsafe(no_mangle)]
pub extern "C" fn finish(session: u32) -> i32 {
    advance(session, |reader, _, watch| reader.finish(watch))
}

fn advance(session: u32, run: impl FnOnce(&mut Session, &[u8], &Watch) -> Result<Progress, Error>) -> i32 {
    with(|state| {
        let Some(reader) = state.sessions.get_mut(session as usize).and_then(Option::as_mut) else {
            return state.fail(&no_session());
        };
        match run(reader, &state.input, &state.watch) {
            Ok(Progress::More) => Status::More.code(),
            Ok(Progress::Seek(offset)) => {
                state.seek = offset;
                Status::Seek.code()
            }
            Ok(Progress::Complete) => {
                state.output.clear();
                let _ = serde_json::to_writer(&mut state.output, &reader.take_facts());
                Status::Complete.code()
            }
            Err(error) => state.fail(&error),
        }
    })
}

/// Where to push from after [`Status::Seek`], in compressed bytes of the entry.
#[unsafe(no_mangle)]
pub extern "C" fn seek_offset() -> f64 {
    with(|state| state.seek as f64)
}

/// Input: the text looked for, then the version. `version` is its length, or -1 for any. `side`: a place in
/// [`Side::ALL`]. `class` of C++ names: a place in [`CxxClass::ALL`], or -1 for any symbol.
#[unsafe(no_mangle)]
pub extern "C" fn symbols(
    session: u32,
    side: i32,
    text: u32,
    version: i32,
    class: i32,
    offset: u32,
    limit: u32,
) -> i32 {
    with(|state| {
        let filter = Filter {
            side: listed(Side::ALL, side).unwrap_or(Side::All),
            text: state.text(0, text as usize),
            version: usize::try_from(version).ok().map(|length| state.text(text as usize, length)),
            cxx: listed(CxxClass::ALL, class),
        };
        let query = Query { filter, offset: offset as usize, limit: limit as usize };
        let Some(reader) = state.sessions.get_mut(session as usize).and_then(Option::as_mut) else {
            return state.fail(&no_session());
        };
        match reader.symbols(&query) {
            Ok(page) => {
                state.answer(&page);
                Status::Complete.code()
            }
            Err(error) => state.fail(&error),
        }
    })
}

/// The link table of an entry that is complete lies in the output, once (`elf/links.rs`); empty: it has none.
#[unsafe(no_mangle)]
pub extern "C" fn links(session: u32) {
    with(|state| {
        let reader = state.sessions.get_mut(session as usize).and_then(Option::as_mut);
        state.output = reader.map(Session::take_links).unwrap_or_default();
    });
}

/// Input: names joined by NUL. The output has a `NameFacts` for each, in the same order.
#[unsafe(no_mangle)]
pub extern "C" fn names(length: u32) {
    with(|state| {
        let names = state.text(0, length as usize);
        state.answer(&read_names(names.split('\0')));
    });
}

/// Input: names joined by NUL. Their pieces lie in the output, a list for each name in the same order.
#[unsafe(no_mangle)]
pub extern "C" fn pieces(length: u32) {
    with(|state| {
        let names = state.text(0, length as usize);
        state.answer(&read_pieces(names.split('\0')));
    });
}

#[unsafe(no_mangle)]
pub extern "C" fn close(session: u32) {
    with(|state| {
        if let Some(place) = state.sessions.get_mut(session as usize) {
            *place = None;
        }
        state.output = Vec::new();
    });
}

/// A new SHA-256; returns its number.
#[unsafe(no_mangle)]
pub extern "C" fn sha256_open() -> u32 {
    with(|state| place(&mut state.hashes, Sha256::new()))
}

/// Input: the next bytes to hash.
#[unsafe(no_mangle)]
pub extern "C" fn sha256_update(hash: u32, length: u32) {
    with(|state| {
        if let Some(hasher) = state.hashes.get_mut(hash as usize).and_then(Option::as_mut) {
            hasher.update(state.input.get(..length as usize).unwrap_or_default());
        }
    });
}

/// Ends a hash; its value lies in the output, in hex as a JSON string.
#[unsafe(no_mangle)]
pub extern "C" fn sha256_finish(hash: u32) {
    with(|state| {
        let hasher = state.hashes.get_mut(hash as usize).and_then(Option::take).unwrap_or_default();
        state.answer(&hex(&hasher.finalize()));
    });
}

/// The value at a place that the host names; `None` where the list has none, as for -1.
fn listed<T: Copy>(list: &[T], place: i32) -> Option<T> {
    list.get(usize::try_from(place).ok()?).copied()
}

fn no_session() -> Error {
    Error::new(ErrorId::LibraryUnreadable, "no such session")
}
