//! The ELF header and the two tables it points to: program headers (segments, the loader's view) and section headers.
use super::constants as elf;
use super::layout::Layout;
use super::view::{Stop, View, short_string_at};
use crate::error::Error;
use crate::limits::{PROGRAM_HEADERS, SECTION_HEADERS, SECTION_NAME_BYTES};

#[derive(Debug)]
pub struct Header {
    pub layout: Layout,
    pub os_abi: u8,
    pub e_type: u16,
    pub machine: u16,
    pub entry: u64,
    pub flags: u32,
    pub phoff: u64,
    pub shoff: u64,
    pub phentsize: u16,
    pub phnum: u16,
    pub shentsize: u16,
    pub shnum: u16,
    pub shstrndx: u16,
}

/// A program header.
#[derive(Clone, Copy, Debug)]
pub struct Segment {
    pub kind: u32,
    pub flags: u32,
    pub offset: u64,
    pub address: u64,
    pub file_size: u64,
    pub memory_size: u64,
    pub align: u64,
}

/// A section header.
#[derive(Clone, Copy, Debug)]
pub struct Section {
    pub name: u32,
    pub kind: u32,
    pub flags: u64,
    pub address: u64,
    pub offset: u64,
    pub size: u64,
    pub link: u32,
    pub info: u32,
    pub align: u64,
}

impl Section {
    /// Whether the section has bytes in the file.
    pub fn in_file(&self) -> bool {
        self.kind != elf::SHT_NOBITS && self.kind != elf::SHT_NULL
    }

    pub fn is_allocated(&self) -> bool {
        self.flags & elf::SHF_ALLOC != 0
    }
}

impl Header {
    pub fn read(view: &View) -> Result<Self, Stop> {
        let ident = view.bytes(0, 16, "the ELF header")?;
        if !ident.starts_with(&elf::MAGIC) {
            return Err(Error::unreadable("not an ELF file").at(0).into());
        }
        let wide = match ident[4] {
            elf::ELFCLASS32 => false,
            elf::ELFCLASS64 => true,
            other => return Err(Error::unreadable(format!("ELF class {other}")).at(4).into()),
        };
        let big = match ident[5] {
            elf::ELFDATA2LSB => false,
            elf::ELFDATA2MSB => true,
            other => return Err(Error::unreadable(format!("ELF byte order {other}")).at(5).into()),
        };
        let layout = Layout { wide, big };
        let bytes = view.bytes(0, layout.pick(52, 64), "the ELF header")?;
        // From e_flags on, the 64-bit header lies 12 bytes further.
        let tail = layout.pick(36, 48);
        Ok(Self {
            layout,
            os_abi: ident[7],
            e_type: layout.u16(bytes, 16)?,
            machine: layout.u16(bytes, 18)?,
            entry: layout.word(bytes, 24)?,
            phoff: layout.word(bytes, layout.pick(28, 32))?,
            shoff: layout.word(bytes, layout.pick(32, 40))?,
            flags: layout.u32(bytes, tail)?,
            phentsize: layout.u16(bytes, tail + 6)?,
            phnum: layout.u16(bytes, tail + 8)?,
            shentsize: layout.u16(bytes, tail + 10)?,
            shnum: layout.u16(bytes, tail + 12)?,
            shstrndx: layout.u16(bytes, tail + 14)?,
        })
    }

    /// Size of one section header entry when the table is usable at all.
    fn section_stride(&self) -> Option<u64> {
        let stride = u64::from(self.shentsize);
        (self.shoff != 0 && stride >= self.layout.pick(40, 64)).then_some(stride)
    }

    /// Where the section header table lies as far as the header alone tells (gABI: with 0xff00 sections and more,
    /// the number is in the first entry).
    pub fn section_table(&self) -> Option<(u64, u64)> {
        let stride = self.section_stride()?;
        Some((self.shoff, stride * u64::from(self.shnum.max(1))))
    }
}

