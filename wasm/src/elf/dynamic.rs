//! The dynamic section: what the loader gets, and where the symbol and version tables lie.
use super::constants as elf;
use super::file::File;
use super::view::{Stop, View, string_at};
use crate::error::Error;
use crate::limits::DYNAMIC_ENTRIES;

/// Values of the entries that occur once; of repeated ones the last, as in the loader.
#[derive(Default)]
pub struct Dynamic {
    /// String table offsets, in table order.
    pub needed: Vec<u64>,
    pub soname: Option<u64>,
    pub rpath: Option<u64>,
    pub runpath: Option<u64>,
    pub symbols: Option<u64>,
    pub strings: Option<u64>,
    pub strings_size: u64,
    pub hash: Option<u64>,
    pub gnu_hash: Option<u64>,
    pub versym: Option<u64>,
    pub verneed: Option<u64>,
    pub verneed_count: u64,
    pub verdef: Option<u64>,
    pub verdef_count: u64,
    pub flags: u64,
    pub flags_1: u64,
    pub bind_now: bool,
    pub text_relocations: bool,
    /// Every address of a table, to bound a table whose size nothing tells.
    pub addresses: Vec<u64>,
}

/// Where the dynamic section lies in the file: by `PT_DYNAMIC`, else by section type. Debug files keep the program header
/// but have no bytes there (`SHT_NOBITS`).
pub fn place(file: &File) -> Option<(u64, u64)> {
    let Some(segment) = file.segments.iter().find(|segment| segment.kind == elf::PT_DYNAMIC) else {
        let section = file.sections.iter().find(|section| section.kind == elf::SHT_DYNAMIC)?;
        return Some((section.offset, section.size));
    };
    let hollow = file.section_at(elf::SHT_NOBITS, segment.address).is_some_and(super::file::Section::is_allocated);
    let held = file.section_at(elf::SHT_DYNAMIC, segment.address).is_some();
    (!hollow || held).then_some((segment.offset, segment.file_size))
}

impl Dynamic {
    /// `None` when the file has no dynamic section.
    pub fn read(view: &View, file: &File) -> Result<Option<Self>, Stop> {
        let Some((offset, size)) = place(file) else { return Ok(None) };
        let layout = file.header.layout;
        let stride = layout.pick(8, 16);
        if size / stride > DYNAMIC_ENTRIES {
            return Err(Error::limit(format!("dynamic section of {size} bytes")).at(offset).into());
        }
        let table = view.bytes(offset, size, "the dynamic section")?;
        let mut dynamic = Self::default();
        for entry in table.chunks_exact(stride as usize) {
            let tag = layout.word(entry, 0)?;
            let value = layout.word(entry, layout.pick(4, 8))?;
            if tag == elf::DT_NULL {
                break;
            }
            dynamic.take(tag, value);
        }
        Ok(Some(dynamic))
    }

    fn take(&mut self, tag: u64, value: u64) {
        match tag {
            elf::DT_NEEDED => self.needed.push(value),
            elf::DT_SONAME => self.soname = Some(value),
            elf::DT_RPATH => self.rpath = Some(value),
            elf::DT_RUNPATH => self.runpath = Some(value),
            elf::DT_SYMTAB => self.symbols = Some(value),
            elf::DT_STRTAB => self.strings = Some(value),
            elf::DT_STRSZ => self.strings_size = value,
            elf::DT_HASH => self.hash = Some(value),
            elf::DT_GNU_HASH => self.gnu_hash = Some(value),
            elf::DT_VERSYM => self.versym = Some(value),
            elf::DT_VERNEED => self.verneed = Some(value),
            elf::DT_VERNEEDNUM => self.verneed_count = value,
            elf::DT_VERDEF => self.verdef = Some(value),
            elf::DT_VERDEFNUM => self.verdef_count = value,
            elf::DT_FLAGS => self.flags = value,
            elf::DT_FLAGS_1 => self.flags_1 = value,
            elf::DT_BIND_NOW => self.bind_now = true,
            elf::DT_TEXTREL => self.text_relocations = true,
            _ => {}
        }
        let is_table = matches!(
            tag,
            elf::DT_SYMTAB
                | elf::DT_STRTAB
                | elf::DT_HASH
                | elf::DT_GNU_HASH
                | elf::DT_VERSYM
                | elf::DT_VERNEED
                | elf::DT_VERDEF
                | elf::DT_RELA
                | elf::DT_REL
                | elf::DT_JMPREL
                | elf::DT_RELR
                | elf::DT_INIT
                | elf::DT_FINI
        );
        if is_table {
            self.addresses.push(value);
        }
    }

    pub fn binds_now(&self) -> bool {
        self.bind_now || self.flags & elf::DF_BIND_NOW != 0 || self.flags_1 & elf::DF_1_NOW != 0
    }

    pub fn has_text_relocations(&self) -> bool {
        self.text_relocations || self.flags & elf::DF_TEXTREL != 0
    }
}

/// A string of the dynamic string table as text.
pub fn text(view: &View, strings: &[u8], offset: u64) -> Result<String, Stop> {
    view.text(string_at(strings, offset))
}
