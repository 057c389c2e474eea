//! CRC-32 of zip, without a table look-up for every byte.
//!
//! WebAssembly has no carry-less multiplication, and tables cost a load per byte: a fifth of the time to inflate. Instead, bytes are folded forward: modulo the
//! polynomial P of CRC-32, `x^(8·4018) = x^(8·(4018−1927)) + x^(8·(4018−2181)) + 1`, so a byte counts the same when it is
//! removed and added 1,927, 2,181 and 4,018 bytes further on. That is plain exclusive-or, 16 bytes at a time. Only the last
//! 4,018 bytes then go through a table. (The same idea as in Russell, "Chorba", 2024; this relation was found by a search over
//! all powers below 9,000, and a test proves it.)

/// The distances of the relation above.
pub const DISTANCES: [usize; 3] = [FAR, 2181, NEAR];
const FAR: usize = 4018;
const NEAR: usize = 1927;
/// Folded bytes kept: what folding reaches back to, and room to go on without moving it each time.
const ROOM: usize = 16 << 10;

pub struct Crc32 {
    /// The last `FAR` folded bytes before `end`, and some before them. Zero before the message begins.
    folded: Vec<u8>,
    end: usize,
    /// How many of the first four bytes are still to come: the register starts with ones, which amounts to inverting them.
    inverted: usize,
}

impl Default for Crc32 {
    fn default() -> Self {
        Self { folded: vec![0; FAR + ROOM], end: FAR, inverted: 4 }
    }
}

impl Crc32 {
    pub fn update(&mut self, mut bytes: &[u8]) {
        while !bytes.is_empty() {
            if self.end == self.folded.len() {
                self.folded.copy_within(self.end - FAR.., 0);
                self.end = FAR;
            }
            // Not further than the nearest distance: what is folded here must not depend on itself.
            let length = bytes.len().min(NEAR).min(self.folded.len() - self.end);
            let (now, later) = bytes.split_at(length);
            self.fold(now);
            bytes = later;
        }
    }

    fn fold(&mut self, bytes: &[u8]) {
        let (past, rest) = self.folded.split_at_mut(self.end);
        let from = |distance: usize| &past[past.len() - distance..];
        let sources = from(DISTANCES[0]).iter().zip(from(DISTANCES[1])).zip(from(DISTANCES[2]));
        for ((to, byte), ((far, middle), near)) in rest.iter_mut().zip(bytes).zip(sources) {
            *to = byte ^ far ^ middle ^ near;
        }
        let first = self.inverted.min(bytes.len());
        rest[..first].iter_mut().for_each(|byte| *byte = !*byte);
        self.inverted -= first;
        self.end += bytes.len();
    }

    pub fn finish(self) -> u32 {
        // The last bytes were never removed, so what they passed on among themselves is taken back.
        let tail = &self.folded[self.end - FAR..self.end];
        let mut register = 0_u32;
        for (at, byte) in tail.iter().enumerate() {
            let passed_on = |distance: usize| at.checked_sub(distance).map_or(0, |from| tail[from]);
            let byte = byte ^ passed_on(DISTANCES[1]) ^ passed_on(DISTANCES[2]);
            register = TABLE[usize::from(register as u8 ^ byte)] ^ (register >> 8);
        }
        // Of a message shorter than its first four bytes, the ones are still in the register.
        !(register ^ (u32::MAX.checked_shr(8 * (4 - self.inverted as u32)).unwrap_or(0)))
    }
}

const TABLE: [u32; 256] = {
    let mut table = [0; 256];
    let mut at = 0;
    while at < 256 {
        let mut value = at as u32;
        let mut bit = 0;
        while bit < 8 {
            value = if value & 1 == 1 { 0xedb8_8320 ^ (value >> 1) } else { value >> 1 };
            bit += 1;
        }
        table[at] = value;
        at += 1;
    }
    table
};
