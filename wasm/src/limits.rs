//! Every hard cap in one place. Real libraries stay far below; reaching one gives `library-limit`, never a trap.

/// Output inflated per call of the inflate library. V8 replaces baseline code by optimised code only when a function is
/// entered again, so a window must end often; larger windows leave the processor's cache.
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
/// A section's name is looked at no further; well-known ones have some 20 bytes.
pub const SECTION_NAME_BYTES: usize = 1 << 10;
pub const DYNAMIC_ENTRIES: u64 = 65_536;
pub const SYMBOLS: u64 = 16 << 20;
/// Entries of the version needs or definitions, all providers together; an index has 15 bits.
pub const VERSIONS: usize = 32_768;
/// Relocations that may name symbols; beyond, every undefined symbol counts as asked for.
pub const RELOCATION_BYTES: u64 = 64 << 20;
/// Of larger files relocations are read only if they are at hand: they lie behind the names, among millions that name nothing, and
/// inflating those a second time took a seventh of the time of the largest wheels.
pub const RELOCATED_FILE: u64 = 64 << 20;
/// Names that a library asks for, all together.
pub const LINK_TEXT_BYTES: usize = 64 << 20;
/// Note bytes read per file, and notes.
pub const NOTE_BYTES: u64 = 1 << 20;
pub const COMMENT_BYTES: u64 = 1 << 20;
pub const COMMENTS: usize = 1_000;
pub const WATCHED: usize = 10_000;
pub const INIT_SYMBOLS: usize = 10_000;
/// One name that is passed on, and all names passed on for one file (overlapping strings could otherwise multiply).
pub const NAME_BYTES: usize = 256 << 10;
pub const TEXT_BYTES: usize = 32 << 20;

/// Names kept of a group of symbols, and the longest of them; longer ones are only counted.
pub const GROUP: usize = 20;
pub const GROUP_NAME_BYTES: usize = 4 << 10;
/// Outermost scopes of C++ names passed on, and scopes counted to find the most frequent.
pub const SCOPES: usize = 64;
pub const SCOPES_COUNTED: usize = 4_096;
/// As much of a C++ name is walked; of longer ones the rest is passed by.
pub const CLASSIFIED_BYTES: usize = 64 << 10;
/// The names of all dynamic symbols together may be this many times as long as their string table: linkers let names share
/// their ends, but only a hostile file lets thousands of symbols share one long string.
pub const NAMES_PER_STRINGS: usize = 16;

/// Python's names passed on: imports, exports, local ones; and how many are looked at.
pub const PYTHON_IMPORTS: usize = 4_000;
pub const PYTHON_EXPORTS: usize = 200;
pub const PYTHON_LOCALS: usize = 100;
pub const PYTHON_NAMES: usize = 8_192;
/// A local name is looked at no further; Python's longest has 62 bytes.
pub const PYTHON_NAME_BYTES: usize = 256;
/// Static symbol and string tables up to this size each are read.
pub const STATIC_TABLE_BYTES: u64 = 8 << 20;

/// Longest name that is demangled, and longest result (back references can grow a name without bound).
pub const MANGLED_BYTES: usize = 16 << 10;
pub const DEMANGLED_BYTES: usize = 64 << 10;
/// Names asked about at a time.
pub const NAMES: usize = 1_000;
/// Longest name that is taken apart letter by letter, and names taken apart at a time.
pub const PIECED_BYTES: usize = 2_000;
pub const PIECED_NAMES: usize = 20;
/// Letters of a part that is repeated, with all that it repeats itself written out; and of its words.
pub const REPEATED_BYTES: usize = 1_000;
pub const REPEATED_WORDS: usize = 100;
/// Rows of one page of symbols.
pub const PAGE_ROWS: usize = 5_000;

/// Distinct targets of CUDA entries, distinct sets of them while reading, and sets passed on.
pub const FATBIN_TARGETS: usize = 256;
pub const FATBIN_SETS: usize = 4_096;
pub const FATBIN_GROUPS: usize = 256;
/// CUDA containers whose place is remembered; cuFFT has 24,000.
pub const FATBIN_PLACES: usize = 65_536;
/// Of so many targets one entry is sampled for the toolkit's name: so many stored bytes, and bytes after decompression; and names kept.
pub const SAMPLES: u16 = 16;
pub const SAMPLE_BYTES: u64 = 256 << 10;
pub const SAMPLE_INFLATED: usize = 1 << 20;
pub const TOOLKITS: usize = 16;
/// Sections with GPU code that are distinguished.
pub const GPU_SECTIONS: usize = 32;
/// Entries of one HIP bundle, and distinct targets of all.
pub const BUNDLE_ENTRIES: u64 = 1_024;
pub const HIP_TARGETS: usize = 256;
/// Names of libraries a file mentions: kept while reading, passed on, and bytes of one.
pub const MENTIONED: usize = 2_000;
pub const MENTIONS: usize = 200;
pub const MENTION_BYTES: usize = 128;
