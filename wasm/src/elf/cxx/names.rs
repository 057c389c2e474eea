//! Names (5.1.4): scopes, identifiers, operators, closures, and what repeats them (5.1.10).
use super::Home;
use super::known::{self, Kind, Mark};
use super::piece_kind::PieceKind;
use super::walk::Walk;
use crate::elf::facts::CxxClass;

impl<'a> Walk<'a, '_> {
    /// `entity`: the name of a function or an object, of which an unscoped one lives nowhere; a type is a scope itself.
    #[inline(never)]
    pub fn name(&mut self, entity: bool) -> Option<Kind> {
        let start = self.at;
        match (self.peek(), self.ahead(1)) {
            (b'N', _) => self.deeper(Self::nested),
            (b'Z', _) => self.deeper(Self::local),
            (b'S', b't') => {
                self.skip(2);
                self.note(PieceKind::Std);
                self.live_here(Home::Runtime)?;
                let kind = self.unqualified(Kind::Std, false)?;
                self.arguments_of_new(kind, start)
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
                self.arguments_of_new(kind, start)
            }
        }
    }

    /// Template arguments, if there are some, of a name that may be repeated without them.
    fn arguments_of_new(&mut self, kind: Kind, start: usize) -> Option<Kind> {
        if self.peek() == b'I' {
            self.push(kind, start);
            self.template_arguments()?;
        }
        Some(kind)
    }

    /// `N … E`: each component but the last may be repeated later.
    #[inline(never)]
    fn nested(&mut self) -> Option<Kind> {
        self.skip(1);
        self.open(PieceKind::Name);
        while matches!(self.peek(), b'r' | b'V' | b'K' | b'H') {
            self.skip(1);
        }
        self.note(PieceKind::MemberQualifiers);
        if matches!(self.peek(), b'R' | b'O') {
            self.skip(1);
            self.note(PieceKind::MemberReference);
        }
        let start = self.at;
        let mut kind = Kind::Root;
        loop {
            match (self.peek(), self.ahead(1)) {
                (b'E', _) => {
                    self.skip(1);
                    self.close(PieceKind::NameEnd);
                    return (kind != Kind::Root).then_some(kind);
                }
                (b'S', b't') => {
                    self.skip(2);
                    self.note(PieceKind::Std);
                    self.live_here(Home::Runtime)?;
                    kind = Kind::Std;
                    continue;
                }
                (b'S', _) => {
                    kind = self.substitution()?;
                    continue;
                }
                (b'M', _) if kind != Kind::Root => {
                    self.skip(1);
                    self.note(PieceKind::ClosureMember);
                    continue;
                }
                (b'T', _) => {
                    self.template_parameter()?;
                    self.live_here(Home::Global)?;
                    kind = Kind::Other;
                }
                (b'D', b't' | b'T') => {
                    self.decltype()?;
                    self.live_here(Home::Global)?;
                    kind = Kind::Other;
                }
                (b'I', _) if kind != Kind::Root => self.template_arguments()?,
                _ => kind = self.unqualified(kind, false)?,
            }
            if self.peek() != b'E' {
                self.push(kind, start);
            }
        }
    }

    /// `Z <function> E <entity> [<discriminator>]`, or `s` for a string literal, or `d … _` for a default argument.
    #[inline(never)]
    fn local(&mut self) -> Option<Kind> {
        self.skip(1);
        self.open(PieceKind::Local);
        self.encoding()?;
        self.expect(b'E')?;
        self.close(PieceKind::LocalEnd);
        let kind = match self.peek() {
            b's' => {
                self.skip(1);
                self.note(PieceKind::LocalText);
                Kind::Other
            }
            b'd' => {
                self.skip_past(b'_')?;
                self.note(PieceKind::DefaultArgument);
                self.name(true)?
            }
            _ => self.name(true)?,
        };
        if self.peek() == b'_' {
            if self.ahead(1) == b'_' {
                self.skip(2);
                self.number();
                self.expect(b'_')?;
            } else if self.ahead(1).is_ascii_digit() {
                self.skip(2);
            }
            self.note(PieceKind::Which);
        }
        Some(if kind == Kind::Resultless { kind } else { Kind::Other })
    }

    /// One component with its abi tags. `entity`: see [`Self::name`]; matters only where `parent` is [`Kind::Root`].
    #[inline(never)]
    fn unqualified(&mut self, parent: Kind, entity: bool) -> Option<Kind> {
        match self.peek() {
            b'L' => {
                self.skip(1);
                self.note(PieceKind::Internal);
            }
            b'F' => {
                self.skip(1);
                self.note(PieceKind::Friend);
            }
            _ => {}
        }
        let mut home = Home::Global;
        let (kind, mark) = match (self.peek(), self.ahead(1)) {
            (b'0'..=b'9', _) => {
                let name = self.source_name()?;
                self.note(PieceKind::Identifier);
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
                self.note(PieceKind::Structor);
                self.any_type()?;
                (Kind::Resultless, Mark::None)
            }
            (b'C' | b'D', b'0'..=b'9') => {
                self.skip(2);
                self.note(PieceKind::Structor);
                (Kind::Resultless, Mark::None)
            }
            (b'D', b'C') => {
                self.skip(2);
                self.open(PieceKind::Binding);
                while !self.eat(b'E') {
                    self.source_name()?;
                    self.note(PieceKind::Identifier);
                }
                self.close(PieceKind::BindingEnd);
                (Kind::Other, Mark::None)
            }
            (b'U', b'l' | b't') => {
                self.unnamed()?;
                (Kind::Other, Mark::None)
            }
            (b'n', b'w' | b'a') | (b'd', b'l' | b'a') => {
                home = Home::Runtime;
                self.skip(2);
                self.note(PieceKind::Operator);
                (Kind::Other, Mark::None)
            }
            (b'c', b'v') => (Kind::Resultless, self.operator(parent)?),
            (b'a'..=b'z', _) => (Kind::Other, self.operator(parent)?),
            _ => return None,
        };
        if parent == Kind::Root {
            self.live_here(home)?;
        }
        self.mark(mark)?;
        Some(kind)
    }

    /// Takes the abi tags that follow and notes what the name says with or without them.
    fn mark(&mut self, mark: Mark) -> Option<()> {
        let named = self.last_note();
        let tagged = self.abi_tags()?;
        match mark {
            Mark::New => {
                self.seen.new = true;
                self.note_abi(named, CxxClass::New);
            }
            Mark::Libcxx => {
                self.seen.libcxx = true;
                self.note_abi(named, CxxClass::Libcxx);
            }
            Mark::Old | Mark::OldUnlessTagged if mark == Mark::Old || !tagged => {
                self.seen.old = true;
                self.note_abi(named, CxxClass::Old);
            }
            Mark::TwinUnlessTagged if !tagged => {
                self.seen.untagged_twin = true;
                self.note_twin(named);
            }
            _ => {}
        }
        Some(())
    }

    /// Whether `cxx11` is among the tags.
    #[inline(never)]
    pub fn abi_tags(&mut self) -> Option<bool> {
        let mut tagged = false;
        while self.eat(b'B') {
            let new = self.source_name()? == b"cxx11";
            tagged |= new;
            self.note(PieceKind::Tag);
            if new {
                self.note_abi(self.last_note(), CxxClass::New);
            }
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
                self.note(PieceKind::Conversion);
                self.any_type()?;
            }
            (b'l', b'i') => {
                self.note(PieceKind::LiteralOperator);
                let suffix = self.source_name()?;
                self.note(PieceKind::Identifier);
                if suffix == b"s" && parent == Kind::StringLiterals {
                    return Some(Mark::TwinUnlessTagged);
                }
            }
            (b'v', b'0'..=b'9') => {
                self.note(PieceKind::VendorOperator);
                self.source_name()?;
                self.note(PieceKind::Identifier);
            }
            (_, b'a'..=b'z' | b'A'..=b'Z') => self.note(PieceKind::Operator),
            _ => return None,
        }
        Some(Mark::None)
    }

    /// `Ul <parameters> E [<number>] _`, a closure, or `Ut [<number>] _`, a type without a name.
    pub fn unnamed(&mut self) -> Option<()> {
        let closure = self.ahead(1) == b'l';
        self.skip(2);
        if closure {
            self.open(PieceKind::Lambda);
        }
        while closure && !self.eat(b'E') {
            match (self.peek(), self.ahead(1)) {
                (b'T', b'y' | b'n' | b't' | b'p' | b'k') => self.template_declaration()?,
                (b'Q', _) => {
                    self.skip(1);
                    self.note(PieceKind::Constraint);
                    self.expression()?;
                }
                _ => {
                    self.any_type()?;
                }
            }
        }
        self.number();
        self.expect(b'_')?;
        if closure {
            self.close(PieceKind::LambdaEnd);
        } else {
            self.note(PieceKind::Unnamed);
        }
        Some(())
    }

    /// `S…_` or one of the abbreviations `Sa`, `Ss` …; `St` is not among them.
    #[inline(never)]
    pub fn substitution(&mut self) -> Option<Kind> {
        self.skip(1);
        let letter = self.peek();
        self.skip(1);
        match letter {
            b'_' => self.repeated(0),
            b'0'..=b'9' | b'A'..=b'Z' => {
                self.at -= 1;
                let index = self.sequence_number()?;
                self.repeated(index)
            }
            b'a' | b'b' | b's' | b'i' | b'o' | b'd' => {
                let old = matches!(letter, b'b' | b's');
                self.seen.old |= old;
                self.note(PieceKind::Abbreviation);
                if old {
                    self.note_abi(self.last_note(), CxxClass::Old);
                }
                self.live_here(Home::Runtime)?;
                self.abi_tags()?;
                Some(Kind::Other)
            }
            _ => None,
        }
    }

    /// What a substitution just taken stands for.
    fn repeated(&mut self, index: usize) -> Option<Kind> {
        let kind = self.substitutions.get(index).copied()?;
        self.note(PieceKind::Again);
        self.note_repeats(index);
        Some(kind)
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
