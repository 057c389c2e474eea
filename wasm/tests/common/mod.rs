//! A tiny ELF writer, and ways to run the reader over what it writes. One loadable segment maps the whole file at [`BASE`].
#![allow(dead_code)]
pub mod cpu;
pub mod gpu;
pub mod out;
pub mod plainly;
pub mod run;
mod tables;

pub use out::Out;
use out::Strings;
use wheelscope_reader::elf::constants::*;

/// Address of the file's first byte.
pub const BASE: u64 = 0x10000;

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Hash {
    None,
    Sysv,
    Gnu,
}

#[derive(Clone, Debug)]
pub struct Symbol {
    pub name: &'static str,
    pub defined: bool,
    pub binding: u8,
    pub kind: u8,
    /// Entry of the version symbol table.
    pub version: u16,
}

impl Symbol {
    pub fn imported(name: &'static str, version: u16) -> Self {
        Self { name, defined: false, binding: STB_GLOBAL, kind: STT_FUNC, version }
    }

    pub fn exported(name: &'static str, version: u16) -> Self {
        Self { defined: true, ..Self::imported(name, version) }
    }
}

/// An entry of `.symtab`.
#[derive(Clone, Debug)]
pub struct StaticSymbol {
    pub name: &'static str,
    pub binding: u8,
    pub visibility: u8,
    pub kind: u8,
    pub section: u16,
}

