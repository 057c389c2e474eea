/**
 * The report: what today's knowledge makes of the facts. Made by `assess` (assess.ts), read by the page, the command line
 * and the JSON writer. Plain data throughout.
 */
import type {
  Architecture,
  ElfFacts,
  LibcKind,
  LibraryFacts,
  SymbolFacts,
  WheelFacts,
} from "../facts/model.ts";
import type { FindingId } from "./findings.ts";
import type {
  Accelerators,
  CxxReading,
  GpuReading,
  PythonReading,
  SystemRow,
  ToolchainReading,
  WheelGpu,
  WheelPython,
} from "./readings/readings.ts";

/** A sentence as parts, so that the page renders elements and the terminal colours; never markup. */
export type SentencePart =
  string | { readonly kind: "tag" | "library" | "symbol" | "version" | "code"; readonly text: string };
export type Sentence = readonly SentencePart[];

export type Severity = "error" | "warning" | "info" | "good";

/** One piece of evidence. Fields that do not apply are absent. */
export interface Evidence {
  /** Path of the library inside the wheel. */
  readonly in?: string;
  readonly symbol?: string;
  readonly version?: string;
  /** The provider: the needed library a version or symbol is asked of. */
  readonly from?: string;
  /** Anything else, in words. */
  readonly note?: string;
}

export interface Finding {
  readonly id: FindingId;
  readonly severity: Severity;
  readonly sentence: Sentence;
  /** What to do about it, one paragraph each. Empty for good news. */
  readonly advice: readonly Sentence[];
  /** Paths of the libraries concerned; empty when it is about the wheel. */
  readonly libraries: readonly string[];
  /** At most `evidenceLimit` pieces, most telling first. */
  readonly evidence: readonly Evidence[];
  readonly evidenceTotal: number;
}

/** How a needed library is satisfied. */
export type Linkage =
  | { readonly needed: string; readonly kind: "in-wheel"; readonly path: string; readonly via: string }
  /** In the wheel, but no search path of this file reaches it: whether it loads depends on who loaded it first. */
  | { readonly needed: string; readonly kind: "in-wheel-unreachable"; readonly path: string }
  | { readonly needed: string; readonly kind: "allowed" }
  | { readonly needed: string; readonly kind: "loader" }
  | { readonly needed: string; readonly kind: "libpython" }
  /**
   * RPATH leaves the wheel but stays in site-packages. `via` is the directory, e.g. `nvidia/cublas/lib`. `package` is set where
   * no search path leads there, but `Requires-Dist` names a package known to bring the library: importing it first loads it.
   */
  | { readonly needed: string; readonly kind: "other-wheel"; readonly via: string; readonly package?: string }
  /** Comes with the GPU driver (libcuda.so.1, libnvidia-ml.so.1). */
  | { readonly needed: string; readonly kind: "driver" }
  | { readonly needed: string; readonly kind: "missing" };

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

export interface LibraryReport {
  readonly facts: LibraryFacts;
  /** The oldest policy this library fits on its own (symbol versions, libraries, forbidden symbols); null: none or not judged. */
  readonly fits: string | null;
  /** By family, GLIBC, GLIBCXX, CXXABI, GCC first, then others by name. */
  readonly maxima: readonly FamilyMaximum[];
  readonly linkage: readonly Linkage[];
  /** Ids of the findings that name this library. */
  readonly findings: readonly FindingId[];
  /** The worst severity among them. */
  readonly severity: Severity | null;
  /** Null in these four where the library could not be read or has nothing of the kind. */
  readonly cxx: CxxReading | null;
  readonly toolchain: ToolchainReading | null;
  readonly gpu: GpuReading | null;
  readonly python: PythonReading | null;
}

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
   * Nothing stands in the way. In a report that is our own reading, which sets aside what others bring; in the judgement of
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

