//! What the walk writes down of a name when somebody asks for its pieces.
use core::ops::Range;

use super::piece_kind::PieceKind;
use super::walk::Walk;
use crate::elf::facts::CxxClass;

/// What the walk writes down.
#[derive(Default)]
pub struct Notes {
    list: Vec<Note>,
    /// Where in the name `S_`, `S0_` … have their first form.
    earlier: Vec<Range<usize>>,
    /// Notes of functions that say "old" only if nothing else in the name tells the ABI.
    twins: Vec<usize>,
    /// What is open around the next note.
    open: Vec<PieceKind>,
    /// For the next note.
    parameter: Option<u32>,
}

/// A piece that begins where the one before ends.
pub struct Note {
    pub end: usize,
    pub kind: PieceKind,
    pub depth: u32,
    /// Directly between `N` and `E`.
    pub in_scope: bool,
    pub abi: Option<CxxClass>,
    pub parameter: Option<u32>,
    /// Where in the name that lies.
    pub repeats: Option<Range<usize>>,
}

impl Note {
    pub fn new(end: usize, kind: PieceKind) -> Self {
        Self { end, kind, depth: 0, in_scope: false, abi: None, parameter: None, repeats: None }
    }
}

impl Notes {
    /// Out of the way of the walk that takes no notes, like everything that is done only with notes.
    #[cold]
    #[inline(never)]
    fn add(&mut self, end: usize, kind: PieceKind) {
        if self.list.last().map_or(0, |note| note.end) < end {
            let note = Note {
                depth: self.open.len() as u32,
                in_scope: self.open.last() == Some(&PieceKind::Name),
                parameter: self.parameter.take(),
                ..Note::new(end, kind)
            };
            self.list.push(note);
        }
    }

    #[cold]
    #[inline(never)]
    fn open(&mut self, end: usize, kind: PieceKind) {
        self.add(end, kind);
        self.open.push(kind);
    }

    #[cold]
    #[inline(never)]
    fn close(&mut self, end: usize, kind: PieceKind) {
        self.open.pop();
        self.add(end, kind);
    }

    #[cold]
    #[inline(never)]
    fn earlier(&mut self, range: Range<usize>) {
        self.earlier.push(range);
    }

    /// What is left becomes the last piece; so does everything from a cut inside a letter on, where an
    /// identifier's length is wrong.
    pub fn finish(mut self, name: &str, rest: PieceKind, told_by_twins: bool) -> Vec<Note> {
        if told_by_twins {
            for twin in self.twins {
                if let Some(note) = self.list.get_mut(twin) {
                    note.abi = Some(CxxClass::Old);
                }
            }
        }
        let sound = self.list.iter().take_while(|note| name.is_char_boundary(note.end)).count();
        let rest = if sound < self.list.len() { PieceKind::Unread } else { rest };
        self.list.truncate(sound);
        if self.list.last().map_or(0, |note| note.end) < name.len() {
            self.list.push(Note::new(name.len(), rest));
        }
        self.list
    }
}

/// Without notes, each of these is one comparison.
impl Walk<'_, '_> {
    /// What was taken since the last note is a piece of this kind.
    #[inline]
    pub fn note(&mut self, kind: PieceKind) {
        if let Some(notes) = &mut self.notes {
            notes.add(self.at, kind);
        }
    }

    /// The same; what follows is inside of it.
    #[inline]
    pub fn open(&mut self, kind: PieceKind) {
        if let Some(notes) = &mut self.notes {
            notes.open(self.at, kind);
        }
    }

    /// The same; it ends what is open.
    #[inline]
    pub fn close(&mut self, kind: PieceKind) {
        if let Some(notes) = &mut self.notes {
            notes.close(self.at, kind);
        }
    }

    /// The place of the last note.
    #[inline]
    pub fn last_note(&self) -> usize {
        self.notes.as_ref().map_or(0, |notes| notes.list.len().saturating_sub(1))
    }

    /// What the piece noted at a place says of the ABI.
    #[inline]
    pub fn note_abi(&mut self, at: usize, abi: CxxClass) {
        if let Some(note) = self.notes.as_mut().and_then(|notes| notes.list.get_mut(at)) {
            note.abi = Some(abi);
        }
    }

    /// The piece noted at a place says "old" if nothing else tells the ABI.
    #[inline]
    pub fn note_twin(&mut self, at: usize) {
        if let Some(notes) = &mut self.notes {
            notes.twins.push(at);
        }
    }

    /// The next note begins the result (0) or a parameter.
    #[inline]
    pub fn note_parameter(&mut self, number: u32) {
        if let Some(notes) = &mut self.notes {
            notes.parameter = Some(number);
        }
    }

    /// Whether the name just noted ends with template arguments. Then the result's type comes next (5.1.5.3),
    /// which matters to nobody who takes no notes.
    #[inline]
    pub fn ends_with_arguments(&self) -> bool {
        self.notes.as_ref().is_some_and(|notes| {
            let mut kinds = notes.list.iter().rev().map(|note| note.kind);
            let last = kinds.find(|kind| !matches!(kind, PieceKind::NameEnd | PieceKind::Which));
            last == Some(PieceKind::ArgumentsEnd)
        })
    }

    /// What was taken since `start` may be repeated.
    #[inline]
    pub fn note_earlier(&mut self, start: usize) {
        if let Some(notes) = &mut self.notes {
            notes.earlier(start..self.at);
        }
    }

    /// The last piece repeats what the substitution of this number stands for.
    #[inline]
    pub fn note_repeats(&mut self, substitution: usize) {
        if let Some(notes) = &mut self.notes
            && let Some(note) = notes.list.last_mut()
        {
            note.repeats = notes.earlier.get(substitution).cloned();
        }
    }
}
