/** A hand-made report for the page's unit tests: two libraries, a claim not met, a ladder of four rungs. */
import { plainElf, plainWheel } from "../../src/facts/plain.ts";
import type { ElfFacts, LibraryFacts, WheelFacts } from "../../src/facts/model.ts";
import type { LibraryReport, Report } from "../../src/core/report.ts";

export const elf: ElfFacts = plainElf({
  needed: ["libfast-0a1b2c3d.so.2", "libstdc++.so.6", "libc.so.6"],
  rpath: "$ORIGIN/../example.libs",
  versionNeeds: [
    {
      library: "libc.so.6",
      version: "GLIBC_2.2.5",
      weak: false,
      symbolCount: 2,
      symbols: ["memcpy", "free"],
    },
    { library: "libc.so.6", version: "GLIBC_2.28", weak: false, symbolCount: 1, symbols: ["fcntl64"] },
    {
      library: "libstdc++.so.6",
      version: "GLIBCXX_3.4.21",
      weak: false,
      symbolCount: 1,
      symbols: ["_ZNSt7__cxx1112basic_stringIcE"],
    },
  ],
  symbolCounts: { defined: 1, undefined: 4, undefinedWeak: 0 },
  initSymbols: ["PyInit__native"],
  buildId: "0123456789abcdef",
  relro: "full",
  bindNow: true,
  comment: ["GCC: (GNU) 12.2.0"],
  sections: { count: 28, dynamicSymbols: true, versionNeeds: true },
});

export function libraryFacts(path: string, change: Partial<ElfFacts> = {}): LibraryFacts {
  return {
    path,
    sizeBytes: 40_000,
    compressedBytes: 16_000,
    inRecord: true,
    elf: { ...elf, ...change },
    error: null,
    links: null,
  };
}

export function libraryReport(path: string, change: Partial<LibraryReport> = {}): LibraryReport {
  return {
    facts: libraryFacts(path),
    fits: "manylinux_2_28_x86_64",
    maxima: [
      { family: "GLIBC", version: "GLIBC_2.28", from: "libc.so.6", symbols: ["fcntl64"], symbolCount: 1 },
      { family: "GLIBCXX", version: "GLIBCXX_3.4.21", from: "libstdc++.so.6", symbols: [], symbolCount: 0 },
    ],
    linkage: [
      { needed: "libc.so.6", kind: "allowed" },
      {
        needed: "libfast-0a1b2c3d.so.2",
        kind: "in-wheel",
        path: "example.libs/libfast-0a1b2c3d.so.2",
        via: "$ORIGIN/../example.libs",
      },
    ],
    findings: ["symbol-version-too-new"],
    severity: "error",
    cxx: null,
    toolchain: null,
    gpu: null,
    python: null,
    ...change,
  };
}

export const facts: WheelFacts = {
  ...plainWheel(),
  fileName: "example-1.0-cp312-cp312-manylinux_2_17_x86_64.whl",
  sizeBytes: 34_000,
  sha256: null,
  name: {
    project: "example",
    version: "1.0",
    build: null,
    pythonTags: ["cp312"],
    abiTags: ["cp312"],
    platformTags: ["manylinux_2_17_x86_64"],
  },
  distInfoDirectories: ["example-1.0.dist-info"],
  entryCount: 9,
  directories: ["example"],
  record: { present: true, rowCount: 9, problems: [], problemCount: 0 },
};

export const report: Report = {
  facts,
  verdict: {
    outcome: "fails",
    headline: ["Claims ", { kind: "tag", text: "manylinux_2_17" }, ", needs glibc 2.28."],
    second: ["Best tag it could honestly carry: ", { kind: "tag", text: "manylinux_2_28_x86_64" }, "."],
    claimed: ["manylinux_2_17_x86_64"],
    bestTag: "manylinux_2_28_x86_64",
    glibcFloor: "2.28",
  },
  auditwheel: { kind: "refused", reason: "unreadable", sentence: ["not asked"], files: [] },
  architecture: "x86_64",
  libc: "glibc",
  ladder: [
    {
      tag: "manylinux_2_5_x86_64",
      aliases: ["manylinux1_x86_64"],
      fits: false,
      claimed: false,
      best: false,
      blockers: [],
    },
    {
      tag: "manylinux_2_17_x86_64",
      aliases: ["manylinux2014_x86_64"],
      fits: false,
      claimed: true,
      best: false,
      blockers: [
        {
          kind: "symbol-version",
          version: "GLIBC_2.28",
          from: "libc.so.6",
          in: "example/_native.so",
          symbols: ["fcntl64"],
          symbolCount: 1,
        },
        { kind: "library", needed: "libodd.so.1", in: "example/_native.so" },
        { kind: "library", needed: "libodd.so.1", in: "example/_other.so" },
      ],
    },
    { tag: "manylinux_2_28_x86_64", aliases: [], fits: true, claimed: false, best: true, blockers: [] },
    { tag: "linux_x86_64", aliases: [], fits: true, claimed: false, best: false, blockers: [] },
  ],
  findings: [
    {
      id: "symbol-version-too-new",
      severity: "error",
      sentence: [
        { kind: "library", text: "_native.so" },
        " needs ",
        { kind: "version", text: "GLIBC_2.28" },
        ".",
      ],
      advice: [["Build in an older image."]],
      libraries: ["example/_native.so"],
      evidence: [{ symbol: "fcntl64", version: "GLIBC_2.28", from: "libc.so.6", in: "example/_native.so" }],
      evidenceTotal: 5,
    },
    {
      id: "library-from-driver",
      severity: "info",
      sentence: ["Needs the GPU driver."],
      advice: [],
      libraries: [],
      evidence: [],
      evidenceTotal: 0,
    },
  ],
  libraries: [
    libraryReport("example/_native.so"),
    libraryReport("example.libs/libfast-0a1b2c3d.so.2", {
      fits: "manylinux_2_5_x86_64",
      maxima: [
        {
          family: "GLIBC",
          version: "GLIBC_2.4",
          from: "libc.so.6",
          symbols: ["__stack_chk_fail"],
          symbolCount: 1,
        },
        {
          family: "CURL_OPENSSL",
          version: "CURL_OPENSSL_4",
          from: "libcurl.so.4",
          symbols: [],
          symbolCount: 0,
        },
      ],
      linkage: [
        { needed: "libc.so.6", kind: "allowed" },
        { needed: "libodd.so.1", kind: "missing" },
      ],
      findings: [],
      severity: null,
    }),
  ],
  withoutFile: [],
  gpu: null,
  accelerators: null,
  python: null,
  systems: [],
  policyDate: "2026-08-17",
};
