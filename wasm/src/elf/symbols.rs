//! The dynamic symbol table: how many entries, and what an entry says.
use super::constants as elf;
use super::dynamic::Dynamic;
use super::facts::{SymbolBinding, SymbolType};
use super::file::{File, Span};
use super::layout::Layout;
use super::view::{Stop, View, short_string_at, string_at};
use crate::error::Error;
use crate::limits::SYMBOLS;

#[derive(Clone, Copy, Debug)]
pub struct Symbol {
    /// Offset in the string table.
    pub name: u32,
    info: u8,
    other: u8,
    section: u16,
    /// `st_value`: the address.
    pub value: u64,
}

impl Symbol {
    pub fn is_defined(self) -> bool {
        self.section != elf::SHN_UNDEF
    }

    pub fn is_local(self) -> bool {
        self.info >> 4 == elf::STB_LOCAL
    }

    pub fn is_weak(self) -> bool {
        self.info >> 4 == elf::STB_WEAK
    }

    pub fn is_global(self) -> bool {
        self.info >> 4 == elf::STB_GLOBAL
    }

    pub fn is_unique(self) -> bool {
        self.info >> 4 == elf::STB_GNU_UNIQUE
    }

    /// Not to be seen from outside of the library though it is no local symbol.
    pub fn is_hidden(self) -> bool {
        matches!(self.other & 3, elf::STV_INTERNAL | elf::STV_HIDDEN)
    }

    pub fn is_function(self) -> bool {
        self.info & 15 == elf::STT_FUNC
    }

    pub fn is_object(self) -> bool {
        self.info & 15 == elf::STT_OBJECT
    }

    pub fn is_absolute(self) -> bool {
        self.section == elf::SHN_ABS
    }

    pub fn is_thread_local(self) -> bool {
        self.info & 15 == elf::STT_TLS
    }

    /// Of a type and binding that another library can be bound to.
    pub fn can_be_bound(self) -> bool {
        let types =
            [elf::STT_NOTYPE, elf::STT_OBJECT, elf::STT_FUNC, elf::STT_COMMON, elf::STT_TLS, elf::STT_GNU_IFUNC];
        types.contains(&(self.info & 15)) && (self.is_global() || self.is_weak() || self.is_unique())
    }

    pub fn binding(self) -> SymbolBinding {
        match self.info >> 4 {
            elf::STB_LOCAL => SymbolBinding::Local,
            elf::STB_GLOBAL => SymbolBinding::Global,
            elf::STB_WEAK => SymbolBinding::Weak,
            elf::STB_GNU_UNIQUE => SymbolBinding::Unique,
            _ => SymbolBinding::Other,
        }
    }

    pub fn kind(self) -> SymbolType {
        match self.info & 15 {
            elf::STT_NOTYPE => SymbolType::Notype,
            elf::STT_OBJECT => SymbolType::Object,
            elf::STT_FUNC => SymbolType::Func,
            elf::STT_SECTION => SymbolType::Section,
            elf::STT_FILE => SymbolType::File,
            elf::STT_COMMON => SymbolType::Common,
            elf::STT_TLS => SymbolType::Tls,
            elf::STT_GNU_IFUNC => SymbolType::Ifunc,
            _ => SymbolType::Other,
        }
    }
}

/// Where the symbol table lies.
#[derive(Clone, Copy, Debug)]
pub struct Place {
    pub offset: u64,
    pub count: u64,
}

/// The dynamic symbols with their names and version indexes.
pub struct SymbolTable<'a> {
    layout: Layout,
    entries: &'a [u8],
    pub strings: &'a [u8],
    /// One 16-bit index per symbol; empty when the file has no versions.
    versions: &'a [u8],
}

fn entry_size(layout: Layout) -> u64 {
    layout.pick(16, 24)
}

/// Finds table and length. The dynamic section does not tell the number of symbols, and the loader does not ask: it takes those that
/// a hash table or a relocation names. So it is what the section header of the same table says or what the hash table does, whichever
/// is more; without both the distance to the next table.
pub fn place(view: &View, file: &File, dynamic: &Dynamic) -> Result<Option<Place>, Stop> {
    let Some(address) = dynamic.symbols else { return Ok(None) };
    let span = file.locate_table(address, "the dynamic symbol table")?;
    let stride = entry_size(file.header.layout);
    let by_section = file.section_at(elf::SHT_DYNSYM, address).map(|section| section.size / stride);
    let count = by_section.max(count_by_hash(view, file, dynamic)?).unwrap_or_else(|| {
        let next = dynamic.addresses.iter().filter(|next| **next > address).min();
        next.map_or(span.size, |next| (next - address).min(span.size)) / stride
    });
    if count > SYMBOLS {
        return Err(Error::limit(format!("{count} dynamic symbols")).at(span.offset).into());
    }
    Ok(Some(Place { offset: span.offset, count }))
}

