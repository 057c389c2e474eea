//! GPU code inside a library.
use serde::Serialize;

use crate::named::named;

/// `None` in [`super::Facts`] if there is no GPU code of either kind.
#[derive(Debug, Serialize)]
pub struct GpuCode {
    pub cuda: Option<CudaCode>,
    pub hip: Option<HipCode>,
}

/// Everything in CUDA fat binaries (fatbinary.h), wherever in the file they lie.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct CudaCode {
    /// Containers that walk cleanly from header to end.
    pub containers: usize,
    /// Their bytes in the file, headers included.
    pub bytes: u64,
    /// Places that begin like a container and do not walk cleanly.
    pub damaged: usize,
    /// Where containers lie, most bytes first; at most [`crate::limits::GPU_SECTIONS`].
    pub places: Vec<Place>,
    /// What the entries are for, each distinct target once: SASS first, then PTX, then others, by
    /// architecture and suffix.
    pub targets: Vec<CudaTarget>,
    /// Containers by the set of their targets, most frequent first; at most [`crate::limits::FATBIN_GROUPS`].
    pub groups: Vec<FatbinGroup>,
    /// Containers whose set is not among `groups`.
    pub more_containers: usize,
    /// Toolkits named inside of entries that could be read, e.g. `13.0.88`; sorted, at most
    /// [`crate::limits::TOOLKITS`].
    pub toolkits: Vec<String>,
}

/// The containers of one section.
#[derive(Debug, Serialize)]
pub struct Place {
    /// The section's name; `None`: outside of every section.
    pub section: Option<String>,
    pub containers: usize,
    /// In the file, headers included.
    pub bytes: u64,
}

named! {
    /// What an entry of a CUDA container is.
    pub enum CudaKind {
        /// A cubin: machine code for one architecture.
        Sass = "sass",
        /// Text that the driver compiles.
        Ptx = "ptx",
        /// NVVM IR, for linking at run time.
        LtoIr = "lto-ir",
        Other = "other",
    }
}

named! {
    /// What may follow the number of a CUDA architecture: nothing, `a` (this architecture only), or `f` (its
    /// family).
    pub enum CudaSuffix {
        None = "",
        Arch = "a",
        Family = "f",
    }
}

named! {
    /// How the payload of CUDA entries is compressed.
    pub enum CudaCompression {
        None = "none",
        Lz4 = "lz4",
        Zstd = "zstd",
        /// Marked as compressed, but by neither.
        Other = "other",
        /// Entries with one target differ.
        Mixed = "mixed",
    }
}

/// The entries with one target, added up.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct CudaTarget {
    pub kind: CudaKind,
    /// The kind's number in the entry's header: 1 PTX, 2 cubin, 8 NVVM IR.
    pub kind_number: u16,
    /// Compute capability as one number: 75, 90, 120.
    pub arch: u32,
    pub suffix: CudaSuffix,
    /// PTX ISA version, e.g. `9.0`; `None` for other kinds.
    pub ptx_isa: Option<String>,
    pub entries: usize,
    /// Stored bytes of the payloads.
    pub bytes: u64,
    /// Bytes after decompression.
    pub inflated_bytes: u64,
    pub compression: CudaCompression,
}

/// The containers that have code for the same set of targets.
#[derive(Debug, Serialize)]
pub struct FatbinGroup {
    /// Indexes into [`CudaCode::targets`], ascending.
    pub targets: Vec<usize>,
    pub containers: usize,
    /// In the file, headers included.
    pub bytes: u64,
}

/// Code object bundles of ROCm (Clang Offload Bundler).
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct HipCode {
    pub bundles: usize,
    /// Bundles compressed as a whole (`CCOB`), whose targets are not read.
    pub compressed_bundles: usize,
    /// In the file, headers included, compressed bundles too.
    pub bytes: u64,
    /// Sorted by name.
    pub targets: Vec<HipTarget>,
}

/// Code for one target in all bundles.
#[derive(Debug, Serialize)]
pub struct HipTarget {
    /// The target's id without its triple, e.g. `gfx90a:xnack-`.
    pub target: String,
    pub entries: usize,
    pub bytes: u64,
}
