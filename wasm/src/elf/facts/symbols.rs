//! Dynamic symbols and their versions.
use serde::Serialize;

use crate::named::named;

/// One version that a library asks of one provider: an entry of `SHT_GNU_verneed` (LSB).
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct VersionNeed {
    /// File name of the provider as the table states it (`vn_file`), e.g. `libc.so.6`.
    pub library: String,
    /// `vna_name`, e.g. `GLIBC_2.34`.
    pub version: String,
    /// `VER_FLG_WEAK`: the loader only warns where the version is missing.
    pub weak: bool,
    /// How many dynamic symbols ask for this version. May be 0: the need binds all the same.
    pub symbol_count: usize,
    /// The symbols themselves (mangled), in table order; at most as many as the evidence limit that the
    /// reader was given.
    pub symbols: Vec<String>,
}

/// Dynamic symbols but for local ones, which take no part in linking (gABI, "Symbol Table").
#[derive(Debug, Default, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct SymbolCounts {
    /// `st_shndx` other than `SHN_UNDEF`.
    pub defined: usize,
    pub undefined: usize,
    /// Undefined and `STB_WEAK`; part of `undefined`.
    pub undefined_weak: usize,
}

named! {
    /// Bindings of a symbol, `STB_…` (gABI, "Symbol Table"; `STB_GNU_UNIQUE` of elf.h is `unique`).
    pub enum SymbolBinding {
        Local = "local",
        Global = "global",
        Weak = "weak",
        Unique = "unique",
        Other = "other",
    }
}

named! {
    /// Types of a symbol, `STT_…` (gABI, "Symbol Table"; `STT_GNU_IFUNC` of elf.h is `ifunc`).
    pub enum SymbolType {
        Notype = "notype",
        Object = "object",
        Func = "func",
        Section = "section",
        File = "file",
        Common = "common",
        Tls = "tls",
        Ifunc = "ifunc",
        Other = "other",
    }
}

/// One dynamic symbol (gABI, "Symbol Table").
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct SymbolFacts {
    /// Mangled, as the table has it.
    pub name: String,
    /// `st_shndx` is not `SHN_UNDEF`.
    pub defined: bool,
    pub binding: SymbolBinding,
    pub r#type: SymbolType,
    /// By `SHT_GNU_versym` (LSB). `None`: the symbol is unversioned, or the file has no version table.
    pub version: Option<String>,
    /// Of an undefined versioned symbol: the file that the version need names.
    pub provider: Option<String>,
}

/// Names of one kind: how many there are, and the first [`crate::limits::GROUP`] of them (mangled, in table
/// order, none longer than [`crate::limits::GROUP_NAME_BYTES`]).
#[derive(Debug, Default, Serialize)]
pub struct SymbolGroup {
    pub count: usize,
    pub symbols: Vec<String>,
}
