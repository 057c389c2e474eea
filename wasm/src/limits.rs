//! Every hard cap in one place. Real libraries stay far below; reaching one gives `library-limit`, never a trap.

/// Output inflated per call of the inflate library. V8 replaces baseline code by optimised code only when a function is
/// entered anew, so a window must end often; larger windows leave the processor's cache.
pub const WINDOW: usize = 256 << 10;
/// Files up to this size are kept whole: no checkpoints, nothing inflated twice.
pub const KEPT_WHOLE: u64 = 16 << 20;
/// Of larger files, this much is kept from the start ...
pub const HEAD: u64 = 6 << 20;
/// ... and this much before the end, where section headers and the tables moved by patchelf lie.
pub const TAIL: u64 = 4 << 20;
/// Distance of inflate checkpoints in output bytes; doubled whenever there would be more than [`CHECKPOINTS`].
pub const CHECKPOINT_EVERY: u64 = 4 << 20;
pub const CHECKPOINTS: usize = 256;

/// Bytes kept of one file, all ranges together.
pub const KEPT_BYTES: u64 = 512 << 20;
/// How often reading may find that it needs something more before the file is given up.
pub const ROUNDS: usize = 64;
/// Two wanted ranges with a smaller gap are fetched as one.
pub const MERGE_GAP: u64 = 4 << 10;

pub const PROGRAM_HEADERS: u64 = 65_536;
pub const SECTION_HEADERS: u64 = 262_144;
pub const DYNAMIC_ENTRIES: u64 = 65_536;
pub const SYMBOLS: u64 = 16 << 20;
/// Entries of the version needs or definitions, all providers together; an index has 15 bits.
pub const VERSIONS: usize = 32_768;
/// Note bytes read per file, and notes.
pub const NOTE_BYTES: u64 = 1 << 20;
pub const COMMENT_BYTES: u64 = 1 << 20;
pub const COMMENTS: usize = 1_000;
pub const WATCHED: usize = 10_000;
pub const INIT_SYMBOLS: usize = 10_000;
/// One name that is passed on, and all names passed on for one file (overlapping strings could otherwise multiply).
pub const NAME_BYTES: usize = 256 << 10;
pub const TEXT_BYTES: usize = 32 << 20;

/// Longest name that is demangled, and longest result (back references can grow a name without bound).
pub const MANGLED_BYTES: usize = 16 << 10;
pub const DEMANGLED_BYTES: usize = 64 << 10;
/// Rows of one page of symbols.
pub const PAGE_ROWS: usize = 5_000;

/// Distinct targets of CUDA entries, distinct sets of them while reading, and sets passed on.
pub const FATBIN_TARGETS: usize = 256;
pub const FATBIN_SETS: usize = 4_096;
pub const FATBIN_GROUPS: usize = 256;
/// CUDA containers whose place is remembered; cuFFT has 24,000.
pub const FATBIN_PLACES: usize = 65_536;
/// Sections with GPU code that are told apart.
pub const GPU_SECTIONS: usize = 32;
/// Entries of one HIP bundle, and distinct targets of all.
pub const BUNDLE_ENTRIES: u64 = 1_024;
pub const HIP_TARGETS: usize = 256;
/// Names of libraries a file mentions: kept while reading, passed on, and bytes of one.
pub const MENTIONED: usize = 2_000;
pub const MENTIONS: usize = 200;
pub const MENTION_BYTES: usize = 128;
