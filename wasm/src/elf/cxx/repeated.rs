//! What a substitution repeats, as C++ writes it. Its letters, with all substitutions in them written out,
//! are a type that the demangler can read alone.
use core::ops::Range;

use super::notes::Note;
use super::piece_kind::PieceKind;
use super::pieces::letters_of;
use crate::demangle::demangle;
use crate::limits::{REPEATED_BYTES, REPEATED_WORDS};

/// Letters without any substitution.
#[derive(Clone)]
struct Part {
    letters: String,
    /// Components of a scope, without `N` and `E` around them.
    is_scope: bool,
}

/// The parts of one name that are repeated in it.
pub struct Repeated<'n> {
    name: &'n str,
    notes: &'n [Note],
    /// Each part is written once, however often it is repeated.
    known: Vec<Known>,
}

struct Known {
    range: Range<usize>,
    part: Option<Part>,
    words: Option<String>,
}

impl<'n> Repeated<'n> {
    pub fn new(name: &'n str, notes: &'n [Note]) -> Self {
        Self { name, notes, known: Vec::new() }
    }

    /// The words of a range of the name. `None` where it would grow too long, or where the demangler does not
    /// know the form.
    pub fn words(&mut self, range: &Range<usize>) -> Option<String> {
        let at = self.know(range);
        self.known[at].words.clone()
    }

    /// The place in `known`. What a part repeats lies before it in the name, so this comes to an end.
    fn know(&mut self, range: &Range<usize>) -> usize {
        if let Some(at) = self.known.iter().position(|known| known.range == *range) {
            return at;
        }
        let place = |offset: usize| self.notes.partition_point(|note| note.end <= offset);
        let part = self.part(place(range.start)..place(range.end));
        let words = part.as_ref().and_then(words);
        self.known.push(Known { range: range.clone(), part, words });
        self.known.len() - 1
    }

    fn part(&mut self, pieces: Range<usize>) -> Option<Part> {
        let first = self.notes.get(pieces.start)?;
        let (kind, in_scope) = (first.kind, first.in_scope);
        let letters = self.letters(pieces)?;
        // `N … E`, or a repeated scope with arguments, around which it has just been written.
        let inside = letters.strip_prefix('N').and_then(|letters| letters.strip_suffix('E'));
        Some(match (kind, inside) {
            (PieceKind::Again, _) if in_scope => Part { letters, is_scope: true },
            (PieceKind::Name | PieceKind::Again, Some(inside)) => Part { letters: inside.to_owned(), is_scope: true },
            _ => Part { is_scope: is_component(kind), letters },
        })
    }

    fn letters(&mut self, pieces: Range<usize>) -> Option<String> {
        let mut letters = String::new();
        // Depths of the arguments that belong inside of the `N … E` written around their template.
        let mut open = Vec::new();
        for at in pieces.clone() {
            let Note { kind, depth, in_scope, .. } = self.notes[at];
            let own = letters_of(self.name, self.notes, at);
            match kind {
                PieceKind::Again => {
                    let range = self.notes[at].repeats.clone()?;
                    let known = self.know(&range);
                    let part = self.known[known].part.as_ref()?;
                    if part.is_scope && !in_scope {
                        letters.push('N');
                        letters.push_str(&part.letters);
                        let next = self.notes.get(at + 1).filter(|_| pieces.contains(&(at + 1)));
                        if next.is_some_and(|next| next.kind == PieceKind::Arguments) {
                            open.push(depth);
                        } else {
                            letters.push('E');
                        }
                    } else {
                        letters.push_str(&part.letters);
                    }
                }
                // The demangler would look for the arguments of the template, which stand elsewhere; a name
                // takes their place.
                PieceKind::TemplateParameter => {
                    let argument = format!("{ARGUMENT}{}", parameter_number(own)?);
                    letters.push_str(&argument.len().to_string());
                    letters.push_str(&argument);
                }
                // The demangler writes the type before a value, unless it is `int`.
                PieceKind::Builtin if self.is_number(at) => letters.push('i'),
                _ => letters.push_str(own),
            }
            if kind == PieceKind::ArgumentsEnd && open.last() == Some(&depth) {
                open.pop();
                letters.push('E');
            }
            if letters.len() > REPEATED_BYTES {
                return None;
            }
        }
        Some(letters)
    }

    /// Whether the piece at a place is the type of an integer whose digits follow.
    fn is_number(&self, at: usize) -> bool {
        let kind = |at: usize| self.notes.get(at).map(|note| note.kind);
        let is_value = at > 0 && kind(at - 1) == Some(PieceKind::Value) && kind(at + 1) == Some(PieceKind::Literal);
        is_value && matches!(letters_of(self.name, self.notes, at), "a" | "h" | "s" | "t" | "j" | "l" | "m" | "x" | "y")
    }
}

/// Before the number of an argument of the template, in a name that no compiler makes.
const ARGUMENT: &str = "argument$";

/// What a scope may begin with.
fn is_component(kind: PieceKind) -> bool {
    matches!(
        kind,
        PieceKind::Std
            | PieceKind::Identifier
            | PieceKind::Internal
            | PieceKind::Abbreviation
            | PieceKind::TemplateParameter
            | PieceKind::Unnamed
            | PieceKind::Lambda
    )
}

/// `T_` is the first, `T0_` the second. `None` of an outer template.
fn parameter_number(letters: &str) -> Option<u32> {
    match letters.strip_prefix('T')?.strip_suffix('_')? {
        "" => Some(1),
        number => number.parse::<u32>().ok()?.checked_add(2),
    }
}

/// As the parameter of a function.
fn words(part: &Part) -> Option<String> {
    let (open, close) = if part.is_scope { ("N", "E") } else { ("", "") };
    let name = format!("_Z1f{open}{}{close}", part.letters);
    let readable = demangle(name.as_bytes())?.replace("> >", ">>").replace("> >", ">>").replace(ARGUMENT, "argument ");
    let words = readable.strip_prefix("f(")?.strip_suffix(')')?;
    Some(match words.char_indices().nth(REPEATED_WORDS - 1) {
        Some((cut, _)) if words.chars().count() > REPEATED_WORDS => format!("{}…", &words[..cut]),
        _ => words.to_owned(),
    })
}
