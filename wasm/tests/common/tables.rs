//! The tables of a written library: symbols, versions, hashes.
use wheelscope_reader::elf::constants::*;

use super::out::Strings;
use super::{BASE, Hash, Library};

impl Library {
    pub fn symbol_table(&self, strings: &mut Strings) -> Vec<u8> {
        let mut out = self.out();
        out.bytes.resize(self.pick(16, 24), 0);
        for symbol in &self.symbols {
            let name = strings.add(symbol.name);
            let info = symbol.binding << 4 | symbol.kind;
            let section = u16::from(symbol.defined);
            out.u32(name);
            if self.wide {
                out.bytes.extend([info, 0]);
                out.u16(section).u64(BASE).u64(8);
            } else {
                out.u32(BASE as u32).u32(8);
                out.bytes.extend([info, 0]);
                out.u16(section);
            }
        }
        out.bytes
    }

    /// `.symtab` and `.strtab`.
    pub fn static_table(&self) -> (Vec<u8>, Vec<u8>) {
        let mut strings = Strings(vec![0]);
        let mut out = self.out();
        out.bytes.resize(self.pick(16, 24), 0);
        for symbol in &self.static_symbols {
            let marks = [symbol.binding << 4 | symbol.kind, symbol.visibility];
            out.u32(strings.add(symbol.name));
            if self.wide {
                out.bytes.extend(marks);
                out.u16(symbol.section).u64(BASE).u64(8);
            } else {
                out.u32(BASE as u32).u32(8);
                out.bytes.extend(marks);
                out.u16(symbol.section);
            }
        }
        (out.bytes, strings.0)
    }

    pub fn version_indexes(&self) -> Vec<u8> {
        let mut out = self.out();
        out.u16(0);
        for symbol in &self.symbols {
            out.u16(symbol.version);
        }
        out.bytes
    }

    pub fn version_needs(&self, strings: &mut Strings) -> Vec<u8> {
        let mut out = self.out();
        for (at, (library, versions)) in self.needs.iter().enumerate() {
            let next = if at + 1 == self.needs.len() { 0 } else { 16 + 16 * versions.len() as u32 };
            out.u16(1).u16(versions.len() as u16).u32(strings.add(library)).u32(16).u32(next);
            for (at, (version, index, weak)) in versions.iter().enumerate() {
                let next = if at + 1 == versions.len() { 0 } else { 16 };
                out.u32(0).u16(if *weak { VER_FLG_WEAK } else { 0 }).u16(*index).u32(strings.add(version)).u32(next);
            }
        }
        out.bytes
    }

    pub fn version_definitions(&self, strings: &mut Strings) -> Vec<u8> {
        let mut out = self.out();
        for (at, (name, index, base)) in self.definitions.iter().enumerate() {
            let next = if at + 1 == self.definitions.len() { 0 } else { 28 };
            out.u16(1).u16(if *base { VER_FLG_BASE } else { 0 }).u16(*index).u16(1).u32(0).u32(20).u32(next);
            out.u32(strings.add(name)).u32(0);
        }
        out.bytes
    }

    /// Only what counting needs: every exported symbol in one bucket.
    pub fn hash_table(&self) -> Vec<u8> {
        let mut out = self.out();
        let count = self.symbols.len() as u32 + 1;
        match self.hash {
            Hash::None => {}
            Hash::Sysv => {
                out.u32(1).u32(count).u32(0);
                for _ in 0..count {
                    out.u32(0);
                }
            }
            Hash::Gnu => {
                let first = self.symbols.iter().position(|symbol| symbol.defined).map_or(count, |at| at as u32 + 1);
                out.u32(1).u32(first).u32(1).u32(0).word(0).u32(if first == count { 0 } else { first });
                for index in first..count {
                    out.u32(u32::from(index + 1 == count));
                }
            }
        }
        out.bytes
    }
}
