//! Types and template arguments (5.1.5 to 5.1.7).
use super::known::Kind;
use super::piece_kind::PieceKind;
use super::walk::Walk;

impl Walk<'_, '_> {
    /// One type. Everything but built-in types and repeated names may be repeated later.
    #[inline(never)]
    pub fn any_type(&mut self) -> Option<Kind> {
        self.deeper(Self::type_here)
    }

    fn type_here(&mut self) -> Option<Kind> {
        let start = self.at;
        let kind = match (self.peek(), self.ahead(1)) {
            (b'r' | b'V' | b'K', _) | (b'D', b'o' | b'O' | b'w' | b'x') => {
                self.qualifiers()?;
                // The qualifiers of a member function belong to it: it cannot be repeated without them.
                if self.peek() == b'F' {
                    self.function()?;
                } else {
                    self.any_type()?;
                }
                Kind::Other
            }
            (b'P' | b'R' | b'O' | b'C' | b'G', _) => {
                self.skip(1);
                self.note(PieceKind::Indirection);
                self.any_type()?;
                Kind::Other
            }
            (b'F', _) => {
                self.function()?;
                Kind::Other
            }
            (b'A', _) => {
                self.skip(1);
                self.extent(PieceKind::Array)?;
                self.any_type()?;
                Kind::Other
            }
            (b'M', _) => {
                self.skip(1);
                self.note(PieceKind::Member);
                self.any_type()?;
                self.any_type()?;
                Kind::Other
            }
            (b'D', letter) => return self.extended(letter),
            (b'U', b'l' | b't') | (b'N' | b'Z' | b'0'..=b'9', _) | (b'S', b't') => self.name(false)?,
            (b'U', _) => {
                self.skip(1);
                self.source_name()?;
                self.note(PieceKind::VendorQualifier);
                self.optional_arguments()?;
                self.any_type()?;
                Kind::Other
            }
            (b'u', _) => {
                self.skip(1);
                self.source_name()?;
                self.note(PieceKind::VendorType);
                self.optional_arguments()?;
                Kind::Other
            }
            // `struct`, `union`, `enum` spelled out.
            (b'T', b's' | b'u' | b'e') => {
                self.skip(2);
                self.note(PieceKind::Elaborated);
                self.name(false)?
            }
            (b'T', _) => {
                self.template_parameter()?;
                if self.peek() == b'I' {
                    self.push(Kind::Other, start);
                    self.template_arguments()?;
                }
                Kind::Other
            }
            (b'S', _) => {
                let kind = self.substitution()?;
                if self.peek() != b'I' {
                    return Some(kind);
                }
                self.template_arguments()?;
                kind
            }
            (
                b'v' | b'w' | b'b' | b'c' | b'a' | b'h' | b's' | b't' | b'i' | b'j' | b'l' | b'm' | b'x' | b'y' | b'n'
                | b'o' | b'f' | b'd' | b'e' | b'g' | b'z',
                _,
            ) => {
                self.skip(1);
                self.note(PieceKind::Builtin);
                return Some(Kind::Other);
            }
            _ => return None,
        };
        self.push(kind, start);
        Some(kind)
    }

    /// `const` and the like, `noexcept`, `throw(…)`, `transaction_safe`.
    fn qualifiers(&mut self) -> Option<()> {
        loop {
            match (self.peek(), self.ahead(1)) {
                (b'r' | b'V' | b'K', _) => {
                    while matches!(self.peek(), b'r' | b'V' | b'K') {
                        self.skip(1);
                    }
                    self.note(PieceKind::Qualifiers);
                }
                (b'D', letter @ (b'o' | b'x')) => {
                    self.skip(2);
                    self.note(if letter == b'o' { PieceKind::Noexcept } else { PieceKind::TransactionSafe });
                }
                (b'D', b'O') => {
                    self.skip(2);
                    self.open(PieceKind::Condition);
                    self.expression()?;
                    self.expect(b'E')?;
                    self.close(PieceKind::ConditionEnd);
                }
                (b'D', b'w') => {
                    self.skip(2);
                    self.open(PieceKind::Throws);
                    while !self.eat(b'E') {
                        self.any_type()?;
                    }
                    self.close(PieceKind::ThrowsEnd);
                }
                _ => return Some(()),
            }
        }
    }

