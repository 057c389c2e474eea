//! What a file is: architecture, C library and role, each by rules over what has been read.
use super::constants as elf;
use super::facts::{Architecture, KnownArchitecture, LibcKind, LibraryRole};
use super::file::{File, Header};

/// The platform tag's name for the machine. `arm_arch`: `Tag_CPU_arch`, where the file states it.
pub fn architecture(header: &Header, arm_arch: Option<u64>) -> Architecture {
    let (wide, big) = (header.layout.wide, header.layout.big);
    let known = match (header.machine, wide, big) {
        (elf::EM_386, false, false) => KnownArchitecture::I686,
        (elf::EM_X86_64, true, false) => KnownArchitecture::X86_64,
        (elf::EM_AARCH64, true, false) => KnownArchitecture::Aarch64,
        (elf::EM_PPC64, true, false) => KnownArchitecture::Ppc64le,
        (elf::EM_PPC64, true, true) => KnownArchitecture::Ppc64,
        (elf::EM_S390, true, true) => KnownArchitecture::S390x,
        (elf::EM_RISCV, true, false) => KnownArchitecture::Riscv64,
        (elf::EM_LOONGARCH, true, false) => KnownArchitecture::Loongarch64,
        // PEP 599: armv7l means the hard-float EABI, version 5.
        (elf::EM_ARM, false, false)
            if header.flags & elf::EF_ARM_EABI_MASK == elf::EF_ARM_EABI_VER5
                && header.flags & elf::EF_ARM_ABI_FLOAT_HARD != 0 =>
        {
            if matches!(arm_arch, Some(6..=9)) {
                KnownArchitecture::Armv6l
            } else {
                KnownArchitecture::Armv7l
            }
        }
        _ => return Architecture::Machine(header.machine),
    };
    Architecture::Known(known)
}

/// What tells the C library.
pub struct LibcEvidence<'a> {
    pub interpreter: Option<&'a str>,
    pub needed: &'a [String],
    pub soname: Option<&'a str>,
    /// Provider and version.
    pub needs: Vec<(&'a [u8], &'a [u8])>,
    pub android: bool,
}

/// The surest witness first: interpreter, needed libraries, version needs, the NDK's note, and for the C libraries themselves
/// their own name. A plain `libc.so` is Bionic's when `LIBC` versions or the note say so, else that of a musl tool chain.
pub fn libc(evidence: &LibcEvidence) -> LibcKind {
    if let Some(kind) = evidence.interpreter.and_then(by_interpreter) {
        return kind;
    }
    if let Some(kind) = evidence.needed.iter().find_map(|name| by_library(name)) {
        return kind;
    }
    if evidence.needs.iter().any(|(_, version)| version.starts_with(b"GLIBC_")) {
        return LibcKind::Glibc;
    }
    if evidence.android || evidence.needs.contains(&(b"libc.so", b"LIBC")) {
        return LibcKind::Bionic;
    }
    if evidence.needed.iter().any(|name| name == "libc.so") {
        return LibcKind::Musl;
    }
    evidence.soname.and_then(by_library).unwrap_or(LibcKind::None)
}

fn by_interpreter(path: &str) -> Option<LibcKind> {
    let name = path.rsplit('/').next().unwrap_or(path);
    match name {
        "linker" | "linker64" => Some(LibcKind::Bionic),
        // 32-bit PowerPC and s390, MIPS and others.
        "ld.so.1" => Some(LibcKind::Glibc),
        _ => by_library(name),
    }
}

fn by_library(name: &str) -> Option<LibcKind> {
    if name.starts_with("libc.musl-") || name.starts_with("ld-musl-") {
        return Some(LibcKind::Musl);
    }
    let glibc = name == "libc.so.6" || name.starts_with("ld-linux") || name.starts_with("ld64.so.");
    glibc.then_some(LibcKind::Glibc)
}

/// What decides the role of a file.
pub struct RoleEvidence<'a> {
    pub file: &'a File,
    pub stem: &'a str,
    pub init_symbols: &'a [String],
    pub interpreter: bool,
    pub soname: bool,
    pub flags_1: u64,
}

pub fn role(evidence: &RoleEvidence) -> LibraryRole {
    let header = &evidence.file.header;
    match header.e_type {
        elf::ET_REL => LibraryRole::RelocatableObject,
        elf::ET_DYN if evidence.init_symbols.iter().any(|name| loads(name, evidence.stem)) => {
            LibraryRole::ExtensionModule
        }
        elf::ET_DYN if evidence.flags_1 & elf::DF_1_PIE != 0 => LibraryRole::Executable,
        // Position independent programs of linkers before the flag; libc.so.6 has an interpreter and a name of its own.
        elf::ET_DYN if evidence.interpreter && !evidence.soname && header.entry != 0 => LibraryRole::Executable,
        elf::ET_DYN => LibraryRole::SharedLibrary,
        _ => LibraryRole::Executable,
    }
}

/// Whether a function is how Python would load a module of this file name (PEP 3121, PEP 489, PEP 793; Python 2; cffi).
/// Names that are not ASCII are encoded (PEP 489); for those any such function counts.
fn loads(symbol: &str, stem: &str) -> bool {
    for prefix in ["PyInit_", "PyModExport_", "init", "_cffi_pypyinit_"] {
        if symbol.strip_prefix(prefix) == Some(stem) {
            return true;
        }
    }
    !stem.is_ascii() && (symbol.starts_with("PyInitU_") || symbol.starts_with("PyModExportU_"))
}

/// Whether a defined function is named in `initSymbols`. `init` alone would take half of all C libraries, so Python 2's form
/// counts only with the file's own name.
pub fn is_init_symbol(name: &[u8], stem: &[u8]) -> bool {
    let python3: [&[u8]; 4] = [b"PyInit_", b"PyModExport_", b"PyInitU_", b"PyModExportU_"];
    python3.iter().any(|prefix| name.starts_with(prefix))
        || name.strip_prefix(b"init") == Some(stem)
        || name.strip_prefix(b"_cffi_pypyinit_") == Some(stem)
}

/// The file's name up to its first dot, as Python's import system splits `name.cpython-311-x86_64-linux-gnu.so`.
pub fn stem(path: &str) -> &str {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.split('.').next().unwrap_or(name)
}