/// Bytes of the file that lie together in memory, too.
#[derive(Clone, Copy, Debug)]
pub struct Span {
    pub offset: u64,
    pub size: u64,
    /// What follows in memory is zeros (`p_memsz` is larger than `p_filesz`); else it is not this file's, or not mapped.
    pub zeros_follow: bool,
}

/// The smallest page with which files are mapped; larger ones show the same bytes and more beside them.
const PAGE: u64 = 4096;

impl Segment {
    /// Where an address lies in the file, if this `PT_LOAD` maps it. Whole pages are mapped: before the segment and, unless
    /// zeros follow, after it stands what the file has there (gABI, "Program Loading").
    fn span_at(&self, address: u64, length: u64) -> Option<Span> {
        if self.kind != elf::PT_LOAD || self.file_size == 0 {
            return None;
        }
        let zeros_follow = self.memory_size > self.file_size;
        let end = self.address.checked_add(self.file_size)?;
        let end = if zeros_follow { end } else { end.checked_next_multiple_of(PAGE)? };
        if address < self.address / PAGE * PAGE || address >= end {
            return None;
        }
        let offset = if address < self.address {
            self.offset.checked_sub(self.address - address)?
        } else {
            self.offset.checked_add(address - self.address)?
        };
        // The last page may be mapped beyond the end of the file, where there is nothing to read.
        let in_segment = self.offset.checked_add(self.file_size)?.max(length);
        let size = (end - address).min(in_segment.checked_sub(offset)?);
        (size > 0).then_some(Span { offset, size, zeros_follow })
    }
}

pub struct File {
    pub header: Header,
    /// Bytes of the whole file.
    length: u64,
    pub segments: Vec<Segment>,
    /// Empty when there is no usable section header table; the loader does not need one.
    pub sections: Vec<Section>,
    names: Option<Section>,
}

impl File {
    pub fn read(view: &View) -> Result<Self, Stop> {
        let header = Header::read(view)?;
        let first = first_section(view, &header)?;
        let mut phnum = u64::from(header.phnum);
        if header.phnum == elf::PN_XNUM {
            phnum = first.map_or(0, |section| u64::from(section.info));
        }
        let segments = read_segments(view, &header, phnum)?;
        let sections = read_sections(view, &header, first)?;
        let index = match (header.shstrndx, first) {
            (elf::SHN_XINDEX, Some(first)) => first.link as usize,
            (index, _) => usize::from(index),
        };
        let names = sections.get(index).copied().filter(|section| index != 0 && section.in_file());
        Ok(Self { header, length: view.length, segments, sections, names })
    }

    /// Header and program headers alone, for a first look while the file still streams past.
    pub fn segments_only(view: &View, header: Header) -> Result<Self, Stop> {
        let segments = read_segments(view, &header, u64::from(header.phnum))?;
        Ok(Self { header, length: view.length, segments, sections: Vec::new(), names: None })
    }

    /// Asks for the names of the sections, which [`File::name_of`] needs.
    pub fn want_names(&self, view: &View) -> Result<(), Stop> {
        match &self.names {
            Some(names) => view.want(names.offset, names.size, "the section name table"),
            None => Ok(()),
        }
    }

    /// The section name table; empty when there is none.
    pub fn names<'a>(&self, view: &View<'a>) -> Result<&'a [u8], Stop> {
        match &self.names {
            Some(names) => view.bytes(names.offset, names.size, "the section name table"),
            None => Ok(&[]),
        }
    }

    /// At most [`SECTION_NAME_BYTES`] of the name: any number of sections may share one long name.
    pub fn name_of<'a>(section: &Section, names: &'a [u8]) -> &'a [u8] {
        short_string_at(names, u64::from(section.name), SECTION_NAME_BYTES)
    }

    /// Whether there is anything to load.
    pub fn is_loaded(&self) -> bool {
        self.segments.iter().any(|segment| segment.kind == elf::PT_LOAD)
    }

    /// Where an address lies in the file: by `PT_LOAD` as the loader maps it, the last one over those before; by the sections only
    /// if nothing is loaded at all, as in a relocatable object.
    pub fn locate(&self, address: u64) -> Option<Span> {
        if self.is_loaded() {
            return self.segments.iter().rev().find_map(|segment| segment.span_at(address, self.length));
        }
        let mut sections = self.sections.iter().filter(|s| s.is_allocated() && s.in_file());
        sections.find_map(|section| {
            let delta = address.checked_sub(section.address).filter(|delta| *delta < section.size)?;
            let offset = section.offset.checked_add(delta)?;
            Some(Span { offset, size: section.size - delta, zeros_follow: false })
        })
    }

    /// The same for a table that the loader reads at this address: without it the file cannot be loaded.
    pub fn locate_table(&self, address: u64, what: &str) -> Result<Span, Stop> {
        self.locate(address).ok_or_else(|| Error::unreadable(format!("{what} lies outside of what is loaded")).into())
    }

    /// The section of a type that begins at an address.
    pub fn section_at(&self, kind: u32, address: u64) -> Option<&Section> {
        self.sections.iter().find(|section| section.kind == kind && section.address == address)
    }
}

