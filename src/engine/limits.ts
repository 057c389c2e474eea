/**
 * Every limit of the engine in one place. They keep a hostile archive from costing more than its size justifies; no
 * wheel on PyPI (files up to 1 GiB, 15,632 entries seen) comes near them.
 */
const KiB = 1024;
const MiB = 1024 * KiB;
const GiB = 1024 * MiB;

export const limits = {
  /** A whole file; larger: `too-large`. */
  fileBytes: 8 * GiB,
  /** Files in one archive; more: `too-many-entries`. */
  entries: 200_000,
  /** The zip directory is held in memory while it is parsed; larger: `too-large`. */
  directoryBytes: 128 * MiB,
  /** One library, inflated; larger: `entry-too-large`. */
  libraryBytes: 2 * GiB,
  /** `METADATA` and `WHEEL`, inflated. */
  metadataBytes: 16 * MiB,
  /** `RECORD`, inflated: 200,000 rows of some 300 bytes. */
  recordBytes: 64 * MiB,
  /** PyPI refuses an archive that unpacks to more than this and to more than 50 times its size. */
  unpackedFreeBytes: 64 * MiB,
  unpackedRatio: 50,
  /** We refuse one that claims more than both of these: `compression-bomb`. */
  bombBytes: GiB,
  bombRatio: 200,
  /** Archive problems kept of each kind, and RECORD problems kept in all; the rest is only counted. */
  problemsOfAKind: 20,
  recordProblems: 200,
  /** Entries with at least this many compressed bytes are read on their own, smaller neighbours together. */
  ownJobBytes: MiB,
  /** One read of neighbouring entries. */
  batchBytes: 4 * MiB,
  batchEntries: 4096,
  /** A large library is read in pieces of this size, so many ahead of the decoder. */
  pieceBytes: 1 * MiB,
  piecesAhead: 2,
  /** The first read of a large entry: more than the longest local header (128 KiB), so that its first bytes are there too. */
  headBytes: 192 * KiB,
  /** Names asked about at a time, and bytes of one; demanglers give up beyond. */
  names: 1000,
  nameBytes: 16 * KiB,
  /** Names taken apart at a time; the reader takes none apart that has more than 2,000 bytes. */
  piecedNames: 20,
  /** Workers that may be lost in one inspection before it is given up. */
  crashes: 24,
} as const;
