//! Whether a name can tell anything of the string ABI at all, by its text alone. Says yes too often, never too seldom.
use memchr::{memchr2_iter, memmem};

use super::known::{self, Kind, Mark};

/// Every mark of [`known`] stands directly behind `St`, or below a scope that does; but for `Ss` and `Sb`, the tag and namespaces with
/// `cxx11` in their name, and one class of `__gnu_cxx`.
pub fn may_tell(name: &[u8]) -> bool {
    // Searched for once, however often the scope stands there.
    let mut state = None;
    let mut has_state = || *state.get_or_insert_with(|| memmem::find(name, b"14encoding_state").is_some());
    memchr2_iter(b'S', b'x', name).any(|at| match (name[at], name.get(at + 1)) {
        (b'S', Some(b's' | b'b')) => true,
        (b'S', Some(b't')) => may_matter(&name[at + 2..]),
        (b'x', Some(b'1')) => name[at..].starts_with(b"x11"),
        (b'x', _) => name[..=at].ends_with(b"__gnu_cxx") && has_state(),
        _ => false,
    })
}

/// Length and identifier, perhaps: whether they name something of `std` that matters.
fn may_matter(rest: &[u8]) -> bool {
    let digits = rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
    if digits == 0 {
        // An operator, or the end; anything else is rare enough to be walked.
        return !rest.first().is_none_or(u8::is_ascii_lowercase);
    }
    let digit = |sum: usize, digit: &u8| sum.saturating_mul(10).saturating_add(usize::from(digit - b'0'));
    let length = rest[..digits].iter().fold(0, digit);
    let Some(ident) = rest[digits..].get(..length) else { return false };
    let [first, .., last] = ident else { return false };
    let at = hash(length, *first, *last);
    MATTERING[at / 64] & 1 << (at % 64) != 0 && known::child(Kind::Std, ident) != (Kind::Other, Mark::None)
}

/// Which hashes names that matter have; spares most names the search in the tables.
const MATTERING: [u64; 8] = {
    let mut bits = [0; 8];
    let mut table = 0;
    while table < known::OF_STD.len() {
        let names = known::OF_STD[table];
        let mut at = 0;
        while at < names.len() {
            let name = names[at];
            let hash = hash(name.len(), name[0], name[name.len() - 1]);
            bits[hash / 64] |= 1 << (hash % 64);
            at += 1;
        }
        table += 1;
    }
    bits
};

const fn hash(length: usize, first: u8, last: u8) -> usize {
    (length * 37 + first as usize * 5 + last as usize) % 512
}
