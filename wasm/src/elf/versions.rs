//! Symbol versions (LSB, "Symbol Versioning"): what is needed from whom, what is defined, and which index means which.
use super::constants as elf;
use super::dynamic::Dynamic;
use super::file::File;
use super::layout::Layout;
use super::view::{Stop, View, string_at};
use crate::error::Error;
use crate::limits::VERSIONS;

/// One needed version of one provider.
pub struct Need<'a> {
    pub library: &'a [u8],
    pub version: &'a [u8],
    pub weak: bool,
}

/// What a version index stands for.
#[derive(Clone, Copy)]
pub enum Meaning<'a> {
    Unversioned,
    /// Index in [`Versions::needs`].
    Needed(usize),
    Defined(&'a [u8]),
}

#[derive(Default)]
pub struct Versions<'a> {
    /// In table order.
    pub needs: Vec<Need<'a>>,
    /// In table order, the base definition (the library's own name) left out.
    pub definitions: Vec<&'a [u8]>,
    meanings: Vec<Option<Meaning<'a>>>,
}

/// Offset and length of a version table. Only a section header tells the length; without one, the table ends at the
/// latest with its segment, and it is read in pieces.
#[derive(Clone, Copy)]
pub struct Place {
    offset: u64,
    room: u64,
    count: u64,
}

/// Without section headers, what is asked for first; tables of real libraries are smaller.
const PIECE: u64 = 64 << 10;

pub fn needs_place(file: &File, dynamic: &Dynamic) -> Option<Place> {
    place(file, elf::SHT_GNU_VERNEED, dynamic.verneed?, dynamic.verneed_count)
}

pub fn definitions_place(file: &File, dynamic: &Dynamic) -> Option<Place> {
    place(file, elf::SHT_GNU_VERDEF, dynamic.verdef?, dynamic.verdef_count)
}

fn place(file: &File, kind: u32, address: u64, count: u64) -> Option<Place> {
    let (offset, room) = file.locate(address)?;
    let size = file.section_at(kind, address).map(|section| section.size);
    Some(Place { offset, room: size.unwrap_or(room), count })
}

impl Place {
    pub fn want(self, view: &View) -> Result<(), Stop> {
        view.want(self.offset, self.room.min(PIECE), "a version table")
    }
}

/// A table read at growing offsets.
struct Cursor<'v, 'a> {
    view: &'v View<'a>,
    layout: Layout,
    place: Place,
}

impl<'a> Cursor<'_, 'a> {
    fn entry(&self, at: u64, size: u64) -> Result<&'a [u8], Stop> {
        if at.checked_add(size).is_none_or(|end| end > self.place.room) {
            return Err(Error::unreadable("a version table leaves its section").at(self.place.offset).into());
        }
        // Always whole pieces of the table, so that a long table is fetched in few rounds.
        let piece = at / PIECE * PIECE;
        let length = (at + size - piece).max(PIECE).min(self.place.room - piece);
        let bytes = self.view.bytes(self.place.offset + piece, length, "a version table")?;
        let start = (at - piece) as usize;
        Ok(bytes.get(start..start + size as usize).unwrap_or_default())
    }

    fn u16(&self, entry: &[u8], at: usize) -> Result<u16, Stop> {
        self.layout.u16(entry, at)
    }

    fn u32(&self, entry: &[u8], at: usize) -> Result<u32, Stop> {
        self.layout.u32(entry, at)
    }
}

impl<'a> Versions<'a> {
    /// Walks both tables. Offsets in them only ever point forward, and the number of entries is capped, so any table ends.
    pub fn read(
        view: &View<'a>,
        layout: Layout,
        needs: Option<Place>,
        definitions: Option<Place>,
        strings: &'a [u8],
    ) -> Result<Self, Stop> {
        let mut versions = Self::default();
        if let Some(place) = definitions {
            versions.read_definitions(&Cursor { view, layout, place }, strings)?;
        }
        if let Some(place) = needs {
            versions.read_needs(&Cursor { view, layout, place }, strings)?;
        }
        Ok(versions)
    }

    /// `Elf_Verneed` (16 bytes) per provider, each with a chain of `Elf_Vernaux` (16 bytes).
    fn read_needs(&mut self, cursor: &Cursor<'_, 'a>, strings: &'a [u8]) -> Result<(), Stop> {
        let mut at = 0;
        for _ in 0..cursor.place.count {
            let entry = cursor.entry(at, 16)?;
            let library = string_at(strings, u64::from(cursor.u32(entry, 4)?));
            let mut aux = at + u64::from(cursor.u32(entry, 8)?);
            for _ in 0..cursor.u16(entry, 2)? {
                let need = cursor.entry(aux, 16)?;
                let weak = cursor.u16(need, 4)? & elf::VER_FLG_WEAK != 0;
                let version = string_at(strings, u64::from(cursor.u32(need, 8)?));
                let index = cursor.u16(need, 6)? & elf::VERSYM_VERSION;
                self.set(index, Meaning::Needed(self.needs.len()));
                self.needs.push(Need { library, version, weak });
                self.check()?;
                match cursor.u32(need, 12)? {
                    0 => break,
                    next => aux += u64::from(next),
                }
            }
            match cursor.u32(entry, 12)? {
                0 => break,
                next => at += u64::from(next),
            }
        }
        Ok(())
    }

    /// `Elf_Verdef` (20 bytes) per version; its first `Elf_Verdaux` (8 bytes) is the name, further ones are ancestors.
    fn read_definitions(&mut self, cursor: &Cursor<'_, 'a>, strings: &'a [u8]) -> Result<(), Stop> {
        let mut at = 0;
        for _ in 0..cursor.place.count {
            let entry = cursor.entry(at, 20)?;
            let index = cursor.u16(entry, 4)? & elf::VERSYM_VERSION;
            if cursor.u16(entry, 6)? > 0 {
                let aux = cursor.entry(at + u64::from(cursor.u32(entry, 12)?), 8)?;
                let name = string_at(strings, u64::from(cursor.u32(aux, 0)?));
                self.set(index, Meaning::Defined(name));
                if cursor.u16(entry, 2)? & elf::VER_FLG_BASE == 0 {
                    self.definitions.push(name);
                }
                self.check()?;
            }
            match cursor.u32(entry, 16)? {
                0 => break,
                next => at += u64::from(next),
            }
        }
        Ok(())
    }

    fn check(&self) -> Result<(), Stop> {
        if self.needs.len() > VERSIONS || self.definitions.len() > VERSIONS {
            return Err(Error::limit("too many symbol versions").into());
        }
        Ok(())
    }

    /// The first entry for an index wins, as in a search of the table.
    fn set(&mut self, index: u16, meaning: Meaning<'a>) {
        let index = usize::from(index);
        if self.meanings.len() <= index {
            self.meanings.resize(index + 1, None);
        }
        self.meanings[index].get_or_insert(meaning);
    }

    /// Indexes 0 (local) and 1 (the base version) mean unversioned, as does an index that no table explains.
    pub fn meaning(&self, index: u16) -> Meaning<'a> {
        if index <= elf::VER_NDX_GLOBAL {
            return Meaning::Unversioned;
        }
        self.meanings.get(usize::from(index)).copied().flatten().unwrap_or(Meaning::Unversioned)
    }
}
