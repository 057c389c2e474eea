//! Runs a session the way the host does, with pieces of a given size.
use wheelscope_reader::elf::facts::Facts;
use wheelscope_reader::elf::watch::Watch;
use wheelscope_reader::error::Error;
use wheelscope_reader::query::{Filter, Page, Query, Side};
use wheelscope_reader::session::{Job, Progress, Session};
use wheelscope_reader::stream::Method;

/// One entry of an archive.
#[derive(Clone)]
pub struct Entry {
    pub job: Job,
    pub compressed: Vec<u8>,
}

pub const PATH: &str = "pkg/sample.cpython-312-x86_64-linux-gnu.so";

pub fn stored(content: &[u8]) -> Entry {
    entry(content, Method::Stored, content.to_vec())
}

pub fn deflated(content: &[u8]) -> Entry {
    entry(content, Method::Deflate, miniz_oxide::deflate::compress_to_vec(content, 3))
}

fn entry(content: &[u8], method: Method, compressed: Vec<u8>) -> Entry {
    let job = Job {
        path: PATH.to_owned(),
        method,
        compressed: compressed.len() as u64,
        size: content.len() as u64,
        crc32: Some(crc32fast::hash(content)),
    };
    Entry { job, compressed }
}

pub fn watch() -> Watch {
    Watch::new(["memcpy"], ["UCS2"], 50)
}

/// How reading went besides its result.
#[derive(Default, Debug)]
pub struct Trace {
    pub seeks: usize,
    pub pushed: usize,
}

/// A completed session, and how it went there.
pub fn complete(entry: &Entry, piece: usize) -> Result<(Session, Trace), Error> {
    let watch = watch();
    let mut session = Session::open(entry.job.clone())?;
    let mut trace = Trace::default();
    let mut from = 0;
    loop {
        let mut progress = Progress::More;
        for part in entry.compressed[from..].chunks(piece) {
            trace.pushed += part.len();
            progress = session.push(part, &watch)?;
            if progress != Progress::More {
                break;
            }
        }
        if progress == Progress::More {
            progress = session.finish(&watch)?;
        }
        match progress {
            Progress::Seek(offset) => {
                trace.seeks += 1;
                from = offset as usize;
            }
            _ => return Ok((session, trace)),
        }
    }
}

pub fn read_with(entry: &Entry, piece: usize) -> Result<(Facts, Trace), Error> {
    let (mut session, trace) = complete(entry, piece)?;
    Ok((session.take_facts().expect("complete"), trace))
}

/// The facts of a file as JSON, or the error.
pub fn read(entry: &Entry) -> Result<Facts, Error> {
    read_with(entry, usize::MAX).map(|(facts, _)| facts)
}

pub fn json(result: &Result<Facts, Error>) -> String {
    match result {
        Ok(facts) => serde_json::to_string(facts).expect("plain data"),
        Err(error) => serde_json::to_string(error).expect("plain data"),
    }
}

pub fn symbols(session: &mut Session, side: Side, text: &str) -> Page {
    let filter = Filter { side, text: text.to_owned(), version: None, cxx: None };
    session.symbols(&Query { filter, offset: 0, limit: 5_000 }).expect("complete")
}
