//! Any bytes as a library that was stored: facts or an error, then symbols. `cargo +nightly fuzz run library`.
#![no_main]

use libfuzzer_sys::fuzz_target;
use wheelscope_reader::elf::watch::Watch;
use wheelscope_reader::query::{Filter, Query, Side};
use wheelscope_reader::session::{Job, Session};
use wheelscope_reader::stream::Method;

fuzz_target!(|content: &[u8]| {
    let watch = Watch::new(["memcpy"], ["UCS2"], 50);
    let length = content.len() as u64;
    let job = Job {
        path: "sample.so".to_owned(),
        method: Method::Stored,
        compressed: length,
        size: length,
        crc32: None,
    };
    let Ok(mut session) = Session::open(job) else { return };
    if session.push(content, &watch).is_ok() {
        for text in ["", "a"] {
            let filter = Filter { side: Side::All, text: text.to_owned(), version: None, cxx: None };
            let _ = session.symbols(&Query { filter, offset: 0, limit: 100 });
        }
    }
});
