//! Any bytes as a mangled name: demangled, and classed. `cargo +nightly fuzz run names`.
#![no_main]

use libfuzzer_sys::fuzz_target;
use wheelscope_reader::demangle::demangle;
use wheelscope_reader::elf::cxx::Classifier;

fuzz_target!(|name: &[u8]| {
    for prefix in [&b""[..], b"_Z", b"_R", b"_ZN"] {
        let name = [prefix, name].concat();
        let _ = demangle(&name);
        let mut classifier = Classifier::default();
        let reading = classifier.read(&name);
        assert_eq!(classifier.glance(&name), (reading.class, reading.home));
    }
});
