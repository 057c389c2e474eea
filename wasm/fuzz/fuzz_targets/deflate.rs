//! Any bytes as deflate data, pushed in pieces; and inflated twice, from the start and from checkpoints. Both must agree.
//! `cargo +nightly fuzz run deflate`.
#![no_main]

use libfuzzer_sys::fuzz_target;
use wheelscope_reader::inflate::Inflater;

/// Inflates in small windows, saving and restoring the stream before each if asked to.
fn inflate(input: &[u8], with_checkpoints: bool) -> (Vec<u8>, bool) {
    let mut output = Vec::new();
    let mut inflater = Inflater::new().expect("memory");
    let mut window = [0; 777];
    let mut rest = input;
    while output.len() < 1 << 20 {
        if with_checkpoints {
            inflater = inflater.checkpoint().expect("memory");
        }
        let piece = &rest[..rest.len().min(100)];
        let Ok(step) = inflater.step(piece, &mut window) else { return (output, false) };
        output.extend(&window[..step.produced]);
        rest = &rest[step.consumed..];
        if step.ended || (step.consumed == 0 && step.produced == 0) {
            return (output, step.ended);
        }
    }
    (output, false)
}

fuzz_target!(|input: &[u8]| {
    assert_eq!(inflate(input, false), inflate(input, true));
});