/// Name, index, and weak (of a need) or base (of a definition).
pub type VersionEntry = (&'static str, u16, bool);

/// What the file shall contain.
#[derive(Clone, Debug)]
pub struct Library {
    pub wide: bool,
    pub big: bool,
    pub machine: u16,
    pub e_type: u16,
    pub flags: u32,
    /// Dynamic entries: a tag and a value, or a string that goes into the string table.
    pub dynamic: Vec<(u64, Value)>,
    /// Without the null symbol; defined ones last when there is a GNU hash table.
    pub symbols: Vec<Symbol>,
    /// Provider, and its versions.
    pub needs: Vec<(&'static str, Vec<VersionEntry>)>,
    pub definitions: Vec<VersionEntry>,
    /// Indexes of symbols, each named by one entry of `DT_RELA`, and relative entries before them; `None`: no table.
    pub relocations: Option<(u64, Vec<u64>)>,
    pub interpreter: Option<&'static str>,
    pub notes: Vec<u8>,
    pub comment: Vec<u8>,
    /// Of `.symtab`, which is left out if there are none.
    pub static_symbols: Vec<StaticSymbol>,
    /// Further segments without content: type and flags.
    pub segments: Vec<(u32, u32)>,
    pub hash: Hash,
    pub section_headers: bool,
    /// Further sections, at multiples of 8.
    pub extra: Vec<(&'static str, Vec<u8>)>,
    /// Bytes before the tables, and between them and the section headers.
    pub before: usize,
    pub after: usize,
}

#[derive(Clone, Debug)]
pub enum Value {
    Number(u64),
    Text(&'static str),
}

impl Default for Library {
    fn default() -> Self {
        Self {
            wide: true,
            big: false,
            machine: EM_X86_64,
            e_type: ET_DYN,
            flags: 0,
            dynamic: vec![(DT_NEEDED, Value::Text("libc.so.6")), (DT_SONAME, Value::Text("libsample.so.1"))],
            symbols: vec![
                Symbol::imported("memcpy", 2),
                Symbol { binding: STB_WEAK, kind: STT_NOTYPE, ..Symbol::imported("__gmon_start__", 0) },
                Symbol::imported("stat", 3),
                Symbol::exported("PyInit_sample", 1),
                Symbol::exported("_ZN6sample3runEi", 4),
            ],
            needs: vec![("libc.so.6", vec![("GLIBC_2.14", 2, false), ("GLIBC_2.33", 3, true)])],
            definitions: vec![("libsample.so.1", 1, true), ("SAMPLE_1", 4, false)],
            relocations: None,
            interpreter: None,
            notes: Vec::new(),
            comment: b"GCC: (GNU) 14.2.1\0clang version 22\0GCC: (GNU) 14.2.1\0".to_vec(),
            static_symbols: Vec::new(),
            segments: vec![(PT_GNU_STACK, 6), (PT_GNU_RELRO, 4)],
            hash: Hash::Gnu,
            section_headers: true,
            extra: Vec::new(),
            before: 0,
            after: 0,
        }
    }
}

impl Library {
    pub fn build(&self) -> Vec<u8> {
        let mut strings = Strings(vec![0]);
        let dynsym = self.symbol_table(&mut strings);
        let versym = self.version_indexes();
        let verneed = self.version_needs(&mut strings);
        let verdef = self.version_definitions(&mut strings);
        let hash = self.hash_table();
        let texts: Vec<(u64, u64)> = self
            .dynamic
            .iter()
            .map(|(tag, value)| match value {
                Value::Number(number) => (*tag, *number),
                Value::Text(text) => (*tag, u64::from(strings.add(text))),
            })
            .collect();

        let phnum =
            2 + self.segments.len() + usize::from(self.interpreter.is_some()) + usize::from(!self.notes.is_empty());
        let headers = self.pick(52, 64) + phnum * self.pick(32, 56);
        let mut file = vec![0_u8; headers + self.before];
        let mut put = |bytes: &[u8]| {
            file.resize(file.len().next_multiple_of(8), 0);
            let at = file.len() as u64;
            file.extend(bytes);
            (at, bytes.len() as u64)
        };
        let interpreter = put(format!("{}\0", self.interpreter.unwrap_or_default()).as_bytes());
        let notes = put(&self.notes);
        let (dynsym, strings) = (put(&dynsym), put(&strings.0));
        let (versym, verneed, verdef, hash) = (put(&versym), put(&verneed), put(&verdef), put(&hash));
        let mut entries = texts;
        let pointers = [
            (DT_SYMTAB, dynsym.0 + BASE),
            (DT_STRTAB, strings.0 + BASE),
            (DT_STRSZ, strings.1),
            (DT_VERSYM, versym.0 + BASE),
        ];
        entries.extend(pointers);
        // A table without entries cannot be: each entry says where the next one is.
        if verneed.1 > 0 {
            entries.extend([(DT_VERNEED, verneed.0 + BASE), (DT_VERNEEDNUM, self.needs.len() as u64)]);
        }
        if verdef.1 > 0 {
            entries.extend([(DT_VERDEF, verdef.0 + BASE), (DT_VERDEFNUM, self.definitions.len() as u64)]);
        }
        match self.hash {
            Hash::None => {}
            Hash::Sysv => entries.push((DT_HASH, hash.0 + BASE)),
            Hash::Gnu => entries.push((DT_GNU_HASH, hash.0 + BASE)),
        }
        if let Some((relative, named)) = &self.relocations {
            let mut table = self.out();
            for symbol in (0..*relative).map(|_| None).chain(named.iter().map(Some)) {
                let info = symbol.map_or(8, |symbol| symbol << self.pick(8, 32) | 6);
                table.word(BASE).word(info).word(0);
            }
            let (at, size) = put(&table.bytes);
            entries.extend([(DT_RELA, at + BASE), (DT_RELASZ, size), (DT_RELACOUNT, *relative)]);
        }
        entries.push((DT_NULL, 0));
        let mut table = self.out();
        for (tag, value) in entries {
            table.word(tag).word(value);
        }
        let dynamic = put(&table.bytes);
        let extra: Vec<_> = self.extra.iter().map(|(name, content)| (*name, 1, put(content), true)).collect();
        file.resize(file.len() + self.after, 0x5a);
        let load_size = file.len() as u64;

        let mut segments = vec![(PT_LOAD, 5, (0, load_size), 0x1000), (PT_DYNAMIC, 6, dynamic, 8)];
        if self.interpreter.is_some() {
            segments.push((PT_INTERP, 4, interpreter, 1));
        }
        if !self.notes.is_empty() {
            segments.push((PT_NOTE, 4, notes, 4));
        }
        segments.extend(self.segments.iter().map(|(kind, flags)| (*kind, *flags, (0, 0), 16)));

        let mut sections = self.out();
        let mut count = 0;
        let mut table_at = 0;
        if self.section_headers {
            let comment = (file.len() as u64, self.comment.len() as u64);
            file.extend(&self.comment);
            let mut names = Strings(vec![0]);
            let mut list = vec![
                ("", SHT_NULL, (0, 0), false),
                (".dynsym", SHT_DYNSYM, dynsym, true),
                (".dynstr", 3, strings, true),
                (".gnu.version", 0x6fff_ffff, versym, true),
                (".gnu.version_r", SHT_GNU_VERNEED, verneed, true),
                (".gnu.version_d", SHT_GNU_VERDEF, verdef, true),
                (".dynamic", SHT_DYNAMIC, dynamic, true),
                (".comment", 1, comment, false),
            ];
            list.extend(extra);
            // `sh_link` of the static symbol table.
            let strtab = list.len() as u32 + 1;
            if !self.static_symbols.is_empty() {
                let (entries, strings) = self.static_table();
                let at = file.len() as u64;
                list.push((".symtab", SHT_SYMTAB, (at, entries.len() as u64), false));
                list.push((".strtab", 3, (at + entries.len() as u64, strings.len() as u64), false));
                file.extend(entries);
                file.extend(strings);
            }
            list.push((".shstrtab", 3, (0, 0), false));
            count = list.len() as u16;
            let places: Vec<u32> = list.iter().map(|(name, ..)| names.add(name)).collect();
            let names_at = (file.len() as u64, names.0.len() as u64);
            file.extend(&names.0);
            file.resize(file.len().next_multiple_of(8), 0);
            table_at = file.len() as u64;
            for ((name, kind, (offset, size), allocated), at) in list.into_iter().zip(places) {
                let (offset, size) = if name == ".shstrtab" { names_at } else { (offset, size) };
                sections.u32(at).u32(kind).word(if allocated { SHF_ALLOC } else { 0 });
                sections.word(if allocated { offset + BASE } else { 0 }).word(offset).word(size);
                sections.u32(if kind == SHT_SYMTAB { strtab } else { 0 }).u32(0).word(1).word(0);
            }
            file.extend(&sections.bytes);
        }
        let header = self.header(phnum as u16, table_at, count);
        file[..header.len()].copy_from_slice(&header);
        let mut table = self.out();
        for (kind, flags, (offset, size), align) in segments {
            self.segment(&mut table, kind, flags, offset, size, align);
        }
        file[header.len()..headers].copy_from_slice(&table.bytes);
        file
    }

    pub fn pick<T>(&self, narrow: T, wide: T) -> T {
        if self.wide { wide } else { narrow }
    }

    pub fn out(&self) -> Out {
        Out::new(self.wide, self.big)
    }

    fn header(&self, phnum: u16, shoff: u64, shnum: u16) -> Vec<u8> {
        let mut out = self.out();
        out.bytes.extend(MAGIC);
        out.bytes.extend([self.pick(ELFCLASS32, ELFCLASS64), if self.big { ELFDATA2MSB } else { ELFDATA2LSB }, 1]);
        out.bytes.resize(16, 0);
        let size = self.pick(52, 64);
        out.u16(self.e_type).u16(self.machine).u32(1).word(BASE).word(u64::from(size)).word(shoff).u32(self.flags);
        out.u16(size).u16(self.pick(32, 56)).u16(phnum).u16(self.pick(40, 64)).u16(shnum);
        out.u16(shnum.saturating_sub(1));
        out.bytes
    }

    fn segment(&self, out: &mut Out, kind: u32, flags: u32, offset: u64, size: u64, align: u64) {
        out.u32(kind);
        if self.wide {
            out.u32(flags);
        }
        out.word(offset).word(offset + BASE).word(offset + BASE).word(size).word(size);
        if !self.wide {
            out.u32(flags);
        }
        out.word(align);
    }
}