fn first_section(view: &View, header: &Header) -> Result<Option<Section>, Stop> {
    let Some((offset, length)) = header.section_table() else { return Ok(None) };
    if offset.checked_add(length).is_none_or(|end| end > view.length) {
        // A relocatable object is nothing without sections; other files run without.
        return match header.e_type {
            elf::ET_REL => {
                Err(Error::truncated("the section headers lie beyond the end of the file").at(offset).into())
            }
            _ => Ok(None),
        };
    }
    section(header.layout, view.bytes(offset, length, "the section headers")?).map(Some)
}

fn read_segments(view: &View, header: &Header, count: u64) -> Result<Vec<Segment>, Stop> {
    let layout = header.layout;
    let stride = u64::from(header.phentsize);
    if count == 0 || header.phoff == 0 {
        return Ok(Vec::new());
    }
    if stride < layout.pick(32, 56) {
        return Err(Error::unreadable(format!("program headers of {stride} bytes")).into());
    }
    if count > PROGRAM_HEADERS {
        return Err(Error::limit(format!("{count} program headers")).into());
    }
    let table = view.bytes(header.phoff, stride * count, "the program header table")?;
    table.chunks_exact(stride as usize).map(|entry| segment(layout, entry)).collect()
}

fn read_sections(view: &View, header: &Header, first: Option<Section>) -> Result<Vec<Section>, Stop> {
    let (Some(first), Some(stride)) = (first, header.section_stride()) else { return Ok(Vec::new()) };
    let count = if header.shnum == 0 { first.size } else { u64::from(header.shnum) };
    if count > SECTION_HEADERS {
        return Err(Error::limit(format!("{count} section headers")).at(header.shoff).into());
    }
    let table = view.bytes(header.shoff, stride * count, "the section headers")?;
    table.chunks_exact(stride as usize).map(|entry| section(header.layout, entry)).collect()
}

fn segment(layout: Layout, entry: &[u8]) -> Result<Segment, Stop> {
    Ok(Segment {
        kind: layout.u32(entry, 0)?,
        flags: layout.u32(entry, layout.pick(24, 4))?,
        offset: layout.word(entry, layout.pick(4, 8))?,
        address: layout.word(entry, layout.pick(8, 16))?,
        file_size: layout.word(entry, layout.pick(16, 32))?,
        memory_size: layout.word(entry, layout.pick(20, 40))?,
        align: layout.word(entry, layout.pick(28, 48))?,
    })
}

fn section(layout: Layout, entry: &[u8]) -> Result<Section, Stop> {
    Ok(Section {
        name: layout.u32(entry, 0)?,
        kind: layout.u32(entry, 4)?,
        flags: layout.word(entry, 8)?,
        address: layout.word(entry, layout.pick(12, 16))?,
        offset: layout.word(entry, layout.pick(16, 24))?,
        size: layout.word(entry, layout.pick(20, 32))?,
        link: layout.u32(entry, layout.pick(24, 40))?,
        info: layout.u32(entry, layout.pick(28, 44))?,
        align: layout.word(entry, layout.pick(32, 48))?,
    })
}
