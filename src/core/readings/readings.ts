/**
 * What is made of the code facts (code-facts.ts): which C++ ABI, which toolchain, which GPUs, which Python, which systems. Part of
 * the report (report.ts). Where something is inferred and not stated by the file, it says so (`likely`) and keeps its evidence.
 */
import type { Evidence } from "../evidence.ts";
import type { Sentence } from "../sentence.ts";

/** The `std::string` ABI of a library. `none`: no name that would tell. */
export type CxxFlavour = "new" | "old" | "both" | "libc++" | "none";

export interface CxxReading {
  readonly flavour: CxxFlavour;
  /** What decided: what it needs from libstdc++, its own interface, what it needs from other libraries, nothing. */
  readonly basis: "runtime-imports" | "own-interface" | "other-imports" | "nothing";
  /** The flavour of each side, for "both" above all: what the code was compiled against, and what it offers to others. */
  readonly imports: CxxFlavour;
  readonly own: CxxFlavour;
  readonly runtime: CxxRuntime;
  /** One sentence, e.g. "Uses the new std::string ABI: 56 imports from libstdc++." */
  readonly sentence: Sentence;
  /** The symbols that decided, then what was set aside and why (`note`). */
  readonly evidence: readonly Evidence[];
}

/** Where a library's C++ runtime comes from. */
export interface CxxRuntime {
  /**
   * `system`: libstdc++.so.6 of the system. `bundled`: a copy in the wheel. `hybrid`: the system's, and newer parts linked in
   * (Red Hat's toolsets). `static`: linked in whole. `libc++`: another library's names, linked in or bundled. `none`: no C++ runtime.
   */
  readonly kind: "system" | "bundled" | "hybrid" | "static" | "libc++" | "none";
  /** The copy in the wheel. */
  readonly path: string | null;
  readonly evidence: readonly Evidence[];
}

/** One tool that left its mark. */
export interface Tool {
  readonly kind: "compiler" | "linker" | "language" | "other";
  /** `GCC`, `Clang`, `rustc`, `Go`, `Zig`, `nvcc`, `gfortran`, `LLD`, `mold`, `gold`, … */
  readonly name: string;
  readonly version: string | null;
  /** Who packaged it, e.g. `gcc-toolset-14 (Red Hat)`, `Debian 12`, `Ubuntu 22.04`. */
  readonly packaging: string | null;
  /** True if the mark can have other causes. */
  readonly likely: boolean;
  /** The string, section or symbol that says so. */
  readonly evidence: string;
}

export interface ToolchainReading {
  readonly tools: readonly Tool[];
  /** The build image the marks fit, e.g. `manylinux2014`; always an inference. */
  readonly image: { readonly name: string; readonly evidence: readonly string[] } | null;
  /** One line, e.g. "GCC 14.2.1 (gcc-toolset-14), likely manylinux_2_28". Empty if nothing is known. */
  readonly sentence: Sentence;
}

/**
 * How a GPU runs the code of one library or of the whole wheel. Containers that are plainly for other GPUs are left out of its
 * numbers: variants for one architecture, and all that a library picks from when no GPU has code in every container of it.
 */
export type GpuCoverage =
  /** Every container has machine code for it. */
  | "native"
  /** Every container has machine code or PTX that its driver compiles; at least one needs PTX. */
  | "ptx"
  /** Some containers have neither. */
  | "partly"
  | "none";

export interface GpuDevice {
  /** Compute capability as one number: 75. */
  readonly sm: number;
  /** `Turing`. */
  readonly generation: string;
  /** `T4, RTX 2080`. */
  readonly examples: string;
}

export interface DeviceCoverage {
  readonly sm: number;
  readonly coverage: GpuCoverage;
  /** Containers with machine code that runs, with PTX only, with neither. */
  readonly native: number;
  readonly ptx: number;
  readonly missing: number;
  /** What serves it, e.g. `sm_80`, `sm_90a`, `compute_90`; most containers first. */
  readonly by: readonly string[];
}

/** What one target costs. */
export interface TargetSize {
  /** `sm_90a`, `compute_120`, `sm_80 LTO-IR`, `kind 16 for sm_100`, `gfx942`. */
  readonly target: string;
  readonly entries: number;
  readonly containers: number;
  readonly bytes: number;
  /** Share of all bytes of GPU code of the library. 0 to 1. */
  readonly share: number;
}

/** GPU code of one library. */
export interface GpuReading {
  /** For each device of `Report.gpu.devices`, in that order. Empty without CUDA code. */
  readonly coverage: readonly DeviceCoverage[];
  readonly sizes: readonly TargetSize[];
  /** Highest PTX ISA and the CUDA release that brought it; null without PTX. */
  readonly ptx: { readonly isa: string; readonly cuda: string | null } | null;
  /** ROCm targets. */
  readonly gfx: readonly string[];
  readonly sentence: Sentence;
}

/** The wheel's GPU code as a whole: the weakest of its libraries. Null in a report without GPU code. */
export interface WheelGpu {
  /** Columns of the matrix, oldest first: all generations that anything in the wheel names, and the newer ones known. */
  readonly devices: readonly GpuDevice[];
  readonly coverage: readonly DeviceCoverage[];
  /** Paths of the libraries with GPU code, most bytes first. */
  readonly libraries: readonly string[];
  readonly gfx: readonly string[];
  readonly bytes: number;
  readonly sentence: Sentence;
}

