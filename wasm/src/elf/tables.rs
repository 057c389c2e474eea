//! Finds all tables of a library and has them at hand before anything is read from them.
use super::constants as elf;
use super::dynamic::{self, Dynamic};
use super::file::{File, Header, Section};
use super::symbols::{self, SymbolTable};
use super::versions::{self, Versions};
use super::view::{Stop, View};
use super::{comment, notes};
use crate::elf::arm;
use crate::error::Error;
use crate::limits::COMMENT_BYTES;

/// The smallest page of any architecture we know.
const PAGE: u64 = 4096;

pub struct Tables<'a> {
    pub file: File,
    pub dynamic: Option<Dynamic>,
    pub strings: &'a [u8],
    pub symbols: SymbolTable<'a>,
    pub versions: Versions<'a>,
    pub notes: notes::Notes,
    pub interpreter: Option<&'a [u8]>,
    pub comment: Vec<String>,
    /// `Tag_CPU_arch` of an ARM file.
    pub arm_arch: Option<u64>,
    pub section_names: SectionNames,
}

/// Which sections are there by name.
#[derive(Default)]
pub struct SectionNames {
    pub dynamic_symbols: bool,
    pub version_needs: bool,
    pub debug_info: bool,
    comment: Option<Section>,
}

impl<'a> Tables<'a> {
    /// Stops with [`Stop::Missing`] as often as something is not there; ranges that can be known together are asked for
    /// together.
    pub fn read(view: &View<'a>) -> Result<Self, Stop> {
        let file = File::read(view)?;
        let layout = file.header.layout;
        file.want_names(view)?;
        let note_places = notes::places(&file)?;
        for place in &note_places {
            place.want(view)?;
        }
        let dynamic = Dynamic::read(view, &file)?;
        let mut symbol_place = None;
        let mut need_place = None;
        let mut definition_place = None;
        if let Some(dynamic) = &dynamic {
            need_place = versions::needs_place(&file, dynamic);
            definition_place = versions::definitions_place(&file, dynamic);
            for place in need_place.iter().chain(&definition_place) {
                place.want(view)?;
            }
            if let Some((offset, size)) = strings_place(&file, dynamic)? {
                view.want(offset, size, "the dynamic string table")?;
            }
            symbol_place = symbols::place(view, &file, dynamic)?;
        }
        let versym = symbol_place.zip(dynamic.as_ref()).and_then(|(place, dynamic)| {
            let (offset, room) = file.locate(dynamic.versym?)?;
            Some((offset, room.min(place.count * 2)))
        });
        if let Some(place) = symbol_place {
            place.want(view, layout)?;
        }
        if let Some((offset, size)) = versym {
            view.want(offset, size, "the version symbol table")?;
        }
        let names = file.names(view)?;
        let section_names = SectionNames::read(&file, names);
        if let Some(section) = section_names.comment {
            view.want(section.offset, section.size, "the comment section")?;
        }
        view.settle()?;

        let strings = match dynamic.as_ref().map(|dynamic| strings_place(&file, dynamic)).transpose()?.flatten() {
            Some((offset, size)) => view.bytes(offset, size, "the dynamic string table")?,
            None => &[],
        };
        let indexes = match versym {
            Some((offset, size)) => view.bytes(offset, size, "the version symbol table")?,
            None => &[],
        };
        let versions = Versions::read(view, layout, need_place, definition_place, strings)?;
        let symbols = SymbolTable::read(view, layout, symbol_place, strings, indexes)?;
        let notes = notes::Notes::read(view, layout, file.header.machine, &note_places)?;
        let interpreter = interpreter(view, &file)?;
        let comment = match section_names.comment {
            Some(section) => comment::strings(view, view.bytes(section.offset, section.size, "the comment section")?)?,
            None => Vec::new(),
        };
        let arm_arch = arm_arch(view, &file)?;
        Ok(Self { file, dynamic, strings, symbols, versions, notes, interpreter, comment, arm_arch, section_names })
    }
}

impl SectionNames {
    fn read(file: &File, names: &[u8]) -> Self {
        let mut found = Self::default();
        for section in &file.sections {
            match File::name_of(section, names) {
                b".dynsym" => found.dynamic_symbols = true,
                b".gnu.version_r" => found.version_needs = true,
                b".debug_info" | b".zdebug_info" => found.debug_info = true,
                b".comment" if section.in_file() && section.size <= COMMENT_BYTES => found.comment = Some(*section),
                _ => {}
            }
        }
        found
    }
}

/// The string table may run past its segment's end into the rest of the last page, which the kernel maps with it; patchelf
/// leaves such files behind (casadi's `cbc`).
fn strings_place(file: &File, dynamic: &Dynamic) -> Result<Option<(u64, u64)>, Error> {
    let Some((offset, room)) = dynamic.strings.and_then(|address| file.locate(address)) else { return Ok(None) };
    let end = offset.saturating_add(room);
    let mapped = end.checked_next_multiple_of(PAGE).unwrap_or(end) - offset;
    if dynamic.strings_size > mapped {
        return Err(Error::truncated("the dynamic string table leaves its segment").at(offset));
    }
    Ok(Some((offset, dynamic.strings_size)))
}

/// `PT_INTERP` without its final NUL.
fn interpreter<'a>(view: &View<'a>, file: &File) -> Result<Option<&'a [u8]>, Stop> {
    let Some(segment) = file.segments.iter().find(|segment| segment.kind == elf::PT_INTERP) else { return Ok(None) };
    let bytes = view.bytes(segment.offset, segment.file_size.min(4096), "the interpreter's path")?;
    Ok(bytes.split(|byte| *byte == 0).next().filter(|path| !path.is_empty()))
}

fn arm_arch(view: &View, file: &File) -> Result<Option<u64>, Stop> {
    if file.header.machine != elf::EM_ARM {
        return Ok(None);
    }
    let section = file.sections.iter().find(|section| section.kind == elf::SHT_ARM_ATTRIBUTES);
    let Some(section) = section.filter(|section| section.size <= COMMENT_BYTES) else { return Ok(None) };
    let bytes = view.bytes(section.offset, section.size, "the ARM attributes")?;
    Ok(arm::cpu_arch(bytes, file.header.layout.big))
}

/// What is worth keeping on the way, known as soon as the first bytes of a file are there: tables that lie far inside.
/// Purely a saving; what is not foreseen here is inflated a second time.
pub fn foresee(view: &View) -> Result<Vec<core::ops::Range<u64>>, Stop> {
    let header = Header::read(view)?;
    let mut ranges = Vec::new();
    let mut add = |offset: u64, size: u64| {
        if let Some(end) = offset.checked_add(size).filter(|end| *end <= view.length && size <= FORESEEN) {
            ranges.push(offset..end);
        }
    };
    if let Some((offset, size)) = header.section_table() {
        add(offset, size);
    }
    let file = File::segments_only(view, header)?;
    for segment in &file.segments {
        if matches!(segment.kind, elf::PT_NOTE | elf::PT_GNU_PROPERTY | elf::PT_INTERP) {
            add(segment.offset, segment.file_size);
        }
    }
    if let Some((offset, size)) = dynamic::place(&file) {
        add(offset, size);
    }
    Ok(ranges)
}

/// Largest table kept on suspicion.
const FORESEEN: u64 = 1 << 20;
