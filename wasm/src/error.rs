//! What can be wrong with an entry, and where.
use serde::Serialize;

use crate::named::named;

named! {
    /// What can be wrong with an entry; `InspectErrorId` of the page has these among its own.
    pub enum ErrorId {
        /// The compressed data is not what the archive promised.
        ZipDamaged = "zip-damaged",
        ChecksumMismatch = "checksum-mismatch",
        SizeMismatch = "size-mismatch",
        /// Not an ELF file, or one whose headers contradict each other.
        LibraryUnreadable = "library-unreadable",
        /// A table that the headers announce lies beyond the end of the file.
        LibraryTruncated = "library-truncated",
        /// A hard cap of `limits.rs` was reached.
        LibraryLimit = "library-limit",
        OutOfMemory = "out-of-memory",
    }
}

/// What went wrong, and where. `offset` counts bytes of the inflated file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Error {
    pub id: ErrorId,
    pub detail: String,
    pub offset: Option<u64>,
}

impl Error {
    pub fn new(id: ErrorId, detail: impl Into<String>) -> Self {
        Self { id, detail: detail.into(), offset: None }
    }

    #[must_use]
    pub fn at(self, offset: u64) -> Self {
        // Hostile headers speak of places that no file has; beyond 2^53 a JSON number would lose digits.
        Self { offset: (offset < 1 << 53).then_some(offset), ..self }
    }

    pub fn unreadable(detail: impl Into<String>) -> Self {
        Self::new(ErrorId::LibraryUnreadable, detail)
    }

    pub fn truncated(detail: impl Into<String>) -> Self {
        Self::new(ErrorId::LibraryTruncated, detail)
    }

    pub fn limit(detail: impl Into<String>) -> Self {
        Self::new(ErrorId::LibraryLimit, detail)
    }
}
