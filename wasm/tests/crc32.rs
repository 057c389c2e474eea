//! CRC-32 against another implementation, and the relation it rests on.
use proptest::prelude::*;
use wheelscope_reader::crc32::{Crc32, DISTANCES};

fn ours(bytes: &[u8], pieces: &[usize]) -> u32 {
    let mut crc = Crc32::default();
    let mut rest = bytes;
    for piece in pieces.iter().cycle() {
        let (now, later) = rest.split_at(rest.len().min(*piece));
        crc.update(now);
        rest = later;
        if rest.is_empty() {
            break;
        }
    }
    crc.finish()
}

#[test]
fn known_value() {
    assert_eq!(ours(b"123456789", &[9]), 0xcbf4_3926);
    assert_eq!(ours(b"", &[1]), 0);
}

/// x^(8·far) = x^(8·(far − near)) + x^(8·(far − middle)) + 1 modulo the polynomial of CRC-32.
#[test]
fn folding_keeps_the_remainder() {
    let power = |bytes: usize| {
        (0..8 * bytes).fold(1_u64, |value, _| {
            let doubled = value << 1;
            if doubled >> 32 == 1 { doubled ^ 0x1_04c1_1db7 } else { doubled }
        })
    };
    let [far, middle, near] = DISTANCES;
    assert_eq!(power(far), power(far - near) ^ power(far - middle) ^ 1);
}

#[test]
fn every_short_length() {
    let bytes: Vec<u8> = (0..10_000_u32).map(|at| ((at * at) >> 3) as u8).collect();
    for length in (0..40).chain(1_900..1_960).chain(3_990..4_050).chain(8_000..8_050) {
        assert_eq!(ours(&bytes[..length], &[length.max(1)]), crc32fast::hash(&bytes[..length]), "{length}");
    }
}

proptest! {
    #[test]
    fn any_bytes_in_any_pieces(
        seed: u64, length in 0_usize..60_000, pieces in prop::collection::vec(1_usize..20_000, 1..5), sparse: bool,
    ) {
        let mut state = seed | 1;
        let bytes: Vec<u8> = (0..length).map(|_| {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            if sparse && state & 0xff00 != 0 { 0 } else { state as u8 }
        }).collect();
        prop_assert_eq!(ours(&bytes, &pieces), crc32fast::hash(&bytes));
    }
}
