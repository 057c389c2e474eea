//! Encodings of the Itanium C++ ABI (5.1.2, 5.1.3), and how the text is walked. Every function takes what it is named after from the text and
//! answers `None` where the text is something else; the walk ends there. Nothing is tried twice, so time is linear.
use super::known::Kind;
use super::notes::Notes;
use super::piece_kind::PieceKind;
use super::{Home, Seen};

/// Nesting of types and expressions, which bounds the stack.
const DEPTH: u32 = 400;

pub struct Walk<'a, 's> {
    pub text: &'a [u8],
    pub at: usize,
    /// What `S_`, `S0_` … stand for, as far as it matters.
    pub substitutions: &'s mut Vec<Kind>,
    depth: u32,
    pub seen: Seen,
    /// Set by the first name.
    pub home: Option<Home<'a>>,
    only_home: bool,
    /// Filled where the pieces are asked for.
    pub notes: Option<&'s mut Notes>,
}

impl<'a, 's> Walk<'a, 's> {
    /// `substitutions` must be empty.
    pub fn new(text: &'a [u8], substitutions: &'s mut Vec<Kind>) -> Self {
        Self { text, at: 0, substitutions, depth: 0, seen: Seen::default(), home: None, only_home: false, notes: None }
    }

    /// A walk that notes the pieces of the name.
    pub fn noting(text: &'a [u8], substitutions: &'s mut Vec<Kind>, notes: &'s mut Notes) -> Self {
        Self { notes: Some(notes), ..Self::new(text, substitutions) }
    }

    /// `_Z <encoding>`, perhaps followed by what compilers and linkers append: `.cold`, `.isra.0`, `@VERSION`.
    pub fn whole(&mut self) -> Option<()> {
        self.take(b"_Z")?;
        self.note(PieceKind::Mangled);
        self.encoding()?;
        matches!(self.peek(), 0 | b'.' | b'@').then_some(())
    }

    /// The next byte; 0 at the end.
    pub fn peek(&self) -> u8 {
        self.ahead(0)
    }

    pub fn ahead(&self, distance: usize) -> u8 {
        self.text.get(self.at + distance).copied().unwrap_or(0)
    }

    pub fn skip(&mut self, count: usize) {
        self.at += count;
    }

    /// Takes one byte if it is next.
    pub fn eat(&mut self, byte: u8) -> bool {
        let found = self.peek() == byte;
        self.at += usize::from(found);
        found
    }

    pub fn expect(&mut self, byte: u8) -> Option<()> {
        self.eat(byte).then_some(())
    }

    fn take(&mut self, prefix: &[u8]) -> Option<()> {
        self.text.get(self.at..)?.starts_with(prefix).then(|| self.at += prefix.len())
    }

    /// Skips what lies before the next `byte`.
    #[inline(never)]
    pub fn skip_to(&mut self, byte: u8) -> Option<()> {
        self.at += memchr::memchr(byte, self.text.get(self.at..)?)?;
        Some(())
    }

    /// Skips to just behind the next `byte`.
    pub fn skip_past(&mut self, byte: u8) -> Option<()> {
        self.skip_to(byte)?;
        self.skip(1);
        Some(())
    }

    /// What was taken since `start` may be repeated by a substitution.
    pub fn push(&mut self, kind: Kind, start: usize) {
        self.substitutions.push(kind);
        self.note_earlier(start);
    }

    /// One level deeper, as long as there is stack for it.
    pub fn deeper<T>(&mut self, run: impl FnOnce(&mut Self) -> Option<T>) -> Option<T> {
        self.depth += 1;
        if self.depth > DEPTH {
            return None;
        }
        let result = run(self);
        self.depth -= 1;
        result
    }

    /// Decimal digits, perhaps none. Beyond what any name can be long, the value no longer matters.
    #[inline(never)]
    pub fn number(&mut self) -> usize {
        let mut value = 0_usize;
        while self.peek().is_ascii_digit() {
            value = value.saturating_mul(10).saturating_add(usize::from(self.peek() - b'0'));
            self.at += 1;
        }
        value
    }

    /// `[n] <number>`
    pub fn signed_number(&mut self) {
        self.eat(b'n');
        self.number();
    }

    /// The first name has been met. Ends the walk where nothing more is asked for.
    pub fn live_here(&mut self, home: Home<'a>) -> Option<()> {
        self.home.get_or_insert(home);
        (!self.only_home).then_some(())
    }

    /// Walks no further than to the first name.
    pub fn first_home(mut self) -> Option<Home<'a>> {
        self.only_home = true;
        let _ = self.whole();
        self.home
    }

    /// A function, an object, or a special name; ends before `E` or the end.
    #[inline(never)]
    pub fn encoding(&mut self) -> Option<()> {
        self.deeper(|walk| match (walk.peek(), walk.ahead(1)) {
            (b'T' | b'G', _) => walk.special(),
            _ => {
                let kind = walk.name(true)?;
                walk.parameters(kind)
            }
        })
    }

    /// `kind`: of the name before.
    fn parameters(&mut self, kind: Kind) -> Option<()> {
        let has_result = kind != Kind::Resultless && self.ends_with_arguments();
        let mut number = u32::from(!has_result);
        loop {
            match self.peek() {
                0 | b'E' | b'.' | b'@' => return Some(()),
                b'Q' => {
                    self.skip(1);
                    self.note(PieceKind::Constraint);
                    self.expression()?;
                }
                _ => {
                    self.note_parameter(number);
                    number = number.saturating_add(1);
                    self.any_type()?;
                }
            }
        }
    }

    /// Tables, thunks, guards and the like, which name a type or another encoding.
    fn special(&mut self) -> Option<()> {
        let (first, second) = (self.peek(), self.ahead(1));
        self.skip(2);
        match (first, second) {
            (b'T', b'h' | b'v') => self.skip_offset(second)?,
            (b'T', b'c') => {
                for _ in 0..2 {
                    let kind = self.peek();
                    self.skip(1);
                    self.skip_offset(kind)?;
                }
            }
            // `GTt`, `GTn`.
            (b'G', b'T') => self.skip(1),
            _ => {}
        }
        self.note(PieceKind::Special);
        match (first, second) {
            (b'T', b'V' | b'T' | b'I' | b'S' | b'F' | b'J') => self.any_type().map(drop),
            (b'T', b'C') => {
                self.any_type()?;
                self.number();
                self.expect(b'_')?;
                self.note(PieceKind::BaseOffset);
                self.any_type().map(drop)
            }
            (b'T', b'H' | b'W') | (b'G', b'V') => self.name(true).map(drop),
            (b'T', b'h' | b'v' | b'c') | (b'G', b'A' | b'T') => self.encoding(),
            (b'T', b'A') => self.template_argument(),
            (b'G', b'R') => {
                self.name(true)?;
                self.skip_past(b'_')?;
                self.note(PieceKind::Which);
                Some(())
            }
            _ => None,
        }
    }

    /// The offsets of a thunk, by the letter before them.
    fn skip_offset(&mut self, kind: u8) -> Option<()> {
        for _ in 0..if kind == b'v' { 2 } else { 1 } {
            self.signed_number();
            self.expect(b'_')?;
        }
        matches!(kind, b'h' | b'v').then_some(())
    }
}
