/**
 * What a set of wheels amounts to: the wheels of one release side by side, by architecture and C library, and where they differ
 * though they should be alike. Made from reports by `readRelease` (read-release.ts), for the page's release screen and for
 * `wheelscope show` with several files. Plain data; nothing in it keeps a report.
 */
import type { MainFamily } from "../../facts/names/version-name.ts";
import type { FindingId } from "../findings/index.ts";
import type { InspectError } from "../../facts/inspect-error.ts";
import type { LibcKind } from "../../facts/model.ts";
import type { CxxFlavour } from "../readings/readings.ts";
import type { Outcome } from "../verdict/outcome.ts";
import type { Report } from "../report.ts";
import type { Sentence } from "../sentence.ts";
import type { Severity } from "../severity.ts";

/** One of the files dropped or named: a report, or why there is none. */
export type ReleaseInput =
  | { readonly kind: "report"; readonly report: Report }
  | {
      readonly kind: "unread";
      readonly fileName: string;
      /** Null if the file could not even be opened. */
      readonly sizeBytes: number | null;
      readonly error: InspectError;
    };

export interface Release {
  /** By project and version; what is no wheel by its name (bare libraries above all) in a group of its own, the last. */
  readonly groups: readonly ReleaseGroup[];
}

/** Wheels of one version of one project. */
export interface ReleaseGroup {
  /** As the first of the file names spells them; both null in the group of files that are no wheels by their names. */
  readonly project: string | null;
  readonly version: string | null;
  /** By Python tag, system, architecture (x86_64 and aarch64 first), C library, file name. */
  readonly rows: readonly ReleaseRow[];
  /** The wheels with native code for Linux, by C library: glibc, musl, bionic. */
  readonly families: readonly ReleaseFamily[];
  /** Warnings first. Empty in the group of files that are no wheels. */
  readonly differences: readonly Difference[];
}

/** One file. */
export interface ReleaseRow {
  /** Where it stands in the input. */
  readonly index: number;
  readonly fileName: string;
  /** As the file name spells them; both null if it is no wheel's name. */
  readonly project: string | null;
  readonly version: string | null;
  /** Bytes; null: not known. */
  readonly sizeBytes: number | null;
  /** `Linux`, `Android`, `macOS`, `Windows`, …; `any` for pure Python; null: the name does not tell. */
  readonly system: string | null;
  /** That of the report, else what the platform tags say (`arm64` on macOS, `amd64` on Windows); null: none, or they differ. */
  readonly architecture: string | null;
  /** C library of the report; null: not judged. */
  readonly libc: LibcKind | null;
  readonly pythonTags: readonly string[];
  readonly abiTags: readonly string[];
  readonly platformTags: readonly string[];
  /** Label of a wheel variant; null: none. */
  readonly variant: string | null;
  /** Python and ABI in one short word: `cp312`, `cp313t`, `cp38-abi3`, `py3`; empty if it is not named as a wheel is. */
  readonly python: string;
  readonly outcome: Outcome | "unread";
  /** The report's headline, or what went wrong. */
  readonly headline: Sentence;
  readonly bestTag: string | null;
  /** glibc needed exactly, e.g. `2.29`; null for musl, or none needed. */
  readonly glibcFloor: string | null;
  /** What it needs from the system at most: GLIBC, GLIBCXX, CXXABI, GCC, in this order; a family that is not needed is left out. */
  readonly maxima: readonly ReleaseMaximum[];
  /** `std::string` ABIs of its libraries, without `none`: new, old, both, libc++. */
  readonly stringAbis: readonly CxxFlavour[];
  /** CUDA majors implied, ascending; several: a mixture. */
  readonly cudaMajors: readonly number[];
  /** ROCm targets (`gfx942`), sorted; `ROCm` alone if none of the targets can be read. */
  readonly rocm: readonly string[];
  /** Findings by severity. */
  readonly counts: Readonly<Record<Severity, number>>;
  /** Worst first. */
  readonly findings: readonly RowFinding[];
  readonly error: InspectError | null;
}

export interface RowFinding {
  readonly id: FindingId;
  readonly severity: Severity;
}

/** The highest version of one family that a wheel needs from the system, and who needs it. */
export interface ReleaseMaximum {
  readonly family: MainFamily;
  /** `GLIBC_2.34`. */
  readonly version: string;
  /** `2.34`. */
  readonly number: string;
  /** The oldest policy of its architecture that has this version, e.g. `manylinux_2_17`; null: none has, or none says. */
  readonly policy: string | null;
  /** Path of the library that asks, the most telling one. */
  readonly library: string;
  /** Symbol that asks for it; null: none is known. */
  readonly symbol: string | null;
  /** `index` of the wheel. */
  readonly row: number;
}

/** Wheels for one C library: one column an architecture, one line a policy. */
export interface ReleaseFamily {
  readonly libc: "glibc" | "musl" | "bionic";
  readonly columns: readonly ArchitectureColumn[];
  /** Oldest policy first. */
  readonly policies: readonly PolicyLine[];
}

export interface ArchitectureColumn {
  readonly architecture: string;
  /** `index` of the wheels, in the order of the rows. */
  readonly rows: readonly number[];
  /** The highest of all its wheels, with the wheel that asks. */
  readonly maxima: readonly ReleaseMaximum[];
  /** The highest glibc floor; null: none. */
  readonly glibcFloor: string | null;
  readonly stringAbis: readonly CxxFlavour[];
  readonly cudaMajors: readonly number[];
  readonly rocm: readonly string[];
}

export interface PolicyLine {
  /** Without architecture: `manylinux_2_17`. */
  readonly policy: string;
  /** `manylinux2014`. */
  readonly aliases: readonly string[];
  /** One for each column of the family. */
  readonly cells: readonly PolicyCell[];
}

export interface PolicyCell {
  /** `undefined`: the policy does not know this architecture. A wheel that could not be read whole never counts as fitting. */
  readonly state: "all" | "some" | "none" | "undefined";
  /** `index` of the wheels that do not fit. */
  readonly limiting: readonly number[];
  /** `index` of the wheels whose file name claims this policy. */
  readonly claiming: readonly number[];
}

/** A column of the table of rows that can be marked. */
export type RowField = MainFamily | "claim" | "string-abi" | "gpu" | "findings";

/** Something in which wheels of one release differ. Not every difference is a fault. */
export interface Difference {
  readonly kind: "version" | "string-abi" | "gpu" | "finding" | "claim" | "python-missing";
  /** A warning where it has consequences that the file names do not tell. */
  readonly severity: "warning" | "info";
  readonly sentence: Sentence;
  /** For `version`: which. */
  readonly family: MainFamily | null;
  /** For `finding`: which. */
  readonly finding: FindingId | null;
  /** `index` of the wheels that stand out. Empty for what is not there. */
  readonly rows: readonly number[];
  /** The cells to mark. */
  readonly marks: readonly Mark[];
}

export interface Mark {
  /** `index` of the wheel. */
  readonly row: number;
  readonly field: RowField;
}
