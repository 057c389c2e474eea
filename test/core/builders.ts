/**
 * Small builders of facts: every field has the value of a plain, well-made x86_64 wheel, and a test states only what it is
 * about. `wheel({ tags: "manylinux_2_17_x86_64", libraries: [library("pkg/_x.so", { needs: { "libc.so.6": ["GLIBC_2.28"] } })] })`
 */
import { plainElf, plainLibrary, plainWheel } from "../../src/facts/plain.ts";
import { parseWheelName } from "../../src/facts/names/wheel-name.ts";
import type { PythonNames } from "../../src/facts/code-facts.ts";
import type { CxxFacts, CxxNames, RuntimeNames, SymbolGroup } from "../../src/facts/code-facts.ts";
import type { CudaTarget, GpuCode } from "../../src/facts/code-facts.ts";
import type { ElfFacts, LibraryFacts, SymbolFacts, VersionNeed, WheelFacts } from "../../src/facts/model.ts";
import { knowledge } from "../../src/data/index.ts";

/** `"GLIBC_2.34 pthread_create dlopen"`: a version and the symbols that ask for it. */
export type NeedText = string;

export interface LibraryShape extends Partial<ElfFacts> {
  /** Provider → needs. The providers are put in `needed` too, unless that is given. */
  readonly needs?: Readonly<Record<string, readonly NeedText[]>>;
  readonly inRecord?: boolean;
}

export function versionNeeds(needs: Readonly<Record<string, readonly NeedText[]>>): VersionNeed[] {
  return Object.entries(needs).flatMap(([library, texts]) =>
    texts.map((text) => {
      const [version = "", ...symbols] = text.split(" ");
      return { library, version, weak: false, symbolCount: symbols.length, symbols };
    }),
  );
}

export function elf(shape: LibraryShape = {}): ElfFacts {
  const { needs = {}, inRecord: _, ...fields } = shape;
  const rows = versionNeeds(needs);
  return plainElf({
    role: "shared-library",
    needed: [...new Set(["libc.so.6", ...Object.keys(needs)])],
    versionNeeds: rows,
    symbolCounts: {
      defined: 1,
      undefined: rows.reduce((sum, need) => sum + need.symbolCount, 0),
      undefinedWeak: 0,
    },
    relro: "full",
    bindNow: true,
    sections: { count: 28, dynamicSymbols: true, versionNeeds: rows.length > 0 },
    ...fields,
  });
}

export function library(path: string, shape: LibraryShape = {}): LibraryFacts {
  return { ...plainLibrary(path, elf(shape)), inRecord: shape.inRecord ?? true };
}

/** Python's names in a library: what it imports, and how many of the stable ABI's it exports itself (a Python linked in). */
export function pythonNames(imports: readonly string[], stableExports = 0): PythonNames {
  const exports = [...knowledge.stableAbi.added.keys()].sort().slice(0, stableExports);
  return { imports: [...imports].sort(), exports, exportCount: exports.length, locals: null };
}

/** Names of one side; a number stands for that many names that are not listed. */
export type NamesShape = Partial<
  Record<"new" | "old" | "both" | "libcxx" | "stray", readonly string[] | number> & {
    neutral: number;
    scopes: readonly string[];
  }
>;

export interface CxxShape {
  readonly fromRuntime?: NamesShape;
  readonly fromOthers?: NamesShape;
  readonly own?: NamesShape;
  readonly runtime?: Partial<RuntimeNames>;
}

/** C++ names; what is not stated is not there. `cxxNames({ fromRuntime: { new: ["_ZNSt7__cxx11…"] } })` */
export function cxxNames({ fromRuntime, fromOthers, own, runtime }: CxxShape): CxxFacts {
  return {
    fromRuntime: side(fromRuntime),
    fromOthers: side(fromOthers),
    own: side(own),
    runtime: {
      count: 0,
      new: 0,
      old: 0,
      libcxx: 0,
      nonshared: 0,
      hybridMarks: symbolGroup(),
      staticMarks: symbolGroup(),
      ...runtime,
    },
  };
}

/** As the reader keeps them: all are counted, twenty are listed. */
export function symbolGroup(names: readonly string[] | number = []): SymbolGroup {
  return typeof names === "number"
    ? { count: names, symbols: [] }
    : { count: names.length, symbols: names.slice(0, 20) };
}

function side(shape: NamesShape = {}): CxxNames {
  return {
    new: symbolGroup(shape.new),
    old: symbolGroup(shape.old),
    both: symbolGroup(shape.both),
    libcxx: symbolGroup(shape.libcxx),
    stray: symbolGroup(shape.stray),
    neutral: shape.neutral ?? 0,
    scopes: shape.scopes ?? [],
  };
}

/** An extension module `pkg/_name.so` with its init function. */
export function extension(path: string, shape: LibraryShape = {}): LibraryFacts {
  const stem = path.slice(path.lastIndexOf("/") + 1).split(".")[0] ?? "";
  return library(path, { role: "extension-module", initSymbols: [`PyInit_${stem}`], ...shape });
}

