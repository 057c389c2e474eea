//! LZ4 blocks (LZ4 Block Format Description): what CUDA 11 and 12 compress entries with.

/// What the first bytes of a block stand for; at most `limit` bytes. Ends where the block does, where it is cut off, and where it is
/// damaged.
pub fn start_of(block: &[u8], limit: usize) -> Vec<u8> {
    let mut out = Vec::new();
    let mut rest = block;
    while out.len() < limit && sequence(&mut rest, &mut out, limit).is_some() {}
    out
}

/// Literals, then a copy of what came before; `None` at the end.
fn sequence(rest: &mut &[u8], out: &mut Vec<u8>, limit: usize) -> Option<()> {
    let token = byte(rest)?;
    let literals = length(rest, token >> 4)?;
    let room = limit - out.len();
    let (copied, after) = rest.split_at(literals.min(rest.len()));
    out.extend_from_slice(&copied[..copied.len().min(room)]);
    *rest = after;
    let distance = usize::from(byte(rest)?) | usize::from(byte(rest)?) << 8;
    let count = length(rest, token & 15)?.saturating_add(4).min(limit - out.len());
    let from = out.len().checked_sub(distance).filter(|_| distance > 0)?;
    // One by one: the copy may overlap what it writes.
    for at in from..from + count {
        out.push(out[at]);
    }
    Some(())
}

/// A length: 15 means that bytes follow, up to the first that is not 255.
fn length(rest: &mut &[u8], start: u8) -> Option<usize> {
    let mut length = usize::from(start);
    if start == 15 {
        loop {
            let more = byte(rest)?;
            length = length.saturating_add(usize::from(more));
            if more != 255 {
                break;
            }
        }
    }
    Some(length)
}

fn byte(rest: &mut &[u8]) -> Option<u8> {
    let (first, after) = rest.split_first()?;
    *rest = after;
    Some(*first)
}