/** The auditwheel verdict: `auditwheel show --json --ldpaths ""`, or the refusal it would give. */
export type AuditwheelVerdict =
  | {
      readonly kind: "platform";
      readonly overallTag: string;
      readonly symTag: string;
      readonly pyfpe: boolean;
      readonly ucs2: boolean;
      readonly unsupportedIsa: boolean;
      /** Provider → versions, both sorted as auditwheel sorts. */
      readonly versionedSymbols: Readonly<Record<string, readonly string[]>>;
      readonly externalLibs: readonly string[];
      /** Per better policy (full tag). */
      readonly policyUpgrades: Readonly<
        Record<
          string,
          {
            readonly libsToEliminate: readonly string[];
            readonly blacklistedSymbols: Readonly<Record<string, readonly string[]>>;
          }
        >
      >;
    }
  | {
      readonly kind: "refused";
      /** Which of auditwheel's errors; kebab-case names of our own. */
      readonly reason:
        | "not-a-wheel-name"
        | "no-dist-info"
        | "several-dist-info"
        | "record-missing"
        | "record-file-missing"
        | "purelib"
        | "pure"
        | "no-elf"
        | "other-architecture"
        | "other-libc"
        | "unknown-architecture"
        | "libc-unknown"
        | "libc-contradiction"
        | "isa-unknown"
        | "android-tags"
        | "needed-not-elf"
        | "not-linux"
        | "too-entangled"
        | "unreadable";
      readonly sentence: Sentence;
      readonly files: readonly string[];
    };

export type Outcome =
  /** Fits the tag the file name claims. */
  | "complies"
  /** Does not. */
  | "fails"
  /** Nothing claimed (a bare library, a plain `linux_*` tag): we say what it fits. */
  | "no-claim"
  /** A pure-Python wheel without native code. */
  | "pure"
  /** Tagged for a platform but holds no native code. */
  | "nothing-native"
  /** A macOS or Windows wheel. */
  | "not-linux"
  /** Some libraries could not be read, or auditwheel's rules give no answer: never a pass. */
  | "unknown";

export interface Verdict {
  readonly outcome: Outcome;
  /** One sentence a packager can paste into an issue. */
  readonly headline: Sentence;
  /** A second one: the best tag, what else is good to know. May be empty. */
  readonly second: Sentence;
  /** The platform tags of the file name. */
  readonly claimed: readonly string[];
  /** The best tag it could honestly carry, by the policies known; null where there is none. */
  readonly bestTag: string | null;
  /** glibc needed exactly, e.g. `2.29`, even where no policy of that number exists; null for musl, or none needed. */
  readonly glibcFloor: string | null;
}

/** What the verdict would be without one blocking file. */
export interface WithoutFile {
  readonly path: string;
  readonly bestTag: string;
}

export interface Report {
  readonly facts: WheelFacts;
  readonly verdict: Verdict;
  readonly auditwheel: AuditwheelVerdict;
  /** The architecture and C library judged; null where unknown. */
  readonly architecture: Architecture | null;
  readonly libc: LibcKind | null;
  /** All policies of the libc and architecture, oldest first, `linux_*` last. Empty when nothing could be judged. */
  readonly ladder: readonly LadderStep[];
  /** Worst first, then by id. */
  readonly findings: readonly Finding[];
  /** In the order of the facts. */
  readonly libraries: readonly LibraryReport[];
  readonly withoutFile: readonly WithoutFile[];
  /** GPU code of all libraries; null where there is none. */
  readonly gpu: WheelGpu | null;
  /** CUDA, ROCm and oneAPI libraries; null where nothing speaks of any. */
  readonly accelerators: Accelerators | null;
  readonly python: WheelPython | null;
  /** Distributions and images, those of the wheel's C library first, by family and age. Empty where there is nothing to judge. */
  readonly systems: readonly SystemRow[];
  /** Date of the policies used, ISO. */
  readonly policyDate: string;
}

export type { ElfFacts, SymbolFacts };
