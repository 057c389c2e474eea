//! A mangled name in pieces, letter by letter: what the walk notes when somebody wants to read the name and
//! not only its class.
use serde::Serialize;

use super::notes::{Note, Notes};
use super::repeated::Repeated;
use super::walk::Walk;
use crate::elf::facts::CxxClass;
use crate::limits::PIECED_BYTES;

pub use super::piece_kind::PieceKind;

/// Letters of a name and what they stand for. Those of all pieces together are the name.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub struct Piece<'a> {
    pub text: &'a str,
    pub kind: PieceKind,
    /// How many open parts it is inside of.
    pub depth: u32,
    /// What it alone says of the string ABI, where it says something: `new`, `old` or `libc++`.
    pub abi: Option<CxxClass>,
    /// Begins the result of a function (0) or one of its parameters (1, 2, …).
    pub parameter: Option<u32>,
    /// Of `again`: what is repeated, as C++ writes it. `None` where that cannot be said.
    pub repeats: Option<String>,
}

/// The pieces of one name. Time is bounded as the length is: [`PIECED_BYTES`].
pub fn pieces(name: &str) -> Vec<Piece<'_>> {
    let whole = |kind| vec![Note::new(name.len(), kind)];
    let notes = match name.as_bytes() {
        [] => Vec::new(),
        [b'_', b'Z', ..] if name.len() > PIECED_BYTES => whole(PieceKind::Overlong),
        [b'_', b'Z', ..] => noted(name),
        [b'_', b'R', ..] => whole(PieceKind::Rust),
        _ => whole(PieceKind::Plain),
    };
    let mut repeated = Repeated::new(name, &notes);
    let pieces = notes.iter().enumerate().map(|(at, note)| Piece {
        text: letters_of(name, &notes, at),
        kind: note.kind,
        depth: note.depth,
        abi: note.abi,
        parameter: note.parameter,
        repeats: note.repeats.as_ref().and_then(|range| repeated.words(range)),
    });
    pieces.collect()
}

/// The letters of the piece at a place.
pub fn letters_of<'a>(name: &'a str, notes: &[Note], at: usize) -> &'a str {
    let start = at.checked_sub(1).map_or(0, |before| notes[before].end);
    name.get(start..notes[at].end).unwrap_or_default()
}

fn noted(name: &str) -> Vec<Note> {
    let mut notes = Notes::default();
    let mut substitutions = Vec::new();
    let mut walk = Walk::noting(name.as_bytes(), &mut substitutions, &mut notes);
    let rest = if walk.whole().is_some() { PieceKind::Suffix } else { PieceKind::Unread };
    let twins = walk.seen.is_told_by_twins();
    notes.finish(name, rest, twins)
}
