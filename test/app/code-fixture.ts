/**
 * Readings for the page's unit tests, shaped after real wheels: GPU code after torch 2.14 (475 containers, no PTX) and torchvision 0.29
 * (PTX for 12.0), C++ after pyarrow and tensorflow-cpu, systems after facts of the distributions.
 */
import type {
  Accelerators,
  AcceleratorLibrary,
  CxxReading,
  DeviceCoverage,
  GpuCoverage,
  GpuReading,
  PythonReading,
  SystemOutcome,
  SystemRow,
  ToolchainReading,
  WheelGpu,
  WheelPython,
} from "../../src/core/readings/readings.ts";
import type { Report } from "../../src/core/report.ts";
import { libraryReport, report } from "./fixture.ts";

export function systemRow(
  id: string,
  name: string,
  family: string,
  outcome: SystemOutcome,
  change: Partial<SystemRow> = {},
): SystemRow {
  return {
    id,
    name,
    family,
    kind: "distribution",
    libc: "glibc 2.35",
    glibcxx: "3.4.30",
    asOf: "2026-11-01",
    endOfLife: "2030-01-01",
    extendedEndOfLife: null,
    outcome,
    reasons: [],
    sentence: [`${name}: ${outcome}.`],
    ...change,
  };
}

export const systems: readonly SystemRow[] = [
  systemRow("rhel-7", "RHEL / CentOS 7", "rhel", "needs-newer-glibc", {
    libc: "glibc 2.17",
    glibcxx: "3.4.19",
    endOfLife: "2024-06-30",
    extendedEndOfLife: "2029-05-31",
    sentence: [
      "Needs ",
      { kind: "version", text: "GLIBC_2.28" },
      " (",
      { kind: "symbol", text: "fcntl64" },
      "); it has 2.17.",
    ],
    reasons: [
      { in: "example/_native.so", symbol: "fcntl64", version: "GLIBC_2.28", from: "libc.so.6" },
      { in: "example/_native.so", version: "GLIBCXX_3.4.21", from: "libstdc++.so.6" },
    ],
  }),
  systemRow("rhel-8", "RHEL 8", "rhel", "runs", { libc: "glibc 2.28", glibcxx: "3.4.25" }),
  systemRow("ubuntu-18.04", "Ubuntu 18.04 LTS", "debian", "needs-newer-glibc", {
    endOfLife: "2023-05-31",
    extendedEndOfLife: "2028-04-01",
  }),
  systemRow("ubuntu-25.04", "Ubuntu 25.04", "debian", "runs", { endOfLife: "2026-01-17" }),
  systemRow("ubuntu-26.04", "Ubuntu 26.04 LTS", "debian", "runs"),
  systemRow("debian-13", "Debian 13", "debian", "runs"),
  systemRow("debian-sid", "Debian unstable (rolling)", "debian", "runs", { endOfLife: null }),
  systemRow("alpine-3.22", "Alpine 3.22", "alpine", "other-libc", { libc: "musl 1.2.5" }),
  systemRow("arch", "Arch Linux (rolling)", "arch", "runs", { endOfLife: null }),
  systemRow("colab", "Google Colab", "colab", "runs", { kind: "image", endOfLife: null }),
];

function coverage(sm: number, kind: GpuCoverage, containers: number, by: readonly string[]): DeviceCoverage {
  const missing = kind === "none" ? containers : kind === "partly" ? containers - 4 : 0;
  const ptx = kind === "ptx" ? containers : 0;
  return { sm, coverage: kind, native: containers - missing - ptx, ptx, missing, by };
}

export const devices = [
  { sm: 70, generation: "Volta", examples: "V100" },
  { sm: 75, generation: "Turing", examples: "T4, RTX 2080" },
  { sm: 80, generation: "Ampere", examples: "A100" },
  { sm: 86, generation: "Ampere", examples: "RTX 3090, A10" },
  { sm: 120, generation: "Blackwell", examples: "RTX 5090" },
  { sm: 121, generation: "Blackwell", examples: "DGX Spark" },
];

export const torchGpu: GpuReading = {
  coverage: [
    coverage(70, "none", 475, []),
    coverage(75, "native", 475, ["sm_75"]),
    coverage(80, "native", 475, ["sm_80"]),
    coverage(86, "native", 475, ["sm_86", "sm_80"]),
    coverage(120, "native", 475, ["sm_120"]),
    coverage(121, "partly", 475, ["sm_120"]),
  ],
  sizes: [
    { target: "sm_80", entries: 900, containers: 475, bytes: 60_000_000, share: 0.6 },
    { target: "sm_120", entries: 800, containers: 475, bytes: 40_000_000, share: 0.4 },
  ],
  ptx: null,
  gfx: [],
  sentence: ["Runs on Turing to Blackwell; no PTX: later GPUs cannot run it."],
};

