//! Expressions (5.1.6), as they stand in template arguments, array bounds and `decltype`.
use super::known::Kind;
use super::piece_kind::PieceKind;
use super::walk::Walk;

impl Walk<'_, '_> {
    #[inline(never)]
    pub fn expression(&mut self) -> Option<()> {
        self.deeper(Self::expression_here)
    }

    fn expression_here(&mut self) -> Option<()> {
        let (first, second) = (self.peek(), self.ahead(1));
        match (first, second) {
            (b'L', _) => return self.literal(),
            (b'T', _) => return self.template_parameter(),
            (b'0'..=b'9', _) => return self.simple_id(),
            (b'u', _) => {
                self.skip(1);
                self.source_name()?;
                self.open(PieceKind::Operation);
                return self.arguments_to_end();
            }
            _ => self.skip(2),
        }
        match (first, second) {
            (b'f', b'p') => return self.function_parameter(second),
            (b'f', b'L') if self.peek().is_ascii_digit() => return self.function_parameter(second),
            // The operator that is folded over.
            (b'f', b'l' | b'r' | b'L' | b'R') => self.skip(2),
            // In front of its operand.
            (b'p', b'p') | (b'm', b'm') => {
                self.eat(b'_');
            }
            _ => {}
        }
        // Any number of operands, up to an end.
        if matches!((first, second), (b't' | b'i', b'l') | (b'c', b'l' | b'p') | (b's', b'P') | (b'n', b'w' | b'a')) {
            self.open(PieceKind::Operation);
        } else {
            self.note(PieceKind::Operation);
        }
        match (first, second) {
            (b's', b'r') => self.scoped(),
            (b'g', b's') => self.global(),
            (b'o', b'n') => {
                self.operator(Kind::Other)?;
                self.abi_tags()?;
                self.optional_arguments()
            }
            (b'd', b'n') => {
                if self.peek().is_ascii_digit() {
                    self.simple_id()
                } else {
                    self.any_type().map(drop)
                }
            }
            (b'c', b'v') => {
                self.any_type()?;
                if !self.eat(b'_') {
                    return self.expression();
                }
                self.open(PieceKind::Operation);
                self.expressions_to(b'E')
            }
            (b't', b'l') => {
                self.any_type()?;
                self.expressions_to(b'E')
            }
            (b'i', b'l') | (b'c', b'l' | b'p') => self.expressions_to(b'E'),
            (b'n', b'w' | b'a') => {
                self.expressions_to(b'_')?;
                self.any_type()?;
                match (self.peek(), self.ahead(1)) {
                    (b'p', b'i') => {
                        self.skip(2);
                        self.open(PieceKind::Operation);
                        self.expressions_to(b'E')
                    }
                    (b'E', _) => {
                        self.skip(1);
                        self.note(PieceKind::OperationEnd);
                        Some(())
                    }
                    _ => self.expression(),
                }
            }
            (b't', b'i') | (b's' | b'a', b't') => self.any_type().map(drop),
            (b't', b'r') => Some(()),
            (b's', b'P') => self.arguments_to_end(),
            (b'c' | b'd' | b's' | b'r', b'c') => {
                self.any_type()?;
                self.expression()
            }
            // Part of an object: type, object, offset, which members of unions, one past the end.
            (b's', b'o') => {
                self.any_type()?;
                self.expression()?;
                self.signed_number();
                while self.eat(b'_') {
                    self.number();
                }
                self.eat(b'p');
                self.expect(b'E')?;
                self.note(PieceKind::OperationEnd);
                Some(())
            }
            (b'd', b'i') => {
                self.source_name()?;
                self.note(PieceKind::Identifier);
                self.expression()
            }
            (b'q', b'u') | (b'd', b'X') => self.expressions(3),
            (b'p', b'p' | b's')
            | (b'm', b'm')
            | (b'f', b'l' | b'r')
            | (b'd', b'l' | b'a' | b'e')
            | (b't', b'e' | b'w')
            | (b's', b'z' | b'p' | b'Z')
            | (b'a', b'z' | b'd' | b'w')
            | (b'n', b'x' | b'g' | b't')
            | (b'c', b'o') => self.expression(),
            (b'f', b'L' | b'R')
            | (b'd', b't' | b's' | b'v' | b'V' | b'x')
            | (b'p', b't' | b'l' | b'L' | b'm')
            | (b'm', b'i' | b'I' | b'l' | b'L')
            | (b'r', b'm' | b'M' | b's' | b'S')
            | (b'a', b'n' | b'N' | b'S' | b'a')
            | (b'o', b'r' | b'R' | b'o')
            | (b'e', b'o' | b'O' | b'q')
            | (b'l', b's' | b'S' | b't' | b'e')
            | (b'n', b'e')
            | (b'g', b't' | b'e')
            | (b's', b's')
            | (b'c', b'm')
            | (b'i', b'x') => self.expressions(2),
            _ => None,
        }
    }

