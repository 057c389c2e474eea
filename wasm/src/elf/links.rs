//! The link table of a library: what it asks others for and what it offers them, by hashes of the names. `src/engine/wheel/link-table.ts`
//! is the other side. Which name is found where takes all libraries of a wheel, so it is decided there.
//!
//! All numbers are little endian. Four `u32`: exports, imports, version needs, bytes of text. Then for each export its name's hash
//! (`f64`), for each import the same; for each export its version (`u32`, [`version_hash`], 0: none), for each need the same; for each
//! import the need that it names (`u16`, counted from 1, 0: none); for each export [`HIDDEN`] and [`OLD`] (`u8`). Then text, each
//! ending with NUL: the names of the imports, then version and provider of each need.
use super::constants as elf;
use super::relocations;
use super::symbols::Symbol;
use super::tables::Tables;
use super::versions::Meaning;
use super::view::{Stop, View};
use crate::error::Error;
use crate::limits::LINK_TEXT_BYTES;

/// A version that only who asks for it by name gets.
pub const HIDDEN: u8 = 1;
/// Of the first version, or of none: what asks for no version gets it even if it is hidden (glibc, `elf/dl-lookup.c`, `check_match`).
pub const OLD: u8 = 2;

/// FNV-1a with 64 bits, of which the upper 53 are kept: those fit a JavaScript number. In a process with a million names, one
/// that nobody has is taken for found with a chance of one in 9 thousand million.
pub fn name_hash(name: &[u8]) -> f64 {
    let hash = name
        .iter()
        .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3));
    (hash >> 11) as f64
}

/// FNV-1a with 32 bits, never 0.
fn version_hash(name: &[u8]) -> u32 {
    name.iter().fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(*byte)).wrapping_mul(0x0100_0193)).max(1)
}

/// Strong symbols that are asked for by a relocation, and symbols that a look-up finds.
pub fn table(view: &View, tables: &Tables) -> Result<Vec<u8>, Stop> {
    let asked = match &tables.relocations {
        Some(places) => Some(relocations::named(view, tables.file.header.layout, places, tables.symbols.count())?),
        None => None,
    };
    let first = first_hashed(view, tables)?;
    let (mut exports, mut export_versions, mut export_flags) = (Vec::new(), Vec::new(), Vec::new());
    let (mut imports, mut import_needs, mut text) = (Vec::new(), Vec::new(), Vec::new());
    for (index, symbol) in tables.symbols.iter() {
        let name = tables.symbols.name(symbol);
        let entry = tables.symbols.version_entry(index);
        let meaning = tables.versions.meaning(entry & elf::VERSYM_VERSION);
        if symbol.is_defined() {
            if index as u64 >= first && is_found(symbol) {
                exports.extend(name_hash(name).to_le_bytes());
                let version = match meaning {
                    Meaning::Defined(version) => version_hash(version),
                    _ => 0,
                };
                export_versions.extend(version.to_le_bytes());
                let hidden = if entry & elf::VERSYM_HIDDEN == 0 { 0 } else { HIDDEN };
                export_flags.push(hidden | if entry & elf::VERSYM_VERSION <= 2 { OLD } else { 0 });
            }
        } else if !symbol.is_weak() && !symbol.is_hidden() && asked.as_ref().is_none_or(|asked| asked[index]) {
            imports.extend(name_hash(name).to_le_bytes());
            let need = match meaning {
                Meaning::Needed(need) => need as u16 + 1,
                _ => 0,
            };
            import_needs.extend(need.to_le_bytes());
            text.extend(name);
            text.push(0);
            if text.len() > LINK_TEXT_BYTES {
                return Err(Error::limit("too many names are asked for").into());
            }
        }
    }
    let needs = &tables.versions.needs;
    let need_versions: Vec<u8> = needs.iter().flat_map(|need| version_hash(need.version).to_le_bytes()).collect();
    for need in needs {
        for part in [need.version, need.library] {
            text.extend(part);
            text.push(0);
        }
    }
    let counts = [exports.len() / 8, imports.len() / 8, needs.len(), text.len()];
    let mut bytes: Vec<u8> = counts.iter().flat_map(|count| (*count as u32).to_le_bytes()).collect();
    for part in [&exports, &imports, &export_versions, &need_versions, &import_needs, &export_flags, &text] {
        bytes.extend(part);
    }
    Ok(bytes)
}

/// What a look-up accepts (glibc, `elf/dl-lookup.c`, `check_match`; musl, `ldso/dynlink.c`, `OK_TYPES` and `OK_BINDS`).
fn is_found(symbol: Symbol) -> bool {
    let has_place = symbol.value != 0 || symbol.is_absolute() || symbol.is_thread_local();
    has_place && !symbol.is_hidden() && symbol.can_be_bound()
}

/// The first symbol that the hash table leads to; a look-up finds no other.
fn first_hashed(view: &View, tables: &Tables) -> Result<u64, Stop> {
    let file = &tables.file;
    let Some(dynamic) = &tables.dynamic else { return Ok(0) };
    match dynamic.gnu_hash.and_then(|address| file.locate(address)) {
        Some(span) => {
            let head = view.bytes(span.offset, 16, "the GNU hash table")?;
            Ok(u64::from(file.header.layout.u32(head, 4)?))
        }
        None if dynamic.hash.is_some() => Ok(0),
        None => Ok(u64::MAX),
    }
}
