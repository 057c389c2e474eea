/** Distributions, cloud images and the like: what each brings that a wheel may need. Filled by src/data/systems.ts. */

export interface SystemsKnowledge {
  /** ISO date of the tables; a row may have its own. */
  readonly date: string;
  /** In the order in which they are shown: by family, newest first. */
  readonly systems: readonly KnownSystem[];
}

export interface KnownSystem {
  /** Kebab-case, e.g. `ubuntu-22.04`. */
  readonly id: string;
  readonly name: string;
  /** `ubuntu`, `debian`, `rhel` (and what is built from its sources), `fedora`, `amazon`, `suse`, `alpine`, `other`, `image`. */
  readonly family: string;
  readonly kind: "distribution" | "image";
  readonly libc: "glibc" | "musl";
  /** Release of the C library: `[2, 35]`. Of musl at least major and minor. */
  readonly release: readonly number[];
  /** The same as text, e.g. `musl 1.2.5`. */
  readonly libcText: string;
  /**
   * Highest versions of `GLIBC`, `GLIBCXX`, `CXXABI` and `GCC` (libgcc) provided. `GLIBCXX` and `CXXABI` are not there where the
   * system's libstdc++ is not known, `GLIBC` not for musl.
   */
  readonly limits: ReadonlyMap<string, readonly number[]>;
  /** Architecture → limits that differ there. */
  readonly exceptions: ReadonlyMap<string, ReadonlyMap<string, readonly number[]>>;
  /** Versions without a number, provided though the glibc release is older than they are (backports). */
  readonly markers: readonly string[];
  readonly architectures: readonly string[];
  /** Whose libstdc++ is meant where this system's own was not measured, e.g. `openSUSE Leap 15.6`; null: measured. */
  readonly takenFrom: string | null;
  /** Why `release` is only the least to be expected, as a clause; null: it is what the system has. */
  readonly open: string | null;
  /** Libraries that policies promise and that are not installed there unless somebody asks for them. */
  readonly lacks: readonly string[];
  /** Architecture → bytes of a page of its usual kernel, where that is not what the architecture's kernels mostly have. */
  readonly pages: ReadonlyMap<string, number>;
  /** ISO date of what is said here. Of a rolling release that is the day it was looked at. */
  readonly asOf: string;
  /** ISO dates; null: rolling, or not known. */
  readonly endOfLife: string | null;
  readonly extendedEndOfLife: string | null;
}
