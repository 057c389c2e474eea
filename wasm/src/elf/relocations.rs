//! Which symbols a library's relocations name. The loader looks up those and no others (glibc, `elf/dynamic-link.h`): an undefined
//! symbol that no relocation names may be missing everywhere.
use super::constants as elf;
use super::dynamic::Dynamic;
use super::file::File;
use super::layout::Layout;
use super::view::{Stop, View};
use crate::limits::{RELOCATED_FILE, RELOCATION_BYTES};

const WHAT: &str = "the relocations";

/// One table of relocations, relative ones at its start left out: they name nothing.
#[derive(Clone, Copy)]
pub struct Place {
    offset: u64,
    size: u64,
    /// With an addend (`DT_RELA`) or without (`DT_REL`).
    addends: bool,
}

/// `None`: they are not read (another form, too many, or far inside a large file), so any symbol may be asked for.
pub fn places(view: &View, file: &File, dynamic: &Dynamic) -> Option<Vec<Place>> {
    // MIPS binds by its global offset table, Android packs its relocations.
    if file.header.machine == elf::EM_MIPS || dynamic.packed_relocations {
        return None;
    }
    let layout = file.header.layout;
    let tables = [(dynamic.rela, true), (dynamic.rel, false), (dynamic.jmprel, dynamic.jmprel_addends)];
    let mut places = Vec::new();
    for (table, addends) in tables {
        let Some(address) = table.address.filter(|_| table.size > 0) else { continue };
        let relative = table.relative.saturating_mul(entry_size(layout, addends)).min(table.size);
        let span = file.locate(address)?;
        if span.size < table.size || span.offset.checked_add(table.size)? > view.length {
            return None;
        }
        places.push(Place { offset: span.offset + relative, size: table.size - relative, addends });
    }
    let total = places.iter().fold(0_u64, |sum, place| sum.saturating_add(place.size));
    let at_hand = view.length <= RELOCATED_FILE || places.iter().all(|place| view.holds(place.offset, place.size));
    (total <= RELOCATION_BYTES && at_hand).then_some(places)
}

impl Place {
    pub fn want(self, view: &View) -> Result<(), Stop> {
        view.want(self.offset, self.size, WHAT)
    }
}

fn entry_size(layout: Layout, addends: bool) -> u64 {
    let words: u64 = if addends { 3 } else { 2 };
    words * layout.pick(4, 8)
}

/// For each of `count` symbols, whether a relocation names it.
pub fn named(view: &View, layout: Layout, places: &[Place], count: usize) -> Result<Vec<bool>, Stop> {
    let mut named = vec![false; count];
    for place in places {
        let table = view.bytes(place.offset, place.size, WHAT)?;
        for entry in table.chunks_exact(entry_size(layout, place.addends) as usize) {
            let info = layout.word(entry, layout.pick(4, 8))?;
            let (symbol, kind) = layout.pick((info >> 8, info & 0xff), (info >> 32, info & 0xffff_ffff));
            // Type 0 does nothing on every processor.
            if kind != 0
                && let Some(mark) = named.get_mut(symbol as usize)
            {
                *mark = true;
            }
        }
    }
    Ok(named)
}
