//! Symbol versions (LSB, "Symbol Versioning"): what is needed from whom, what is defined, and which index means which.
use super::constants as elf;
use super::dynamic::Dynamic;
use super::file::File;
use super::layout::Layout;
use super::strings::Strings;
use super::view::{Stop, View};
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

/// Where a version table begins, and how much is loaded from there on. Its entries say where the next one is; the loader goes by
/// them alone, whatever `DT_VERNEEDNUM`, `DT_VERDEFNUM` or a section header say of its length.
#[derive(Clone, Copy)]
pub struct Place {
    offset: u64,
    room: u64,
}

/// What is asked for at first; tables of real libraries are smaller.
const PIECE: u64 = 64 << 10;

pub fn needs_place(file: &File, dynamic: &Dynamic) -> Result<Option<Place>, Stop> {
    dynamic.verneed.map(|address| place(file, address)).transpose()
}

pub fn definitions_place(file: &File, dynamic: &Dynamic) -> Result<Option<Place>, Stop> {
    dynamic.verdef.map(|address| place(file, address)).transpose()
}

fn place(file: &File, address: u64) -> Result<Place, Stop> {
    let span = file.locate_table(address, "a version table")?;
    Ok(Place { offset: span.offset, room: span.size })
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
            return Err(Error::unreadable("a version table leaves what is loaded").at(self.place.offset).into());
        }
        // Always whole pieces of the table, so that a long table is fetched in few rounds.
        let piece = at / PIECE * PIECE;
        let length = (at + size - piece).max(PIECE).min(self.place.room - piece);
        let bytes = self.view.bytes(self.place.offset + piece, length, "a version table")?;
        let start = (at - piece) as usize;
        Ok(bytes.get(start..start + size as usize).unwrap_or_default())
    }

    /// Versions of the format; the loader refuses others ("unsupported version … of Verneed record").
    fn is_version_1(&self, entry: &[u8]) -> Result<(), Stop> {
        match self.u16(entry, 0)? {
            1 => Ok(()),
            other => Err(Error::unreadable(format!("a version table of format {other}")).into()),
        }
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
        strings: Strings<'_, 'a>,
    ) -> Result<Self, Stop> {
        let mut versions = Self::default();
        if let Some(place) = needs {
            versions.read_needs(&Cursor { view, layout, place }, strings)?;
        }
        if let Some(place) = definitions {
            versions.read_definitions(&Cursor { view, layout, place }, strings)?;
        }
        Ok(versions)
    }

    /// `Elf_Verneed` (16 bytes) per provider, each with a chain of `Elf_Vernaux` (16 bytes).
    fn read_needs(&mut self, cursor: &Cursor<'_, 'a>, strings: Strings<'_, 'a>) -> Result<(), Stop> {
        let mut at = 0;
        loop {
            let entry = cursor.entry(at, 16)?;
            cursor.is_version_1(entry)?;
            let library = strings.name(u64::from(cursor.u32(entry, 4)?), "a provider of versions")?;
            let mut aux = at + u64::from(cursor.u32(entry, 8)?);
            loop {
                let need = cursor.entry(aux, 16)?;
                let weak = cursor.u16(need, 4)? & elf::VER_FLG_WEAK != 0;
                let version = strings.name(u64::from(cursor.u32(need, 8)?), "a needed version")?;
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
                0 => return Ok(()),
                next => at += u64::from(next),
            }
        }
    }

    /// `Elf_Verdef` (20 bytes) per version; its first `Elf_Verdaux` (8 bytes) is the name, further ones are ancestors.
    fn read_definitions(&mut self, cursor: &Cursor<'_, 'a>, strings: Strings<'_, 'a>) -> Result<(), Stop> {
        let mut at = 0;
        for _ in 0..=VERSIONS {
            let entry = cursor.entry(at, 20)?;
            cursor.is_version_1(entry)?;
            let index = cursor.u16(entry, 4)? & elf::VERSYM_VERSION;
            let aux = cursor.entry(at + u64::from(cursor.u32(entry, 12)?), 8)?;
            let name = strings.name(u64::from(cursor.u32(aux, 0)?), "a version")?;
            self.set(index, Meaning::Defined(name));
            if cursor.u16(entry, 2)? & elf::VER_FLG_BASE == 0 {
                self.definitions.push(name);
            }
            match cursor.u32(entry, 16)? {
                0 => return self.check(),
                next => at += u64::from(next),
            }
        }
        Err(Error::limit("too many symbol versions").into())
    }

    fn check(&self) -> Result<(), Stop> {
        if self.needs.len() > VERSIONS || self.definitions.len() > VERSIONS {
            return Err(Error::limit("too many symbol versions").into());
        }
        Ok(())
    }

    /// The last entry for an index wins, and a definition over a need: the loader enters them in this order.
    fn set(&mut self, index: u16, meaning: Meaning<'a>) {
        let index = usize::from(index);
        if self.meanings.len() <= index {
            self.meanings.resize(index + 1, None);
        }
        self.meanings[index] = Some(meaning);
    }

    /// Indexes 0 (local) and 1 (the base version) mean unversioned, as does an index that no table explains.
    pub fn meaning(&self, index: u16) -> Meaning<'a> {
        if index <= elf::VER_NDX_GLOBAL {
            return Meaning::Unversioned;
        }
        self.meanings.get(usize::from(index)).copied().flatten().unwrap_or(Meaning::Unversioned)
    }
}
