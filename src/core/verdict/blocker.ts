/** Why a policy does not admit the wheel. */
export type Blocker =
  | {
      readonly kind: "symbol-version";
      readonly version: string;
      readonly from: string;
      readonly in: string;
      readonly symbols: readonly string[];
      readonly symbolCount: number;
    }
  | { readonly kind: "library"; readonly needed: string; readonly in: string }
  | { readonly kind: "forbidden-symbol"; readonly symbol: string; readonly from: string; readonly in: string }
  | { readonly kind: "isa"; readonly level: string; readonly in: string }
  | { readonly kind: "pyfpe" | "ucs2"; readonly symbol: string; readonly in: string };

export interface LadderStep {
  /** Full tag, e.g. `manylinux_2_28_x86_64`; the last step is `linux_x86_64`, which admits everything. */
  readonly tag: string;
  /** Older names, e.g. `manylinux2014_x86_64`. */
  readonly aliases: readonly string[];
  /**
   * Nothing stands in the way. In a report that is our own judgement, which sets aside what others bring; in the judgement of
   * auditwheel's rules it is theirs.
   */
  readonly fits: boolean;
  /** The file name claims exactly this tag (or an alias of it). */
  readonly claimed: boolean;
  /** The oldest step that fits. */
  readonly best: boolean;
  /** What stands in the way, then what is set aside. Empty when there is neither. */
  readonly blockers: readonly Blocker[];
  /** How many of the blockers, the last ones, are set aside (own-blockers.ts). Only in a report. */
  readonly setAside?: number;
}

/** What the verdict would be without one blocking file. */
export interface WithoutFile {
  readonly path: string;
  readonly bestTag: string;
}
