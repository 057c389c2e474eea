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
use super::versions::{Meaning, Need};
use super::view::{Stop, View};
use crate::limits::LINK_TEXT_BYTES;

/// A version that only who asks for it by name gets.
pub const HIDDEN: u8 = 1;
/// Of the first version, or of none: what asks for no version gets it even if it is hidden (glibc, `elf/dl-lookup.c`, `check_match`).
pub const OLD: u8 = 2;

/// A hash of 64 bits, of which the upper 53 are kept: those fit a JavaScript number. In a process with a million names, one that nobody
/// has is taken for found with a chance of one in 9 thousand million. Eight letters are taken at a time, little endian, the last ones
/// filled up with zeros: names of C++ are long, and there are millions. `src/engine/elf/name-hash.ts` does the same.
pub fn name_hash(name: &[u8]) -> f64 {
    const FACTOR: u64 = 0x9e37_79b9_7f4a_7c15;
    let mix = |hash: u64, word: u64| {
        let product = (hash ^ word).wrapping_mul(FACTOR);
        product ^ product >> 32
    };
    let (words, rest) = name.as_chunks::<8>();
    let hash = words.iter().fold(name.len() as u64, |hash, word| mix(hash, u64::from_le_bytes(*word)));
    let mut last = [0; 8];
    last[..rest.len()].copy_from_slice(rest);
    let hash = mix(mix(hash, u64::from_le_bytes(last)), FACTOR);
    (hash >> 11) as f64
}

/// FNV-1a with 32 bits, never 0.
fn version_hash(name: &[u8]) -> u32 {
    name.iter().fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(*byte)).wrapping_mul(0x0100_0193)).max(1)
}

/// Gathers strong symbols that are asked for by a relocation, and symbols that a look-up finds.
pub struct Links {
    /// For each symbol, whether a relocation names it; `None`: any may.
    asked: Option<Vec<bool>>,
    first_hashed: u64,
    exports: Vec<u8>,
    export_versions: Vec<u8>,
    export_flags: Vec<u8>,
    imports: Vec<u8>,
    import_needs: Vec<u8>,
    text: Vec<u8>,
}

impl Links {
    pub fn new(view: &View, tables: &Tables) -> Result<Self, Stop> {
        let asked = match &tables.relocations {
            Some(places) => Some(relocations::named(view, tables.file.header.layout, places, tables.symbols.count())?),
            None => None,
        };
        Ok(Self {
            asked,
            first_hashed: first_hashed(view, tables)?,
            exports: Vec::new(),
            export_versions: Vec::new(),
            export_flags: Vec::new(),
            imports: Vec::new(),
            import_needs: Vec::new(),
            text: Vec::new(),
        })
    }

    /// `entry`: of the version symbol table; `meaning`: what it stands for.
    pub fn add(&mut self, index: usize, symbol: Symbol, name: &[u8], entry: u16, meaning: Meaning) {
        if symbol.is_defined() {
            if index as u64 >= self.first_hashed && is_found(symbol) {
                self.exports.extend(name_hash(name).to_le_bytes());
                let version = match meaning {
                    Meaning::Defined(version) => version_hash(version),
                    _ => 0,
                };
                self.export_versions.extend(version.to_le_bytes());
                let hidden = if entry & elf::VERSYM_HIDDEN == 0 { 0 } else { HIDDEN };
                self.export_flags.push(hidden | if entry & elf::VERSYM_VERSION <= 2 { OLD } else { 0 });
            }
        } else if !symbol.is_weak() && !symbol.is_hidden() && self.asked.as_ref().is_none_or(|asked| asked[index]) {
            self.imports.extend(name_hash(name).to_le_bytes());
            let need = match meaning {
                Meaning::Needed(need) => need as u16 + 1,
                _ => 0,
            };
            self.import_needs.extend(need.to_le_bytes());
            self.text.extend(name);
            self.text.push(0);
        }
    }

    /// The table; empty if it would have more text than can be followed.
    pub fn finish(mut self, needs: &[Need]) -> Vec<u8> {
        for need in needs {
            for part in [need.version, need.library] {
                self.text.extend(part);
                self.text.push(0);
            }
        }
        if self.text.len() > LINK_TEXT_BYTES {
            return Vec::new();
        }
        let need_versions: Vec<u8> = needs.iter().flat_map(|need| version_hash(need.version).to_le_bytes()).collect();
        let counts = [self.exports.len() / 8, self.imports.len() / 8, needs.len(), self.text.len()];
        let mut bytes: Vec<u8> = counts.iter().flat_map(|count| (*count as u32).to_le_bytes()).collect();
        let parts = [
            &self.exports,
            &self.imports,
            &self.export_versions,
            &need_versions,
            &self.import_needs,
            &self.export_flags,
            &self.text,
        ];
        for part in parts {
            bytes.extend(part);
        }
        bytes
    }
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
