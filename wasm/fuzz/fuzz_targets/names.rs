//! Any bytes as a mangled name. `cargo +nightly fuzz run names`.
#![no_main]

use libfuzzer_sys::fuzz_target;
use wheelscope_reader::demangle::demangle;

fuzz_target!(|name: &[u8]| {
    for prefix in [&b""[..], b"_Z", b"_R", b"_ZN"] {
        let _ = demangle(&[prefix, name].concat());
    }
});
