//! Finds all tables of a library and has them at hand before anything is read from them.
use super::constants as elf;
use super::dynamic::{self, Dynamic};
use super::facts::SectionMark;
use super::file::{File, Header, Section};
use super::relocations;
use super::strings::{self, Strings};
use super::symbols::{self, SymbolTable};
use super::versions::{self, Versions};
use super::view::{Stop, View};
use super::{comment, notes};
use crate::elf::arm;
use crate::limits::COMMENT_BYTES;

pub struct Tables<'v, 'a> {
    pub file: File,
    pub dynamic: Option<Dynamic>,
    /// Of the dynamic string table.
    pub strings: Strings<'v, 'a>,
    pub symbols: SymbolTable<'a>,
    pub versions: Versions<'a>,
    pub notes: notes::Notes,
    pub interpreter: Option<&'a [u8]>,
    pub comment: Vec<String>,
    /// `Tag_CPU_arch` of an ARM file.
    pub arm_arch: Option<u64>,
    pub section_names: SectionNames,
    /// `None`: they cannot be read.
    pub relocations: Option<Vec<relocations::Place>>,
}

/// Which sections are there by name.
#[derive(Default)]
pub struct SectionNames {
    pub dynamic_symbols: bool,
    pub version_needs: bool,
    pub debug_info: bool,
    comment: Option<Section>,
    /// A bit for each of [`SectionMark::ALL`].
    marks: u16,
}

/// Where the tables of the dynamic section lie; offset and size where nothing more is known of them.
#[derive(Default)]
struct Places {
    strings: Option<strings::Place>,
    symbols: Option<symbols::Place>,
    /// One version index per symbol.
    indexes: Option<(u64, u64)>,
    needs: Option<versions::Place>,
    definitions: Option<versions::Place>,
    relocations: Option<Vec<relocations::Place>>,
}

impl Places {
    /// Asks for what it finds on the way, since finding one table may take reading another.
    fn find(view: &View, file: &File, dynamic: &Dynamic) -> Result<Self, Stop> {
        let needs = versions::needs_place(file, dynamic)?;
        let definitions = versions::definitions_place(file, dynamic)?;
        for place in needs.iter().chain(&definitions) {
            place.want(view)?;
        }
        let strings = strings::place(file, dynamic)?;
        if let Some(place) = strings {
            place.want(view)?;
        }
        let symbols = symbols::place(view, file, dynamic)?;
        let indexes = match symbols.zip(dynamic.versym) {
            Some((symbols, address)) => {
                let span = file.locate_table(address, INDEXES)?;
                Some((span.offset, span.size.min(symbols.count * 2)))
            }
            None => None,
        };
        if let Some(place) = symbols {
            place.want(view, file.header.layout)?;
        }
        if let Some((offset, size)) = indexes {
            view.want(offset, size, INDEXES)?;
        }
        let relocations = relocations::places(view, file, dynamic);
        for place in relocations.iter().flatten() {
            place.want(view)?;
        }
        Ok(Self { strings, symbols, indexes, needs, definitions, relocations })
    }
}

const INDEXES: &str = "the version symbol table";
const COMMENT: &str = "the comment section";

impl<'v, 'a> Tables<'v, 'a> {
    /// Stops with [`Stop::Missing`] as often as something is not there; ranges that can be known together are asked for
    /// together.
    pub fn read(view: &'v View<'a>) -> Result<Self, Stop> {
        let file = File::read(view)?;
        let layout = file.header.layout;
        file.want_names(view)?;
        let note_places = notes::places(&file)?;
        for place in &note_places {
            place.want(view)?;
        }
        let dynamic = Dynamic::read(view, &file)?;
        let places = match &dynamic {
            Some(dynamic) => Places::find(view, &file, dynamic)?,
            None => Places::default(),
        };
        let section_names = SectionNames::read(&file, file.names(view)?);
        if let Some(section) = section_names.comment {
            view.want(section.offset, section.size, COMMENT)?;
        }
        view.settle()?;

        let bytes = |place: Option<(u64, u64)>, what| match place {
            Some((offset, size)) => view.bytes(offset, size, what),
            None => Ok(&[][..]),
        };
        let strings = Strings::read(view, places.strings)?;
        let indexes = bytes(places.indexes, INDEXES)?;
        let comment = bytes(section_names.comment.map(|section| (section.offset, section.size)), COMMENT)?;
        let symbols = SymbolTable::read(view, layout, places.symbols, strings.bytes, indexes)?;
        if let Some(last) = symbols.iter().map(|(_, symbol)| symbol.name).max() {
            strings.cover(u64::from(last))?;
        }
        Ok(Self {
            versions: Versions::read(view, layout, places.needs, places.definitions, strings)?,
            symbols,
            notes: notes::Notes::read(view, layout, file.header.machine, &note_places)?,
            interpreter: interpreter(view, &file)?,
            comment: comment::strings(view, comment)?,
            arm_arch: arm_arch(view, &file)?,
            file,
            dynamic,
            strings,
            section_names,
            relocations: places.relocations,
        })
    }
}

impl SectionNames {
    fn read(file: &File, names: &[u8]) -> Self {
        let mut found = Self::default();
        for section in &file.sections {
            let name = File::name_of(section, names);
            if let Some(mark) = SectionMark::ALL.iter().position(|mark| mark.name().as_bytes() == name) {
                found.marks |= 1 << mark;
            }
            match name {
                b".dynsym" => found.dynamic_symbols = true,
                b".gnu.version_r" => found.version_needs = true,
                b".debug_info" | b".zdebug_info" => found.debug_info = true,
                b".comment" if section.in_file() && section.size <= COMMENT_BYTES => found.comment = Some(*section),
                _ => {}
            }
        }
        found
    }

    /// The sections that tell something about tool chains and GPU code.
    pub fn marks(&self) -> Vec<SectionMark> {
        SectionMark::ALL.iter().copied().filter(|mark| self.marks & 1 << mark.code() != 0).collect()
    }
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
    if let Some(place) = dynamic::place(&file) {
        add(place.offset, place.size.min(dynamic::PIECE));
    }
    Ok(ranges)
}

/// Largest table kept on suspicion.
const FORESEEN: u64 = 1 << 20;
