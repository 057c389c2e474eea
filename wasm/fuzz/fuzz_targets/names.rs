//! Any bytes as a mangled name: demangled, classed, and taken apart. `cargo +nightly fuzz run names`.
#![no_main]

use libfuzzer_sys::fuzz_target;
use wheelscope_reader::demangle::demangle;
use wheelscope_reader::elf::cxx::Classifier;
use wheelscope_reader::elf::cxx::pieces::pieces;

fuzz_target!(|name: &[u8]| {
    for prefix in [&b""[..], b"_Z", b"_R", b"_ZN"] {
        let name = [prefix, name].concat();
        let _ = demangle(&name);
        let mut classifier = Classifier::default();
        let reading = classifier.read(&name);
        assert_eq!(classifier.glance(&name), (reading.class, reading.home));
        let text = String::from_utf8_lossy(&name);
        assert_eq!(pieces(&text).iter().map(|piece| piece.text).collect::<String>(), text);
    }
});
