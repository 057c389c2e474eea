//! The closed list of what can be wrong with an entry. The names are those of `src/core/inspect-error.ts`.
use serde::Serialize;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum ErrorId {
    /// The compressed data is not what the archive promised.
    ZipDamaged,
    ChecksumMismatch,
    SizeMismatch,
    /// Not an ELF file, or one whose headers contradict each other.
    LibraryUnreadable,
    /// A table that the headers announce lies beyond the end of the file.
    LibraryTruncated,
    /// A hard cap of [`crate::limits`] was reached.
    LibraryLimit,
    OutOfMemory,
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

    pub fn at(self, offset: u64) -> Self {
        Self { offset: Some(offset), ..self }
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
