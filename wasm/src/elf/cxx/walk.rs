//! Names and encodings of the Itanium C++ ABI (5.1.2 to 5.1.4). Every function takes what it is named after from the text and
//! answers `None` where the text is something else; the walk ends there. Nothing is tried twice, so time is linear.
use super::known::{self, Kind, Mark};
use super::{Home, Seen};

/// Nesting of types and expressions, which bounds the stack.
const DEPTH: u32 = 400;

pub struct Walk<'a, 's> {
    text: &'a [u8],
    at: usize,
    /// What `S_`, `S0_` … stand for, as far as it matters.
    substitutions: &'s mut Vec<Kind>,
    depth: u32,
    pub seen: Seen,
    /// Set by the first name.
    pub home: Option<Home<'a>>,
}

impl<'a, 's> Walk<'a, 's> {
    /// `substitutions` must be empty.
    pub fn new(text: &'a [u8], substitutions: &'s mut Vec<Kind>) -> Self {
        Self { text, at: 0, substitutions, depth: 0, seen: Seen::default(), home: None }
    }

    /// `_Z <encoding>`, perhaps followed by what compilers and linkers append: `.cold`, `.isra.0`, `@VERSION`.
    pub fn whole(&mut self) -> Option<()> {
        self.take(b"_Z")?;
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

    /// Skips to just behind the next `byte`.
    #[inline(never)]
    pub fn skip_past(&mut self, byte: u8) -> Option<()> {
        self.at += memchr::memchr(byte, self.text.get(self.at..)?)? + 1;
        Some(())
    }

    pub fn push(&mut self, kind: Kind) {
        self.substitutions.push(kind);
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

    pub fn live_here(&mut self, home: Home<'a>) {
        self.home.get_or_insert(home);
    }

    /// A function, an object, or a special name; ends before `E` or the end.
    #[inline(never)]
    pub fn encoding(&mut self) -> Option<()> {
        self.deeper(|walk| match (walk.peek(), walk.ahead(1)) {
            (b'T' | b'G', _) => walk.special(),
            _ => {
                walk.name(true)?;
                walk.parameters()
            }
        })
    }

    fn parameters(&mut self) -> Option<()> {
        loop {
            match self.peek() {
                0 | b'E' | b'.' | b'@' => return Some(()),
                b'Q' => {
                    self.skip(1);
                    self.expression()?;
                }
                _ => {
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
            (b'T', b'V' | b'T' | b'I' | b'S' | b'F' | b'J') => self.any_type().map(drop),
            (b'T', b'C') => {
                self.any_type()?;
                self.number();
                self.expect(b'_')?;
                self.any_type().map(drop)
            }
            (b'T', b'H' | b'W') | (b'G', b'V') => self.name(true).map(drop),
            (b'T', b'h' | b'v') => {
                self.skip_offset(second)?;
                self.encoding()
            }
            (b'T', b'c') => {
                for _ in 0..2 {
                    let kind = self.peek();
                    self.skip(1);
                    self.skip_offset(kind)?;
                }
                self.encoding()
            }
            (b'T', b'A') => self.template_argument(),
            (b'G', b'R') => {
                self.name(true)?;
                self.skip_past(b'_')
            }
            (b'G', b'A') => self.encoding(),
            (b'G', b'T') => {
                self.skip(1);
                self.encoding()
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

    /// `entity`: the name of a function or an object, of which an unscoped one lives nowhere; a type is a scope itself.
    #[inline(never)]
    pub fn name(&mut self, entity: bool) -> Option<Kind> {
        match (self.peek(), self.ahead(1)) {
            (b'N', _) => self.deeper(Self::nested),
            (b'Z', _) => self.deeper(Self::local),
            (b'S', b't') => {
                self.skip(2);
                self.live_here(Home::Runtime);
                let kind = self.unqualified(Kind::Std, false)?;
                self.arguments_of_new(kind)
            }
            (b'S', _) => {
                let kind = self.substitution()?;
                if self.peek() == b'I' {
                    self.template_arguments()?;
                }
                Some(kind)
            }
            _ => {
                let kind = self.unqualified(Kind::Root, entity)?;
                self.arguments_of_new(kind)
            }
        }
    }

    /// Template arguments, if there are some, of a name that may be repeated without them.
    fn arguments_of_new(&mut self, kind: Kind) -> Option<Kind> {
        if self.peek() == b'I' {
            self.push(kind);
            self.template_arguments()?;
        }
        Some(kind)
    }

    /// `N … E`: each component but the last may be repeated later.
    #[inline(never)]
    fn nested(&mut self) -> Option<Kind> {
        self.skip(1);
        while matches!(self.peek(), b'r' | b'V' | b'K' | b'H') {
            self.skip(1);
        }
        if matches!(self.peek(), b'R' | b'O') {
            self.skip(1);
        }
        let mut kind = Kind::Root;
        loop {
            match (self.peek(), self.ahead(1)) {
                (b'E', _) => {
                    self.skip(1);
                    return (kind != Kind::Root).then_some(kind);
                }
                (b'S', b't') => {
                    self.skip(2);
                    self.live_here(Home::Runtime);
                    kind = Kind::Std;
                    continue;
                }
                (b'S', _) => {
                    kind = self.substitution()?;
                    continue;
                }
                (b'M', _) if kind != Kind::Root => {
                    self.skip(1);
                    continue;
                }
                (b'T', _) => {
                    self.template_parameter()?;
                    self.live_here(Home::Global);
                    kind = Kind::Other;
                }
                (b'D', b't' | b'T') => {
                    self.decltype()?;
                    self.live_here(Home::Global);
                    kind = Kind::Other;
                }
                (b'I', _) if kind != Kind::Root => self.template_arguments()?,
                _ => kind = self.unqualified(kind, false)?,
            }
            if self.peek() != b'E' {
                self.push(kind);
            }
        }
    }

    /// `Z <function> E <entity> [<discriminator>]`, or `s` for a string literal, or `d … _` for a default argument.
    #[inline(never)]
    fn local(&mut self) -> Option<Kind> {
        self.skip(1);
        self.encoding()?;
        self.expect(b'E')?;
        match self.peek() {
            b's' => self.skip(1),
            b'd' => {
                self.skip_past(b'_')?;
                self.name(true)?;
            }
            _ => {
                self.name(true)?;
            }
        }
        if self.peek() == b'_' {
            if self.ahead(1) == b'_' {
                self.skip(2);
                self.number();
                self.expect(b'_')?;
            } else if self.ahead(1).is_ascii_digit() {
                self.skip(2);
            }
        }
        Some(Kind::Other)
    }

    /// One component with its abi tags. `entity`: see [`Self::name`]; matters only where `parent` is [`Kind::Root`].
    #[inline(never)]
    fn unqualified(&mut self, parent: Kind, entity: bool) -> Option<Kind> {
        if matches!(self.peek(), b'L' | b'F') {
            // Internal linkage; a friend defined in its class.
            self.skip(1);
        }
        let mut home = Home::Global;
        let (kind, mark) = match (self.peek(), self.ahead(1)) {
            (b'0'..=b'9', _) => {
                let name = self.source_name()?;
                if known::is_runtime_scope(name) {
                    home = Home::Runtime;
                } else if name.starts_with(b"_GLOBAL_") {
                    home = Home::Scope(b"(anonymous namespace)");
                } else if !entity {
                    home = Home::Scope(name);
                }
                known::child(parent, name)
            }
            (b'C', b'I') => {
                self.skip(3);
                self.any_type()?;
                (Kind::Other, Mark::None)
            }
            (b'C' | b'D', b'0'..=b'9') => {
                self.skip(2);
                (Kind::Other, Mark::None)
            }
            (b'D', b'C') => {
                self.skip(2);
                while !self.eat(b'E') {
                    self.source_name()?;
                }
                (Kind::Other, Mark::None)
            }
            (b'U', b'l' | b't') => {
                self.unnamed()?;
                (Kind::Other, Mark::None)
            }
            (b'n', b'w' | b'a') | (b'd', b'l' | b'a') => {
                home = Home::Runtime;
                self.skip(2);
                (Kind::Other, Mark::None)
            }
            (b'a'..=b'z', _) => (Kind::Other, self.operator(parent)?),
            _ => return None,
        };
        if parent == Kind::Root {
            self.live_here(home);
        }
        self.mark(mark)?;
        Some(kind)
    }

    /// Takes the abi tags that follow and notes what the name says with or without them.
    fn mark(&mut self, mark: Mark) -> Option<()> {
        let tagged = self.abi_tags()?;
        match mark {
            Mark::New => self.seen.new = true,
            Mark::Old => self.seen.old = true,
            Mark::Libcxx => self.seen.libcxx = true,
            Mark::OldUnlessTagged => self.seen.old |= !tagged,
            Mark::TwinUnlessTagged => self.seen.untagged_twin |= !tagged,
            Mark::None => {}
        }
        Some(())
    }

    /// Whether `cxx11` is among the tags.
    #[inline(never)]
    pub fn abi_tags(&mut self) -> Option<bool> {
        let mut tagged = false;
        while self.eat(b'B') {
            tagged |= self.source_name()? == b"cxx11";
        }
        self.seen.new |= tagged;
        Some(tagged)
    }

    /// Length and identifier.
    #[inline(never)]
    pub fn source_name(&mut self) -> Option<&'a [u8]> {
        let length = self.number();
        let name = self.text.get(self.at..self.at.checked_add(length)?).filter(|name| !name.is_empty())?;
        self.at += length;
        Some(name)
    }

    /// Two letters; conversions, literal operators and vendors' ones have more.
    #[inline(never)]
    pub fn operator(&mut self, parent: Kind) -> Option<Mark> {
        let (first, second) = (self.peek(), self.ahead(1));
        self.skip(2);
        match (first, second) {
            (b'c', b'v') => {
                self.any_type()?;
            }
            (b'l', b'i') => {
                if self.source_name()? == b"s" && parent == Kind::StringLiterals {
                    return Some(Mark::TwinUnlessTagged);
                }
            }
            (b'v', b'0'..=b'9') => {
                self.source_name()?;
            }
            (_, b'a'..=b'z' | b'A'..=b'Z') => {}
            _ => return None,
        }
        Some(Mark::None)
    }

    /// `Ul <parameters> E [<number>] _`, a closure, or `Ut [<number>] _`, a type without a name.
    pub fn unnamed(&mut self) -> Option<()> {
        let closure = self.ahead(1) == b'l';
        self.skip(2);
        while closure && !self.eat(b'E') {
            match (self.peek(), self.ahead(1)) {
                (b'T', b'y' | b'n' | b't' | b'p' | b'k') => self.template_declaration()?,
                (b'Q', _) => {
                    self.skip(1);
                    self.expression()?;
                }
                _ => {
                    self.any_type()?;
                }
            }
        }
        self.number();
        self.expect(b'_')
    }

    /// `S…_` or one of the abbreviations `Sa`, `Ss` …; `St` is not among them.
    #[inline(never)]
    pub fn substitution(&mut self) -> Option<Kind> {
        self.skip(1);
        let letter = self.peek();
        self.skip(1);
        match letter {
            b'_' => self.substitutions.first().copied(),
            b'0'..=b'9' | b'A'..=b'Z' => {
                self.at -= 1;
                let index = self.sequence_number()?;
                self.substitutions.get(index).copied()
            }
            b'a' | b'b' | b's' | b'i' | b'o' | b'd' => {
                self.seen.old |= matches!(letter, b'b' | b's');
                self.live_here(Home::Runtime);
                self.abi_tags()?;
                Some(Kind::Other)
            }
            _ => None,
        }
    }

    /// Base 36 and `_`; counts from the second.
    fn sequence_number(&mut self) -> Option<usize> {
        let mut value = 0_usize;
        while !self.eat(b'_') {
            let digit = match self.peek() {
                digit @ b'0'..=b'9' => digit - b'0',
                letter @ b'A'..=b'Z' => letter - b'A' + 10,
                _ => return None,
            };
            value = value.checked_mul(36)?.checked_add(usize::from(digit))?;
            self.skip(1);
        }
        value.checked_add(1)
    }
}
