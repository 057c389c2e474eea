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
    pub section_marks: Vec<&'static str>,
    pub cxx: Option<CxxFacts>,
    pub unique_exports: SymbolGroup,
    pub python: Option<PythonNames>,
    pub gpu: Option<GpuCode>,
    pub mentioned_libraries: Vec<String>,
}

/// How many, and the first [`crate::limits::GROUP`] of them.
#[derive(Debug, Default, Serialize)]
pub struct SymbolGroup {
    pub count: usize,
    pub symbols: Vec<String>,
}

#[derive(Debug, Default, Serialize)]
pub struct CxxNames {
    pub new: SymbolGroup,
    pub old: SymbolGroup,
    pub both: SymbolGroup,
    pub libcxx: SymbolGroup,
    pub stray: SymbolGroup,
    pub neutral: usize,
    pub scopes: Vec<String>,
}

#[derive(Debug, Default, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct CxxFacts {
    pub from_runtime: CxxNames,
    pub from_others: CxxNames,
    pub own: CxxNames,
    pub runtime: RuntimeNames,
}

#[derive(Debug, Default, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct RuntimeNames {
    pub count: usize,
    pub new: usize,
    pub old: usize,
    pub libcxx: usize,
    pub nonshared: usize,
    pub hybrid_marks: SymbolGroup,
    pub static_marks: SymbolGroup,
}

#[derive(Debug, Default, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct PythonNames {
    pub imports: Vec<String>,
    pub exports: Vec<String>,
    pub export_count: usize,
    pub locals: Option<Vec<String>>,
}

#[derive(Debug, Serialize)]
pub struct GpuCode {
    pub cuda: Option<CudaCode>,
    pub hip: Option<HipCode>,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct CudaCode {
    pub containers: usize,
    pub bytes: u64,
    pub damaged: usize,
    pub places: Vec<Place>,
    pub targets: Vec<CudaTarget>,
    pub groups: Vec<FatbinGroup>,
    pub more_containers: usize,
    pub toolkits: Vec<String>,
}

#[derive(Debug, Serialize)]
pub struct Place {
    pub section: Option<String>,
    pub containers: usize,
    pub bytes: u64,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct CudaTarget {
    pub kind: &'static str,
    pub kind_number: u16,
    pub arch: u32,
    pub suffix: &'static str,
    pub ptx_isa: Option<String>,
    pub entries: usize,
    pub bytes: u64,
    pub inflated_bytes: u64,
    pub compression: &'static str,
}

#[derive(Debug, Serialize)]
pub struct FatbinGroup {
    pub targets: Vec<usize>,
    pub containers: usize,
    pub bytes: u64,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct HipCode {
    pub bundles: usize,
    pub compressed_bundles: usize,
    pub bytes: u64,
    pub targets: Vec<HipTarget>,
}

#[derive(Debug, Serialize)]
pub struct HipTarget {
    pub target: String,
    pub entries: usize,
    pub bytes: u64,
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