    #[inline(never)]
    fn expressions(&mut self, count: usize) -> Option<()> {
        for _ in 0..count {
            self.expression()?;
        }
        Some(())
    }

    #[inline(never)]
    fn expressions_to(&mut self, end: u8) -> Option<()> {
        while !self.eat(end) {
            self.expression()?;
        }
        self.close(PieceKind::OperationEnd);
        Some(())
    }

    #[inline(never)]
    fn arguments_to_end(&mut self) -> Option<()> {
        while !self.eat(b'E') {
            self.template_argument()?;
        }
        self.close(PieceKind::OperationEnd);
        Some(())
    }

    /// An identifier with its template arguments.
    #[inline(never)]
    fn simple_id(&mut self) -> Option<()> {
        self.source_name()?;
        self.note(PieceKind::Identifier);
        self.abi_tags()?;
        self.optional_arguments()
    }

    /// What follows `::`: an expression, or after `sr` scopes up to an `E` and a name.
    fn global(&mut self) -> Option<()> {
        if (self.peek(), self.ahead(1)) != (b's', b'r') {
            return self.expression();
        }
        self.skip(2);
        self.open(PieceKind::Operation);
        while !self.eat(b'E') {
            self.simple_id()?;
        }
        self.close(PieceKind::OperationEnd);
        self.expression()
    }

    /// What follows `sr`: a type or scopes, and a member. The scopes end with `E`, but old compilers write none after a type that
    /// is a plain name.
    fn scoped(&mut self) -> Option<()> {
        if self.peek().is_ascii_digit() {
            self.any_type()?;
            while self.peek().is_ascii_digit() {
                self.simple_id()?;
                if self.peek() != b'E' || !starts_member(self.ahead(1), self.ahead(2)) {
                    return Some(());
                }
            }
            self.eat(b'E');
            self.note(PieceKind::OperationEnd);
        } else {
            self.any_type()?;
        }
        match (self.peek(), self.ahead(1)) {
            (b'0'..=b'9', _) | (b'o' | b'd', b'n') => self.expression(),
            _ => {
                self.operator(Kind::Other)?;
                self.optional_arguments()
            }
        }
    }

    /// `fp [<qualifiers>] [<number>] _`, `fL <number> p …`, or `fpT`, which is `this`.
    fn function_parameter(&mut self, letter: u8) -> Option<()> {
        if letter == b'p' && self.eat(b'T') {
            self.note(PieceKind::FunctionParameter);
            return Some(());
        }
        if letter == b'L' {
            self.number();
            self.expect(b'p')?;
        }
        while matches!(self.peek(), b'r' | b'V' | b'K') {
            self.skip(1);
        }
        self.number();
        self.expect(b'_')?;
        self.note(PieceKind::FunctionParameter);
        Some(())
    }

    /// `L <type> <value> E`, or `L _Z <encoding> E`. No value has an `E` in it.
    #[inline(never)]
    pub fn literal(&mut self) -> Option<()> {
        self.skip(1);
        self.open(PieceKind::Value);
        match (self.peek(), self.ahead(1)) {
            (b'_', b'Z') => self.skip(2),
            (b'Z', _) => self.skip(1),
            _ => {
                self.any_type()?;
                self.skip_to(b'E')?;
                self.note(PieceKind::Literal);
                self.skip(1);
                self.close(PieceKind::ValueEnd);
                return Some(());
            }
        }
        self.note(PieceKind::Address);
        self.encoding()?;
        self.expect(b'E')?;
        self.close(PieceKind::ValueEnd);
        Some(())
    }
}

/// Whether these letters begin a member's name.
fn starts_member(first: u8, second: u8) -> bool {
    first.is_ascii_digit() || matches!((first, second), (b'o' | b'd', b'n'))
}