    /// Types that begin with `D` and are no qualified functions.
    fn extended(&mut self, letter: u8) -> Option<Kind> {
        let start = self.at;
        match letter {
            b't' | b'T' => self.decltype()?,
            b'p' => {
                self.skip(2);
                self.note(PieceKind::Expansion);
                self.any_type()?;
            }
            b'v' => {
                self.skip(2);
                self.extent(PieceKind::Vector)?;
                self.any_type()?;
            }
            // Built in: `_Float16` and `std::bfloat16_t`, `_BitInt`, `auto`, `char16_t` …
            b'F' => {
                self.skip(2);
                self.number();
                return matches!(self.peek(), b'_' | b'x' | b'b').then(|| {
                    self.skip(1);
                    self.note(PieceKind::Builtin);
                    Kind::Other
                });
            }
            b'B' | b'U' => {
                self.skip(2);
                self.extent(PieceKind::BitInt)?;
                return Some(Kind::Other);
            }
            b'k' | b'K' => {
                self.skip(2);
                self.note(PieceKind::ConstrainedAuto);
                self.name(false)?;
                return Some(Kind::Other);
            }
            b'd' | b'e' | b'f' | b'h' | b'i' | b's' | b'u' | b'a' | b'c' | b'n' => {
                self.skip(2);
                self.note(PieceKind::Builtin);
                return Some(Kind::Other);
            }
            _ => return None,
        }
        self.push(Kind::Other, start);
        Some(Kind::Other)
    }

    /// `[<number> | <expression>] _` of a type of this kind.
    fn extent(&mut self, kind: PieceKind) -> Option<()> {
        if self.peek().is_ascii_digit() || self.peek() == b'_' {
            self.number();
            self.expect(b'_')?;
            self.note(kind);
        } else {
            self.open(kind);
            self.expression()?;
            self.expect(b'_')?;
            self.close(PieceKind::SizeEnd);
        }
        Some(())
    }

    /// `F [Y] <types> [R | O] E`
    fn function(&mut self) -> Option<()> {
        self.skip(1);
        self.eat(b'Y');
        self.open(PieceKind::Function);
        while !self.eat(b'E') {
            if matches!(self.peek(), b'R' | b'O') && self.ahead(1) == b'E' {
                self.skip(1);
            } else {
                self.any_type()?;
            }
        }
        self.close(PieceKind::FunctionEnd);
        Some(())
    }

    /// `Dt <expression> E`
    pub fn decltype(&mut self) -> Option<()> {
        self.skip(2);
        self.open(PieceKind::Decltype);
        self.expression()?;
        self.expect(b'E')?;
        self.close(PieceKind::DecltypeEnd);
        Some(())
    }

    /// `T_`, `T0_`, `TL0__1_`
    #[inline(never)]
    pub fn template_parameter(&mut self) -> Option<()> {
        self.skip(1);
        if self.eat(b'L') {
            self.number();
            self.expect(b'_')?;
        }
        self.number();
        self.expect(b'_')?;
        self.note(PieceKind::TemplateParameter);
        Some(())
    }

    #[inline(never)]
    pub fn optional_arguments(&mut self) -> Option<()> {
        if self.peek() == b'I' { self.template_arguments() } else { Some(()) }
    }

    /// `I … E`, or `J … E` for a pack.
    #[inline(never)]
    pub fn template_arguments(&mut self) -> Option<()> {
        self.deeper(|walk| {
            let pack = walk.peek() == b'J';
            walk.skip(1);
            walk.open(if pack { PieceKind::Pack } else { PieceKind::Arguments });
            while !walk.eat(b'E') {
                if walk.eat(b'Q') {
                    walk.note(PieceKind::Constraint);
                    walk.expression()?;
                } else {
                    walk.template_argument()?;
                }
            }
            walk.close(if pack { PieceKind::PackEnd } else { PieceKind::ArgumentsEnd });
            Some(())
        })
    }

    #[inline(never)]
    pub fn template_argument(&mut self) -> Option<()> {
        match (self.peek(), self.ahead(1)) {
            (b'L', _) => self.literal(),
            (b'X', _) => {
                self.skip(1);
                self.open(PieceKind::Expression);
                self.expression()?;
                self.expect(b'E')?;
                self.close(PieceKind::ExpressionEnd);
                Some(())
            }
            (b'I' | b'J', _) => self.template_arguments(),
            (b'T', b'y' | b'n' | b't' | b'p' | b'k') => {
                self.deeper(Self::template_declaration)?;
                self.deeper(Self::template_argument)
            }
            _ => self.any_type().map(drop),
        }
    }

    /// `Ty`, `Tn <type>`, `Tt … E`, `Tp …`, `Tk <concept>`: the declaration of a template parameter.
    pub fn template_declaration(&mut self) -> Option<()> {
        let letter = self.ahead(1);
        self.skip(2);
        if letter == b't' {
            self.open(PieceKind::Declaration);
        } else {
            self.note(PieceKind::Declaration);
        }
        match letter {
            b'y' => Some(()),
            b'n' => self.any_type().map(drop),
            b'p' => self.deeper(Self::template_declaration),
            // A closure in the concept's place may declare parameters of its own.
            b'k' => self.deeper(|walk| walk.name(false)).map(drop),
            b't' => {
                while !self.eat(b'E') {
                    if self.peek() != b'T' {
                        return None;
                    }
                    self.deeper(Self::template_declaration)?;
                }
                self.close(PieceKind::DeclarationEnd);
                Some(())
            }
            _ => None,
        }
    }
}
