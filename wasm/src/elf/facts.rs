//! The answer, field by field as `ElfFacts` of `src/core/model.ts` has it. What a field means is written there.
use serde::Serialize;

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Facts {
    pub class: u8,
    pub byte_order: &'static str,
    pub machine: u16,
    pub os_abi: u8,
    pub r#type: &'static str,
    pub flags: u32,
    pub architecture: String,
    pub libc: &'static str,
    pub role: &'static str,
    pub interpreter: Option<String>,
    pub soname: Option<String>,
    pub needed: Vec<String>,
    pub rpath: Option<String>,
    pub runpath: Option<String>,
    pub version_needs: Vec<VersionNeed>,
    pub version_definitions: Vec<String>,
    pub symbol_counts: SymbolCounts,
    pub watched_symbols: Vec<SymbolFacts>,
    pub init_symbols: Vec<String>,
    pub build_id: Option<String>,
    pub isa_needed: Option<u32>,
    pub executable_stack: Option<bool>,
    pub relro: &'static str,
    pub bind_now: bool,
    pub text_relocations: bool,
    pub static_tls: bool,
    pub load_alignment: u64,
    pub stripped: bool,
    pub debug_info: bool,
    pub comment: Vec<String>,
    pub sections: SectionFacts,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct VersionNeed {
    pub library: String,
    pub version: String,
    pub weak: bool,
    pub symbol_count: usize,
    pub symbols: Vec<String>,
}

#[derive(Debug, Default, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct SymbolCounts {
    pub defined: usize,
    pub undefined: usize,
    pub undefined_weak: usize,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct SymbolFacts {
    pub name: String,
    pub defined: bool,
    pub binding: &'static str,
    pub r#type: &'static str,
    pub version: Option<String>,
    pub provider: Option<String>,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct SectionFacts {
    pub count: usize,
    pub dynamic_symbols: bool,
    pub version_needs: bool,
}
