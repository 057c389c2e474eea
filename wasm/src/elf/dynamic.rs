//! The dynamic section: what the loader gets, and where the symbol and version tables lie.
use super::constants as elf;
use super::file::{File, Span};
use super::view::{Stop, View};
use crate::error::Error;
use crate::limits::DYNAMIC_ENTRIES;

/// Read at a time; dynamic sections of real libraries are smaller.
pub const PIECE: u64 = 4 << 10;

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
    pub rela: Relocations,
    pub rel: Relocations,
    /// Of functions that may be bound late.
    pub jmprel: Relocations,
    pub jmprel_addends: bool,
    /// Android's own form, which other loaders do not know.
    pub packed_relocations: bool,
    /// Every address of a table, to bound a table whose size nothing tells.
    pub addresses: Vec<u64>,
}

/// A table of relocations: address and size in bytes, and how many at its start are relative and name no symbol.
#[derive(Clone, Copy, Default)]
pub struct Relocations {
    pub address: Option<u64>,
    pub size: u64,
    pub relative: u64,
}

/// Where the dynamic section lies. The loader reads it at the address of the last `PT_DYNAMIC` (glibc passes by one without bytes),
/// whatever the section headers say of it.
pub fn place(file: &File) -> Option<Span> {
    let segments = file.segments.iter().rev().filter(|segment| segment.kind == elf::PT_DYNAMIC);
    if let Some(segment) = segments.clone().find(|segment| segment.file_size > 0) {
        // Without anything loaded there are no addresses.
        let span = Span { offset: segment.offset, size: segment.file_size, zeros_follow: false };
        return file.locate(segment.address).or_else(|| (!file.is_loaded()).then_some(span));
    }
    if segments.clone().next().is_some() {
        return None;
    }
    let section = file.sections.iter().find(|section| section.kind == elf::SHT_DYNAMIC)?;
    Some(Span { offset: section.offset, size: section.size, zeros_follow: false })
}

/// Files with debug information alone keep the headers of the library they were split from, and not the bytes: what was loaded is
/// `SHT_NOBITS` there. So are the sections of a library that hides them from tools; which of both it is, the bytes tell.
fn may_be_hollow(file: &File) -> bool {
    let mut loaded = file.segments.iter().filter(|segment| segment.kind == elf::PT_DYNAMIC);
    loaded.any(|segment| {
        file.section_at(elf::SHT_NOBITS, segment.address).is_some_and(super::file::Section::is_allocated)
            && file.section_at(elf::SHT_DYNAMIC, segment.address).is_none()
    })
}

impl Dynamic {
    /// `None` when the file has no dynamic section.
    pub fn read(view: &View, file: &File) -> Result<Option<Self>, Stop> {
        let Some(place) = place(file) else { return Ok(None) };
        if !may_be_hollow(file) {
            return Self::read_at(view, file, place).map(Some);
        }
        match Self::read_at(view, file, place) {
            Err(Stop::Missing) => Err(Stop::Missing),
            Ok(dynamic) if dynamic.leads_somewhere(file) => Ok(Some(dynamic)),
            _ => Ok(None),
        }
    }

    /// Up to `DT_NULL`, as the loader reads it; how long the segment calls itself does not matter.
    fn read_at(view: &View, file: &File, place: Span) -> Result<Self, Stop> {
        let layout = file.header.layout;
        let stride = layout.pick(8, 16);
        let mut dynamic = Self::default();
        let mut at = 0;
        while at + stride <= place.size {
            if at / stride > DYNAMIC_ENTRIES {
                return Err(Error::limit("dynamic section without an end").at(place.offset).into());
            }
            let length = (place.size - at).min(PIECE) / stride * stride;
            for entry in view.bytes(place.offset + at, length, "the dynamic section")?.chunks_exact(stride as usize) {
                match layout.word(entry, 0)? {
                    elf::DT_NULL => return Ok(dynamic),
                    tag => dynamic.take(tag, layout.word(entry, layout.pick(4, 8))?),
                }
            }
            at += length;
        }
        if place.zeros_follow {
            return Ok(dynamic);
        }
        Err(Error::unreadable("the dynamic section has no end").at(place.offset).into())
    }

    /// Whether its tables of symbols and strings are loaded with it.
    fn leads_somewhere(&self, file: &File) -> bool {
        let loaded = |address: Option<u64>| address.is_some_and(|address| file.locate(address).is_some());
        loaded(self.symbols) && loaded(self.strings)
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
            elf::DT_RELA => self.rela.address = Some(value),
            elf::DT_RELASZ => self.rela.size = value,
            elf::DT_RELACOUNT => self.rela.relative = value,
            elf::DT_REL => self.rel.address = Some(value),
            elf::DT_RELSZ => self.rel.size = value,
            elf::DT_RELCOUNT => self.rel.relative = value,
            elf::DT_JMPREL => self.jmprel.address = Some(value),
            elf::DT_PLTRELSZ => self.jmprel.size = value,
            elf::DT_PLTREL => self.jmprel_addends = value == elf::DT_RELA,
            elf::DT_ANDROID_REL | elf::DT_ANDROID_RELA => self.packed_relocations = true,
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
