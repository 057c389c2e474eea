//! Notes: build id, the x86 instruction set level a file asks for, and the mark of Android's NDK.
use super::constants as elf;
use super::file::File;
use super::layout::Layout;
use super::view::{Stop, View};
use crate::error::Error;
use crate::limits::NOTE_BYTES;
use crate::order::sorted;

#[derive(Default)]
pub struct Notes {
    /// In hex.
    pub build_id: Option<String>,
    /// Bits of `GNU_PROPERTY_X86_ISA_1_NEEDED`, of all notes together.
    pub isa_needed: Option<u32>,
    pub android: bool,
}

/// A range of notes and the alignment of the notes in it.
#[derive(Clone, Copy)]
pub struct Place {
    offset: u64,
    size: u64,
    align: u64,
}

/// Where notes lie: segments and sections, each range once.
pub fn places(file: &File) -> Result<Vec<Place>, Error> {
    let segments = file.segments.iter().filter(|s| matches!(s.kind, elf::PT_NOTE | elf::PT_GNU_PROPERTY));
    let sections = file.sections.iter().filter(|s| s.kind == elf::SHT_NOTE);
    let places: Vec<Place> = segments
        .map(|s| Place { offset: s.offset, size: s.file_size, align: s.align })
        .chain(sections.map(|s| Place { offset: s.offset, size: s.size, align: s.align }))
        .collect();
    let key = |index: usize| (places[index].offset, places[index].size, index);
    let order = sorted(places.len(), &|a, b| key(a).cmp(&key(b)));
    let mut places: Vec<Place> = order.into_iter().map(|index| places[index]).collect();
    places.dedup_by_key(|place| (place.offset, place.size));
    let total = places.iter().fold(0_u64, |total, place| total.saturating_add(place.size));
    if total > NOTE_BYTES {
        return Err(Error::limit(format!("notes of {total} bytes")));
    }
    Ok(places)
}

impl Place {
    pub fn want(self, view: &View) -> Result<(), Stop> {
        view.want(self.offset, self.size, "a note")
    }
}

impl Notes {
    pub fn read(view: &View, layout: Layout, machine: u16, places: &[Place]) -> Result<Self, Stop> {
        let mut notes = Self::default();
        for place in places {
            let bytes = view.bytes(place.offset, place.size, "a note")?;
            // Notes are aligned to 4, but GNU properties of 64-bit files to 8 (Linux extensions to gABI).
            let align = if place.align == 8 { 8 } else { 4 };
            notes.walk(layout, machine, align, bytes);
        }
        Ok(notes)
    }

    /// Damaged notes end the walk; nothing else depends on them.
    fn walk(&mut self, layout: Layout, machine: u16, align: usize, bytes: &[u8]) {
        let mut at = 0;
        while let Some((kind, name, content, next)) = note(layout, align, bytes, at) {
            self.take(layout, machine, kind, name, content);
            at = next;
        }
    }

    fn take(&mut self, layout: Layout, machine: u16, kind: u32, name: &[u8], content: &[u8]) {
        match (name, kind) {
            (b"GNU\0", elf::NT_GNU_BUILD_ID) if self.build_id.is_none() && !content.is_empty() => {
                self.build_id = Some(hex(&content[..content.len().min(64)]));
            }
            (b"GNU\0", elf::NT_GNU_PROPERTY_TYPE_0) if matches!(machine, elf::EM_386 | elf::EM_X86_64) => {
                if let Some(bits) = isa_needed(layout, content) {
                    self.isa_needed = Some(self.isa_needed.unwrap_or(0) | bits);
                }
            }
            (b"Android\0", elf::NT_ANDROID_VERSION) => self.android = true,
            _ => {}
        }
    }
}

/// The note at an offset: type, name, content, and where the next one begins.
fn note(layout: Layout, align: usize, bytes: &[u8], at: usize) -> Option<(u32, &[u8], &[u8], usize)> {
    let name_size = layout.u32(bytes, at).ok()? as usize;
    let content_size = layout.u32(bytes, at + 4).ok()? as usize;
    let kind = layout.u32(bytes, at + 8).ok()?;
    let name_start = at + 12;
    let name = bytes.get(name_start..name_start.checked_add(name_size)?)?;
    let content_start = (name_start + name_size).checked_next_multiple_of(align)?;
    let content_end = content_start.checked_add(content_size)?;
    let content = bytes.get(content_start..content_end)?;
    Some((kind, name, content, content_end.checked_next_multiple_of(align)?))
}

/// `GNU_PROPERTY_X86_ISA_1_NEEDED` of a property note (x86-64 psABI, "Program Property").
fn isa_needed(layout: Layout, properties: &[u8]) -> Option<u32> {
    let align = layout.pick(4, 8);
    let mut at = 0_usize;
    loop {
        let kind = layout.u32(properties, at).ok()?;
        let size = layout.u32(properties, at + 4).ok()? as usize;
        if kind == elf::GNU_PROPERTY_X86_ISA_1_NEEDED && size == 4 {
            return layout.u32(properties, at + 8).ok();
        }
        at = at.checked_add(8)?.checked_add(size)?.checked_next_multiple_of(align)?;
    }
}

pub fn hex(bytes: &[u8]) -> String {
    let digit = |value: u8| char::from(b"0123456789abcdef"[usize::from(value)]);
    bytes.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect()
}