export const visionGpu: GpuReading = {
  coverage: [
    coverage(70, "none", 12, []),
    coverage(75, "native", 12, ["sm_75"]),
    coverage(80, "native", 12, ["sm_80"]),
    coverage(86, "native", 12, ["sm_86"]),
    coverage(120, "native", 12, ["sm_120"]),
    coverage(121, "ptx", 12, ["compute_120"]),
  ],
  sizes: [
    { target: "sm_80", entries: 12, containers: 12, bytes: 3_000_000, share: 0.75 },
    { target: "compute_120", entries: 12, containers: 12, bytes: 1_000_000, share: 0.25 },
  ],
  ptx: { isa: "9.0", cuda: "13.0" },
  gfx: [],
  sentence: ["Runs on Turing to Blackwell, and through PTX on later GPUs."],
};

export const gpu: WheelGpu = {
  devices,
  coverage: torchGpu.coverage,
  libraries: ["torch/lib/libtorch_cuda.so", "torchvision/_C_stable.so"],
  gfx: [],
  bytes: 104_000_000,
  sentence: ["Runs on Turing to Blackwell."],
};

export function accelerator(name: string, change: Partial<AcceleratorLibrary> = {}): AcceleratorLibrary {
  return {
    name,
    component: "cuBLAS",
    vendor: "nvidia",
    how: "needed",
    libraries: ["torch/lib/libtorch_cuda.so"],
    majors: [13],
    source: "other-wheel",
    package: "nvidia-cublas",
    declared: true,
    reached: true,
    redistribution: "CUDA EULA, unmodified",
    ...change,
  };
}

export const accelerators: Accelerators = {
  libraries: [
    accelerator("libcublas.so.13"),
    accelerator("libcufft.so.12", {
      component: "cuFFT",
      package: "nvidia-cufft",
      declared: false,
      source: "missing",
      reached: false,
    }),
    accelerator("libcuda.so.1", {
      component: "CUDA driver",
      source: "driver",
      package: null,
      declared: null,
      reached: null,
    }),
    accelerator("libnvrtc.so.13", { component: "NVRTC", how: "mentioned", source: "unknown" }),
  ],
  cudaMajors: [{ major: 13, evidence: [{ in: "torch/lib/libtorch_cuda.so", from: "libcudart.so.13" }] }],
  driver: { atLeast: "580.65.06", why: ["CUDA 13"] },
  sentence: ["Built for CUDA 13; 3 libraries come from other packages."],
};

export const newAbi: CxxReading = {
  flavour: "new",
  basis: "runtime-imports",
  imports: "new",
  own: "new",
  runtime: { kind: "system", path: null, evidence: [] },
  sentence: ["Uses the new std::string ABI: 56 imports from libstdc++."],
  evidence: [{ symbol: "_ZNSt7__cxx1112basic_stringIcSt11char_traitsIcESaIcEE9_M_createERmm" }],
};

export const oldAbi: CxxReading = {
  ...newAbi,
  flavour: "old",
  imports: "old",
  own: "old",
  runtime: { kind: "hybrid", path: null, evidence: [{ note: "std::filesystem linked in" }] },
  sentence: ["Uses the old std::string ABI: 12 imports from libstdc++."],
};

export const toolset: ToolchainReading = {
  tools: [
    {
      kind: "compiler",
      name: "GCC",
      version: "14.2.1",
      packaging: "gcc-toolset-14 (Red Hat)",
      likely: false,
      evidence: "GCC: (GNU) 14.2.1 20250110 (Red Hat 14.2.1-7)",
    },
    {
      kind: "linker",
      name: "LLD",
      version: "21.1.8",
      packaging: null,
      likely: false,
      evidence: "Linker: LLD",
    },
  ],
  image: { name: "manylinux_2_28", evidence: ["GCC: (GNU) 14.2.1 20250110 (Red Hat 14.2.1-7)"] },
  sentence: ["GCC 14.2.1 (gcc-toolset-14), likely manylinux_2_28"],
};

export const abi3: PythonReading = {
  stable: true,
  floor: "3.11",
  floorSymbols: ["PyBuffer_FillInfo"],
  outside: [],
  tooNew: [],
  hints: [],
  init: { expected: "PyInit__native", found: ["PyInit__native"], fits: true },
  suffix: "abi3",
  sentence: ["All 61 imports are in the stable ABI of Python 3.11."],
};

export const python: WheelPython = {
  claim: "abi3",
  claimedFloor: "3.9",
  floor: "3.11",
  freeThreaded: false,
  couldBeAbi3: false,
  sentence: ["Claims the stable ABI of Python 3.9 and needs that of 3.11."],
};

/** All of it in one report, which no real wheel has together. */
export const codeReport: Report = {
  ...report,
  systems,
  gpu,
  accelerators,
  python,
  libraries: [
    libraryReport("torch/lib/libtorch_cuda.so", { gpu: torchGpu, cxx: newAbi, toolchain: toolset }),
    libraryReport("torchvision/_C_stable.so", { gpu: visionGpu, cxx: newAbi, toolchain: toolset }),
    libraryReport("example/_native.so", { cxx: oldAbi, python: abi3 }),
    libraryReport("example/_plain.so"),
  ],
};