/// Number of symbols by `DT_HASH`, else by the last chain of `DT_GNU_HASH`. `None` when neither tells: a GNU hash table without
/// hashed symbols says nothing about the undefined ones.
fn count_by_hash(view: &View, file: &File, dynamic: &Dynamic) -> Result<Option<u64>, Stop> {
    let layout = file.header.layout;
    // 64-bit s390 (as Alpha once did) has hash tables of 64-bit words.
    let wide_words = layout.wide && file.header.machine == elf::EM_S390;
    if let Some(Span { offset, .. }) = dynamic.hash.and_then(|address| file.locate(address)) {
        let head = view.bytes(offset, if wide_words { 16 } else { 8 }, "the hash table")?;
        let count = if wide_words { layout.u64(head, 8)? } else { u64::from(layout.u32(head, 4)?) };
        return Ok(Some(count));
    }
    let Some(Span { offset, size: room, .. }) = dynamic.gnu_hash.and_then(|address| file.locate(address)) else {
        return Ok(None);
    };
    let head = view.bytes(offset, 16, "the GNU hash table")?;
    let buckets = u64::from(layout.u32(head, 0)?);
    let first = u64::from(layout.u32(head, 4)?);
    let bloom = u64::from(layout.u32(head, 8)?) * layout.pick(4, 8);
    if buckets > SYMBOLS {
        return Err(Error::limit(format!("hash table of {buckets} buckets")).at(offset).into());
    }
    let table = view.bytes(offset + 16 + bloom, buckets * 4, "the GNU hash table")?;
    let mut last = 0;
    for bucket in table.chunks_exact(4) {
        last = last.max(u64::from(layout.u32(bucket, 0)?));
    }
    let Some(before) = last.checked_sub(first).filter(|_| last != 0) else { return Ok(None) };
    // The chain of the last bucket ends at the first odd entry; read in pieces, its length is not known before.
    let chains = offset + 16 + bloom + buckets * 4;
    let end = offset + room;
    let mut at = chains + before * 4;
    while at < end {
        let piece = view.bytes(at, (end - at).min(4096), "the GNU hash table")?;
        for entry in piece.chunks_exact(4) {
            last += 1;
            if layout.u32(entry, 0)? & 1 == 1 {
                return Ok(Some(last));
            }
        }
        if last > SYMBOLS {
            break;
        }
        at += 4096;
    }
    Err(Error::unreadable("the GNU hash table has no end").at(offset).into())
}

impl Place {
    pub fn want(self, view: &View, layout: Layout) -> Result<(), Stop> {
        view.want(self.offset, self.count * entry_size(layout), "the dynamic symbol table")
    }
}

impl<'a> SymbolTable<'a> {
    pub fn read(
        view: &View<'a>,
        layout: Layout,
        place: Option<Place>,
        strings: &'a [u8],
        versions: &'a [u8],
    ) -> Result<Self, Stop> {
        let entries = match place {
            Some(place) => view.bytes(place.offset, place.count * entry_size(layout), "the dynamic symbol table")?,
            None => &[],
        };
        Ok(Self { layout, entries, strings, versions })
    }

    /// A table of which entries and names are at hand, without versions.
    pub fn of(layout: Layout, entries: &'a [u8], strings: &'a [u8]) -> Self {
        Self { layout, entries, strings, versions: &[] }
    }

    /// All symbols but entry 0.
    pub fn everything(&self) -> impl Iterator<Item = Symbol> + '_ {
        let entries = self.entries.chunks_exact(entry_size(self.layout) as usize).skip(1);
        entries.filter_map(|entry| self.parse(entry).ok())
    }

    /// All symbols a loader can bind, with their index: entry 0 and local ones (section symbols of old linkers) left out.
    pub fn iter(&self) -> impl Iterator<Item = (usize, Symbol)> + '_ {
        let size = entry_size(self.layout) as usize;
        let entries = self.entries.chunks_exact(size).enumerate().skip(1);
        entries.filter_map(|(index, entry)| Some((index, self.parse(entry).ok()?))).filter(|(_, s)| !s.is_local())
    }

    pub fn get(&self, index: usize) -> Option<Symbol> {
        let size = entry_size(self.layout) as usize;
        let start = index.checked_mul(size)?;
        self.parse(self.entries.get(start..start + size)?).ok()
    }

    fn parse(&self, entry: &[u8]) -> Result<Symbol, Stop> {
        let layout = self.layout;
        Ok(Symbol {
            name: layout.u32(entry, 0)?,
            info: *entry.get(layout.pick(12, 4)).unwrap_or(&0),
            other: *entry.get(layout.pick(13, 5)).unwrap_or(&0),
            section: layout.u16(entry, layout.pick(14, 6))?,
            value: layout.word(entry, layout.pick(4, 8))?,
        })
    }

    pub fn name(&self, symbol: Symbol) -> &'a [u8] {
        string_at(self.strings, u64::from(symbol.name))
    }

    /// At most `most` bytes of the name.
    pub fn short_name(&self, symbol: Symbol, most: usize) -> &'a [u8] {
        short_string_at(self.strings, u64::from(symbol.name), most)
    }

    /// The version index of a symbol, without the bit that says hidden; 0 and 1 mean unversioned.
    pub fn version_index(&self, index: usize) -> u16 {
        self.version_entry(index) & elf::VERSYM_VERSION
    }

    /// The same with the bit [`elf::VERSYM_HIDDEN`].
    pub fn version_entry(&self, index: usize) -> u16 {
        self.layout.u16(self.versions, index.saturating_mul(2)).unwrap_or(0)
    }

    /// How many entries there are, the empty first one included.
    pub fn count(&self) -> usize {
        self.entries.len() / entry_size(self.layout) as usize
    }
}