export function unreadable(path: string): LibraryFacts {
  return {
    path,
    sizeBytes: 20_000,
    compressedBytes: 8_000,
    inRecord: true,
    elf: null,
    error: { id: "library-truncated", path, detail: "section table", offset: 20_000 },
    links: null,
  };
}

/** An undefined symbol on the watch list. */
export function watched(name: string, fields: Partial<SymbolFacts> = {}): SymbolFacts {
  return { name, defined: false, binding: "global", type: "func", version: null, provider: null, ...fields };
}

export interface WheelShape extends Partial<Omit<WheelFacts, "name" | "distInfo">> {
  /** Platform tags as in a file name, e.g. `manylinux_2_17_x86_64.manylinux2014_x86_64`. */
  readonly tags?: string;
  readonly requiresDist?: readonly string[];
  readonly distInfo?: Partial<NonNullable<WheelFacts["distInfo"]>> | null;
}

export function wheel(shape: WheelShape = {}): WheelFacts {
  const { tags = "manylinux_2_17_x86_64", requiresDist = [], distInfo, libraries = [], ...fields } = shape;
  const fileName = shape.fileName ?? `pkg-1.0-cp312-cp312-${tags}.whl`;
  const name = parseWheelName(fileName);
  const directory = "pkg-1.0.dist-info";
  return {
    ...plainWheel(),
    fileName,
    sizeBytes: 100_000,
    name,
    distInfo:
      distInfo === null
        ? null
        : {
            directory,
            name: "pkg",
            version: "1.0",
            requiresPython: ">=3.12",
            requiresDist,
            tags: (name?.platformTags ?? []).map((tag) => `cp312-cp312-${tag}`),
            rootIsPurelib: false,
            generator: "test 1",
            ...distInfo,
          },
    distInfoDirectories: [directory],
    entryCount: libraries.length + 5,
    directories: [
      ...new Set([directory, "pkg", ...libraries.map(({ path }) => path.split("/").slice(0, -1).join("/"))]),
    ]
      .filter((each) => each !== "")
      .sort(),
    record: { present: true, rowCount: libraries.length + 5, problems: [], problemCount: 0 },
    ...fields,
    libraries,
  };
}

/** A bare `.so` that was opened by itself. */
export function bareLibrary(path: string, shape: LibraryShape = {}): WheelFacts {
  return wheel({
    kind: "library",
    fileName: path,
    distInfo: null,
    distInfoDirectories: [],
    directories: [],
    libraries: [library(path, shape)],
  });
}

/**
 * CUDA code by what its containers hold: `{ "sm_75 sm_90a compute_90:7.8": 12 }` is twelve containers with machine code for 7.5 and
 * 9.0a and PTX of ISA 7.8. `lto_80` is LTO-IR, `kind16_100` an unknown kind. Each entry has 100 bytes,
 * compressed from 5,000.
 */
export function cudaCode(
  groups: Readonly<Record<string, number>>,
  toolkits: readonly string[] = [],
): GpuCode {
  const names: string[] = [];
  const lists = Object.entries(groups).map(([text, containers]) => {
    const parts = text.split(" ");
    for (const part of parts) if (!names.includes(part)) names.push(part);
    return { parts, containers };
  });
  const entries = (name: string): number =>
    lists.reduce((sum, { parts, containers }) => sum + (parts.includes(name) ? containers : 0), 0);
  const containers = lists.reduce((sum, each) => sum + each.containers, 0);
  const targets = names.map((name) => cudaTarget(name, entries(name)));
  const bytes = targets.reduce((sum, target) => sum + target.bytes, 0);
  return {
    cuda: {
      containers,
      bytes,
      damaged: 0,
      places: [{ section: ".nv_fatbin", containers, bytes }],
      targets,
      groups: lists.map((list) => ({
        targets: list.parts.map((part) => names.indexOf(part)).sort((a, b) => a - b),
        containers: list.containers,
        bytes: list.containers * list.parts.length * 100,
      })),
      moreContainers: 0,
      toolkits,
    },
    hip: null,
  };
}

const KINDS: Readonly<Record<string, readonly [CudaTarget["kind"], number]>> = {
  sm: ["sass", 2],
  compute: ["ptx", 1],
  lto: ["lto-ir", 8],
};

function cudaTarget(text: string, entries: number): CudaTarget {
  const [, form = "", arch = "", suffix = "", isa] =
    /^([a-z]+\d*)_(\d+)([af]?)(?::([\d.]+))?$/.exec(text) ?? [];
  const [kind, kindNumber] = KINDS[form] ?? ["other" as const, Number(form.replace("kind", ""))];
  return {
    kind,
    kindNumber,
    arch: Number(arch),
    suffix: suffix === "a" || suffix === "f" ? suffix : "",
    ptxIsa: kind === "ptx" ? (isa ?? "9.0") : null,
    entries,
    bytes: entries * 100,
    inflatedBytes: entries * 5000,
    compression: "zstd",
  };
}
