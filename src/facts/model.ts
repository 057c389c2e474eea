/**
 * The nouns of Wheelscope. Read this file first.
 *
 * Facts (`WheelFacts`, `LibraryFacts`, `ElfFacts`) are what the bytes say; the engine makes them, nothing in them is an
 * opinion. A `Report` (core/report.ts) is what today's knowledge makes of the facts. Everything here is plain JSON data, so a
 * report can be saved, sent in a link and judged again.
 *
 * These are the types. What each field means is written where it is described: elf.ts, cxx.ts, gpu.ts, python.ts, wheel.ts.
 */
import type { Of } from "./describe.ts";
import type { elf, symbol, versionNeed } from "./elf.ts";
import type { links } from "./links.ts";
import type {
  ARCHIVE_PROBLEM_KINDS,
  archiveProblem,
  distInfo,
  library,
  recordProblem,
  wheel,
} from "./wheel.ts";

export type { WheelName } from "./names/wheel-name.ts";

/** What the engine found in one file: a wheel, or a bare library. */
export interface WheelFacts extends Of<typeof wheel> {}

/** One native file of the wheel: facts, or the reason why there are none. */
export interface LibraryFacts extends Of<typeof library> {}

/** Everything read from one ELF file. Offsets and sizes are in bytes. */
export interface ElfFacts extends Of<typeof elf> {}

/** One version that a library needs from one provider (an entry of `SHT_GNU_verneed`, gABI / LSB symbol versioning). */
export interface VersionNeed extends Of<typeof versionNeed> {}

/** One dynamic symbol. */
export interface SymbolFacts extends Of<typeof symbol> {}

/**
 * Architecture names as the platform tags spell them. `armv6l` is distinguished from `armv7l` only if `.ARM.attributes` says so. Anything
 * else is `machine-N`, N being `e_machine`.
 */
export type Architecture = ElfFacts["architecture"];

/** Which C library a file was linked for, read from its interpreter, needed libraries, version needs and notes. */
export type LibcKind = ElfFacts["libc"];

/** What a library is for. An `extension-module` exports a Python init function fitting its own file name. */
export type LibraryRole = ElfFacts["role"];

/** What a library asks of other files by the names of its symbols. */
export interface LinkFacts extends Of<typeof links> {}

/** What `*.dist-info/METADATA` and `WHEEL` say. */
export interface DistInfoFacts extends Of<typeof distInfo> {}

/** Where `RECORD` and the archive differ. */
export type RecordProblem = Of<typeof recordProblem>;

/** Something odd about the archive that does not stop us from reading it; including what PyPI refuses. */
export interface ArchiveProblem extends Of<typeof archiveProblem> {}

export type ArchiveProblemKind = (typeof ARCHIVE_PROBLEM_KINDS)[number];