/** One accelerator library that the wheel needs, contains or mentions. */
export interface AcceleratorLibrary {
  /** Its soname, auditwheel's hash taken out: `libcudart.so.13`. */
  readonly name: string;
  /** `cuBLAS`, `NCCL`, `CUDA driver`, `ROCm HIP runtime`, `oneMKL`. */
  readonly component: string;
  readonly vendor: "nvidia" | "amd" | "intel" | "any";
  /**
   * `needed`: `DT_NEEDED`. `mentioned`: a string, as for `dlopen`; a hint. `bundled`: a file of the wheel. `static`: linked in
   * (evidence: GPU code without any runtime library).
   */
  readonly how: "needed" | "mentioned" | "bundled" | "static";
  /** Libraries of the wheel that need or mention it (or contain it). */
  readonly libraries: readonly string[];
  /** Major versions of the toolkit that this name fits; empty: it does not tell. */
  readonly majors: readonly number[];
  /** Where it has to come from. */
  readonly source: "wheel" | "other-wheel" | "driver" | "system" | "missing" | "unknown";
  /** The package of the index that brings it; null: none known. */
  readonly package: string | null;
  /** Whether `Requires-Dist` asks for that package, itself or through one that brings it along; null: not applicable. */
  readonly declared: boolean | null;
  /** Whether the search path of every library that needs it leads to where the package puts it; null: not applicable. */
  readonly reached: boolean | null;
  /** Whether it may be redistributed, in words; null: not known. */
  readonly redistribution: string | null;
}

export interface Accelerators {
  /** Needed first, then bundled, static, mentioned; then by name. */
  readonly libraries: readonly AcceleratorLibrary[];
  /** Toolkit majors implied, with what says so. Several: a mixture. */
  readonly cudaMajors: readonly { readonly major: number; readonly evidence: readonly Evidence[] }[];
  /** Lowest driver for that major (minor-version compatibility) and for the PTX in it; null if unknown. */
  readonly driver: { readonly atLeast: string; readonly why: Sentence } | null;
  readonly sentence: Sentence;
}

/** The Python ABI of one extension module or of a library that imports Python's names. */
export interface PythonReading {
  /** All imports are in the stable ABI. */
  readonly stable: boolean;
  /** The lowest Python whose stable ABI has all of its stable imports, e.g. `3.7`; null: it imports none. */
  readonly floor: string | null;
  /** Imports that set the floor. */
  readonly floorSymbols: readonly string[];
  /** Imports outside of the stable ABI, own exports of the wheel taken out. */
  readonly outside: readonly string[];
  /** Imports of a stable ABI newer than the one claimed. */
  readonly tooNew: readonly { readonly symbol: string; readonly added: string }[];
  /** Private names inlined from headers: the code was compiled without the limited API. */
  readonly hints: readonly string[];
  /** `PyInit_x`, `PyModExport_x` expected for the file name, and whether it is there; null: the file is no extension module by name. */
  readonly init: {
    readonly expected: string;
    readonly found: readonly string[];
    readonly fits: boolean;
  } | null;
  /** What the file name promises: `abi3`, `cpython-312`, `cpython-313t`, … ; null: a plain `.so`. */
  readonly suffix: string | null;
  readonly sentence: Sentence;
}

/** The Python ABI of the wheel. Null if no library imports Python's names. */
export interface WheelPython {
  /** What the file name claims: `abi3` from `cp311-abi3`, `abi3t`, one version, or nothing of the kind (`py3-none`). */
  readonly claim: "abi3" | "abi3t" | "version" | "none";
  /** Claimed floor of the stable ABI, e.g. `3.11`; null unless `abi3` or `abi3t`. */
  readonly claimedFloor: string | null;
  /** The floor really needed; null if some import is outside of the stable ABI. */
  readonly floor: string | null;
  /** Built for free-threaded Python by its tag (`cp313t`). */
  readonly freeThreaded: boolean;
  /** A wheel for one version whose imports are all in the stable ABI. */
  readonly couldBeAbi3: boolean;
  readonly sentence: Sentence;
}

/** Whether the wheel runs on a system. */
export type SystemOutcome =
  | "runs"
  /** It would, but something that the wheel needs has to be there that is not part of the system. */
  | "installs-but"
  /** It would, but pip there takes no tag of the file name. */
  | "pip-refuses"
  /** The loader refuses a module, whatever the versions. */
  | "does-not-load"
  | "needs-newer-glibc"
  | "needs-newer-libstdcxx"
  /** Both, or libgcc or another runtime part of the system. */
  | "needs-newer-runtime"
  | "other-libc"
  | "other-architecture"
  /** Something in the wheel could not be read, or its system is not known well enough. */
  | "unknown";

export interface SystemRow {
  /** Kebab-case, e.g. `ubuntu-22.04`, `rhel-8`, `colab`. */
  readonly id: string;
  /** `Ubuntu 22.04`. */
  readonly name: string;
  readonly family: string;
  /** `distribution`, or a cloud, notebook or build image. */
  readonly kind: "distribution" | "image";
  /** What it has, e.g. `glibc 2.35`, `musl 1.2.5`; and its libstdc++ as `3.4.30`. */
  readonly libc: string;
  readonly glibcxx: string | null;
  /** ISO date of what is known of it. */
  readonly asOf: string;
  /** ISO dates; null: unknown or rolling. */
  readonly endOfLife: string | null;
  readonly extendedEndOfLife: string | null;
  readonly outcome: SystemOutcome;
  /** Why not, or what comes closest to the limit; most telling first, at most 5. */
  readonly reasons: readonly Evidence[];
  readonly sentence: Sentence;
}
