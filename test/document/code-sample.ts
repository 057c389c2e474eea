/** A report in which every reading of the code says something, much of it in long lists; made up, not judged. */
import { assess } from "../../src/core/assess.ts";
import type { CxxNames, GpuCode, SymbolGroup } from "../../src/facts/code-facts.ts";
import type {
  Accelerators,
  CxxReading,
  GpuReading,
  PythonReading,
  SystemRow,
  ToolchainReading,
  WheelGpu,
  WheelPython,
} from "../../src/core/readings/readings.ts";
import type { Evidence } from "../../src/core/evidence.ts";
import type { Report } from "../../src/core/report.ts";
import { say } from "../../src/core/sentence.ts";
import { knowledge } from "../../src/data/index.ts";
import { extension, wheel } from "../core/builders.ts";

/** `name0`, `name1`, … */
export const many = (count: number) => Array.from({ length: count }, (_, index) => `name${index}`);
const group = (count: number): SymbolGroup => ({ count, symbols: many(Math.min(count, 20)) });
const none = group(0);
const names = (fields: Partial<CxxNames>): CxxNames => ({
  new: none,
  old: none,
  both: none,
  libcxx: none,
  stray: none,
  neutral: 0,
  scopes: [],
  ...fields,
});
const evidence = (count: number): Evidence[] => many(count).map((symbol) => ({ in: "pkg/_x.so", symbol }));

const gpuFacts: GpuCode = {
  cuda: {
    containers: 12,
    bytes: 4096,
    damaged: 1,
    places: [{ section: null, containers: 12, bytes: 4096 }],
    targets: [
      {
        kind: "sass",
        kindNumber: 2,
        arch: 90,
        suffix: "a",
        ptxIsa: null,
        entries: 12,
        bytes: 4000,
        inflatedBytes: 9000,
        compression: "lz4",
      },
    ],
    groups: [{ targets: [0], containers: 12, bytes: 4096 }],
    moreContainers: 0,
    toolkits: ["13.0.88"],
  },
  hip: { bundles: 2, compressedBundles: 1, bytes: 100, targets: [] },
};

const facts = wheel({
  libraries: [
    extension("pkg/_x.so", {
      cxx: {
        fromRuntime: names({ new: group(400) }),
        fromOthers: names({ neutral: 7 }),
        own: names({ old: group(3) }),
        runtime: { count: 9, new: 1, old: 1, libcxx: 0, nonshared: 1, hybridMarks: none, staticMarks: none },
      },
      gpu: gpuFacts,
      uniqueExports: group(30),
      mentionedLibraries: many(50),
      staticTls: true,
      isaNeeded: 4,
    }),
  ],
});

const cxx: CxxReading = {
  flavour: "both",
  basis: "runtime-imports",
  imports: "new",
  own: "old",
  runtime: { kind: "bundled", path: "pkg.libs/libstdc++.so.6", evidence: evidence(9) },
  sentence: say`Uses both.`,
  evidence: evidence(40),
};
const toolchain: ToolchainReading = {
  tools: [
    {
      kind: "compiler",
      name: "GCC",
      version: "14.2.1",
      packaging: null,
      likely: false,
      evidence: "GCC: (GNU)",
    },
  ],
  image: { name: "manylinux_2_28", evidence: ["GCC: (GNU)"] },
  sentence: say`GCC 14.2.1`,
};
/** How the one device gets on. */
export const row = { sm: 90, coverage: "native", native: 12, ptx: 0, missing: 0, by: ["sm_90a"] } as const;
const gpu: GpuReading = {
  coverage: [row],
  sizes: [{ target: "sm_90a", entries: 12, containers: 12, bytes: 4000, share: 1 }],
  ptx: { isa: "9.0", cuda: "13.0" },
  gfx: ["gfx90a"],
  sentence: say`Runs on Hopper.`,
};
const python: PythonReading = {
  stable: false,
  floor: "3.11",
  floorSymbols: many(30),
  outside: many(4000),
  tooNew: many(30).map((symbol) => ({ symbol, added: "3.12" })),
  hints: many(30),
  init: { expected: "PyInit__x", found: [], fits: false },
  suffix: "abi3",
  sentence: say`Not the stable ABI.`,
};
const wheelGpu: WheelGpu = {
  devices: [{ sm: 90, generation: "Hopper", examples: "H100" }],
  coverage: [row],
  libraries: ["pkg/_x.so"],
  gfx: [],
  bytes: 4096,
  sentence: say`Runs on Hopper.`,
};
const accelerators: Accelerators = {
  libraries: [
    {
      name: "libcublas.so.12",
      component: "cuBLAS",
      vendor: "nvidia",
      how: "needed",
      libraries: ["pkg/_x.so"],
      majors: [12],
      source: "missing",
      package: "nvidia-cublas-cu12",
      declared: false,
      reached: null,
      redistribution: null,
    },
  ],
  cudaMajors: [{ major: 12, evidence: evidence(20) }],
  driver: { atLeast: "525.60.13", why: say`CUDA 12.` },
  sentence: say`Needs cuBLAS.`,
};
const wheelPython: WheelPython = {
  claim: "abi3",
  claimedFloor: "3.8",
  floor: null,
  freeThreaded: false,
  couldBeAbi3: false,
  sentence: say`Claims abi3.`,
};
const system: SystemRow = {
  id: "ubuntu-20.04",
  name: "Ubuntu 20.04",
  family: "Ubuntu",
  kind: "distribution",
  libc: "glibc 2.31",
  glibcxx: "3.4.28",
  endOfLife: "2025-05-31",
  extendedEndOfLife: null,
  asOf: "2026-11-01",
  outcome: "needs-newer-glibc",
  reasons: evidence(5),
  sentence: say`Too old.`,
};

const plain = assess(facts, knowledge);
export const codeReport: Report = {
  ...plain,
  libraries: plain.libraries.map((library) => ({ ...library, cxx, toolchain, gpu, python })),
  gpu: wheelGpu,
  accelerators,
  python: wheelPython,
  systems: [system, { ...system, id: "debian-12", outcome: "runs" }],
};
