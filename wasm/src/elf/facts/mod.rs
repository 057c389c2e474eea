//! The facts of one ELF file: the answer, field by field. **Here every fact is described**: what it means, in
//! which unit, and which document defines it. `src/facts/model.ts` and `src/facts/code-facts.ts` give the same
//! fields types for the page.
//!
//! Names are published in camel case. Offsets and sizes are in bytes. Numbers that JSON could not carry
//! exactly are cut off at 2^53. Sources: "gABI" is the System V Application Binary Interface, chapters 4 and
//! 5; "LSB" the Linux Standard Base, Core, chapter "Symbol Versioning"; `elf.h` glibc's header.
mod cxx;
mod gpu;
mod identity;
mod python;
mod symbols;

use serde::Serialize;

pub use cxx::{CxxClass, CxxFacts, CxxNames, RuntimeNames};
pub use gpu::{
    CudaCode, CudaCompression, CudaKind, CudaSuffix, CudaTarget, FatbinGroup, GpuCode, HipCode, HipTarget, Place,
};
pub use identity::{Architecture, ByteOrder, ElfType, KnownArchitecture, LibcKind, LibraryRole, Relro, SectionMark};
pub use python::PythonNames;
pub use symbols::{SymbolBinding, SymbolCounts, SymbolFacts, SymbolGroup, SymbolType, VersionNeed};

/// Everything read from one ELF file.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Facts {
    /// `EI_CLASS` (gABI, "ELF Identification"): 32 or 64, the bits of an address.
    pub class: u8,
    /// `EI_DATA` (gABI, "ELF Identification").
    pub byte_order: ByteOrder,
    /// `e_machine` as a number (gABI, "ELF Header"; `EM_…` of `elf.h`).
    pub machine: u16,
    /// `EI_OSABI` as a number (gABI, "ELF Identification"; `ELFOSABI_…` of `elf.h`).
    pub os_abi: u8,
    /// `e_type` (gABI, "ELF Header").
    pub r#type: ElfType,
    /// `e_flags`, whose bits each processor's supplement defines.
    pub flags: u32,
    pub architecture: Architecture,
    pub libc: LibcKind,
    pub role: LibraryRole,
    /// The path in `PT_INTERP` (gABI, "Program Interpreter"), e.g. `/lib64/ld-linux-x86-64.so.2`.
    pub interpreter: Option<String>,
    /// `DT_SONAME` (gABI, "Dynamic Section").
    pub soname: Option<String>,
    /// `DT_NEEDED` (gABI, "Dynamic Section") in table order, duplicates kept.
    pub needed: Vec<String>,
    /// `DT_RPATH` exactly as stored, not split at its colons.
    pub rpath: Option<String>,
    /// `DT_RUNPATH`, the same.
    pub runpath: Option<String>,
    /// In table order.
    pub version_needs: Vec<VersionNeed>,
    /// Versions that this library provides (`SHT_GNU_verdef`, LSB), in table order, the base definition left
    /// out.
    pub version_definitions: Vec<String>,
    pub symbol_counts: SymbolCounts,
    /// Dynamic symbols whose name is on the watch list that the reader was given (policies' forbidden symbols
    /// and the like).
    pub watched_symbols: Vec<SymbolFacts>,
    /// Defined functions by which Python would load this file: `PyInit_*` (PEP 3121, PEP 489),
    /// `PyModExport_*` (PEP 793), `init<stem>` (Python 2), `_cffi_pypyinit_<stem>` (cffi on PyPy).
    pub init_symbols: Vec<String>,
    /// The content of the note `NT_GNU_BUILD_ID` (`elf.h`) in hex, at most 64 bytes of it.
    pub build_id: Option<String>,
    /// The bits of `GNU_PROPERTY_X86_ISA_1_NEEDED` (x86-64 psABI, "Program Property"): 1 baseline, 2 v2, 4
    /// v3, 8 v4. `None`: there is no such property.
    pub isa_needed: Option<u32>,
    /// Whether `PT_GNU_STACK` (LSB, "Program Header") has `PF_X`. `None`: there is no such header.
    pub executable_stack: Option<bool>,
    pub relro: Relro,
    /// `DT_BIND_NOW`, `DF_BIND_NOW` (gABI, "Dynamic Section") or `DF_1_NOW` (`elf.h`).
    pub bind_now: bool,
    /// `DT_TEXTREL` or `DF_TEXTREL` (gABI, "Dynamic Section").
    pub text_relocations: bool,
    /// `DF_STATIC_TLS` (gABI, "Dynamic Section").
    pub static_tls: bool,
    /// The largest `p_align` of a `PT_LOAD` segment (gABI, "Program Header"), in bytes; 0 if there is
    /// none, at most 2^53.
    pub load_alignment: u64,
    /// There is no section of the type `SHT_SYMTAB` (gABI, "Sections").
    pub stripped: bool,
    /// There is a section `.debug_info` or `.zdebug_info` (DWARF).
    pub debug_info: bool,
    /// The distinct strings of the section `.comment` in order: what compilers and linkers say of themselves.
    pub comment: Vec<String>,
    pub sections: SectionFacts,
    /// Sections whose names tell something about the tool chain or about GPU code, in the order of the list,
    /// each once.
    pub section_marks: Vec<SectionMark>,
    pub cxx: Option<CxxFacts>,
    /// Defined symbols with the binding `STB_GNU_UNIQUE` (`elf.h`): one object for the whole process, whoever
    /// loads it.
    pub unique_exports: SymbolGroup,
    pub python: Option<PythonNames>,
    pub gpu: Option<GpuCode>,
    /// File names of shared libraries (`lib….so…`) that stand somewhere in the file as whole strings, other
    /// than the needed ones and its own: what `dlopen` may be given. A hint, not a need. Sorted, at most
    /// [`crate::limits::MENTIONS`].
    pub mentioned_libraries: Vec<String>,
    /// Bytes of thread-local storage for each thread: `p_memsz` of `PT_TLS` (gABI, "Program Header"), the last one;
    /// 0 without one, below 2^53.
    pub tls_size: u64,
    /// The smallest `p_align` of a `PT_LOAD` segment, in bytes; 0 where there is none, below 2^53. glibc before 2.35
    /// wants each to be a multiple of the page size (`elf/dl-load.c`).
    pub smallest_load_alignment: u64,
    /// The largest power of two that divides `p_vaddr - p_offset` of every `PT_LOAD` segment, in bytes: with larger
    /// pages none can be mapped, whatever `p_align` says. 0: they are equal in all, and any page will do.
    pub load_congruence: u64,
}

/// Whether tables can be reached through *section names*. auditwheel finds them only so: a file without
/// section headers hides its symbols and version needs from auditwheel though the loader uses them.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct SectionFacts {
    /// Section headers, the empty first one included.
    pub count: usize,
    /// There is a section named `.dynsym`.
    pub dynamic_symbols: bool,
    /// There is a section named `.gnu.version_r`.
    pub version_needs: bool,
}
