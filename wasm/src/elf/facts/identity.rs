//! What a file is, in closed lists.
use serde::{Serialize, Serializer};

use crate::named::named;

named! {
    /// Byte orders: `ELFDATA2LSB` and `ELFDATA2MSB`.
    pub enum ByteOrder {
        Little = "little",
        Big = "big",
    }
}

named! {
    /// What `e_type` says: `ET_REL`, `ET_EXEC`, `ET_DYN`, `ET_CORE`, or another number.
    pub enum ElfType {
        Relocatable = "relocatable",
        Executable = "executable",
        Shared = "shared",
        Core = "core",
        Other = "other",
    }
}

named! {
    /// Architectures by the names that platform tags have for them. Any other is `machine-N`, N being
    /// `e_machine`.
    pub enum KnownArchitecture {
        X86_64 = "x86_64",
        I686 = "i686",
        Aarch64 = "aarch64",
        /// `EM_ARM` with version 5 of the EABI and hard floats (PEP 599).
        Armv7l = "armv7l",
        /// Distinguished from `armv7l` only if `Tag_CPU_arch` of `.ARM.attributes` says so (ABI for the Arm
        /// Architecture, "Build Attributes").
        Armv6l = "armv6l",
        Ppc64le = "ppc64le",
        Ppc64 = "ppc64",
        S390x = "s390x",
        Riscv64 = "riscv64",
        Loongarch64 = "loongarch64",
    }
}

/// The architecture as a platform tag would name it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Architecture {
    Known(KnownArchitecture),
    /// `e_machine` of one that no platform tag names, or that comes in an unusual class, byte order or ABI.
    /// Published as `machine-N`.
    Machine(u16),
}

impl Serialize for Architecture {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Known(known) => known.serialize(serializer),
            Self::Machine(machine) => serializer.serialize_str(&format!("machine-{machine}")),
        }
    }
}

named! {
    /// The C library that a file was linked for, by its interpreter, needed libraries, version needs and
    /// notes.
    pub enum LibcKind {
        Glibc = "glibc",
        Musl = "musl",
        /// Android's.
        Bionic = "bionic",
        /// Nothing in the file tells: it needs no C library, or an unknown one.
        None = "none",
    }
}

named! {
    /// What a file is for.
    pub enum LibraryRole {
        /// Exports a Python init function that fits its own file name.
        ExtensionModule = "extension-module",
        SharedLibrary = "shared-library",
        /// `ET_EXEC`; or `ET_DYN` with `DF_1_PIE`, or with an interpreter, an entry point and no name of its
        /// own.
        Executable = "executable",
        /// `ET_REL`.
        RelocatableObject = "relocatable-object",
    }
}

named! {
    /// Whether the loader write-protects what it has relocated.
    pub enum Relro {
        /// There is no `PT_GNU_RELRO` (LSB, "Program Header").
        None = "none",
        /// There is one, but functions are bound late, so that their table stays writable.
        Partial = "partial",
        /// There is one, and everything is bound at the start.
        Full = "full",
    }
}

named! {
    /// Section names that tell something about the tool chain or about GPU code; only these are passed on.
    pub enum SectionMark {
        /// Go's linker.
        GoBuildinfo = ".go.buildinfo",
        NoteGoBuildid = ".note.go.buildid",
        /// The linker gold.
        NoteGoldVersion = ".note.gnu.gold-version",
        /// The annobin plugin of Red Hat's compilers.
        BuildAttributes = ".gnu.build.attributes",
        /// Packed relative relocations (`SHT_RELR`, gABI, "Relocation").
        RelrDyn = ".relr.dyn",
        /// CUDA fat binaries (fatbinary.h).
        NvFatbin = ".nv_fatbin",
        /// CUDA fat binaries of relocatable device code.
        NvRelfatbin = "__nv_relfatbin",
        /// What points to CUDA fat binaries.
        NvFatbinSegment = ".nvFatBinSegment",
        /// ROCm's code object bundles.
        HipFatbin = ".hip_fatbin",
        /// What points to ROCm's bundles.
        HipFatbinSegment = ".hipFatBinSegment",
    }
}
