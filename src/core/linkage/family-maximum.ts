/** The highest version of one family a library needs, and who asks. `version` null: none needed. */
export interface FamilyMaximum {
  /** `GLIBC`, `GLIBCXX`, `CXXABI`, `GCC`, or another prefix. */
  readonly family: string;
  /** Full version name, e.g. `GLIBC_2.34`. */
  readonly version: string;
  readonly from: string;
  readonly symbols: readonly string[];
  readonly symbolCount: number;
}
