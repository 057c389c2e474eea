/**
 * Small builders of facts: every field has the value of a plain, well-made x86_64 wheel, and a test states only what it is
 * about. `wheel({ tags: "manylinux_2_17_x86_64", libraries: [library("pkg/_x.so", { needs: { "libc.so.6": ["GLIBC_2.28"] } })] })`
 */
import { parseWheelName } from "../../src/core/wheel-name.ts";
import type { PythonNames } from "../../src/core/code-facts.ts";
import type { CxxFacts, CxxNames, RuntimeNames, SymbolGroup } from "../../src/core/code-facts.ts";
import type { ElfFacts, LibraryFacts, SymbolFacts, VersionNeed, WheelFacts } from "../../src/core/model.ts";
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
  return {
    class: 64,
    byteOrder: "little",
    machine: 62,
    osAbi: 0,
    type: "shared",
    flags: 0,
    architecture: "x86_64",
    libc: "glibc",
    role: "shared-library",
    interpreter: null,
    soname: null,
    needed: [...new Set(["libc.so.6", ...Object.keys(needs)])],
    rpath: null,
    runpath: null,
    versionNeeds: rows,
    versionDefinitions: [],
    symbolCounts: {
      defined: 1,
      undefined: rows.reduce((sum, need) => sum + need.symbolCount, 0),
      undefinedWeak: 0,
    },
    watchedSymbols: [],
    initSymbols: [],
    buildId: null,
    isaNeeded: null,
    executableStack: false,
    relro: "full",
    bindNow: true,
    textRelocations: false,
    staticTls: false,
    loadAlignment: 4096,
    stripped: true,
    debugInfo: false,
    comment: [],
    sections: { count: 28, dynamicSymbols: true, versionNeeds: rows.length > 0 },
    sectionMarks: [],
    cxx: null,
    uniqueExports: { count: 0, symbols: [] },
    python: null,
    gpu: null,
    mentionedLibraries: [],
    ...fields,
  };
}

export function library(path: string, shape: LibraryShape = {}): LibraryFacts {
  return {
    path,
    sizeBytes: 20_000,
    compressedBytes: 8_000,
    inRecord: shape.inRecord ?? true,
    elf: elf(shape),
    error: null,
  };
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
    kind: "wheel",
    fileName,
    sizeBytes: 100_000,
    sha256: null,
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
    impostors: [],
    record: { present: true, rowCount: libraries.length + 5, problems: [], problemCount: 0 },
    archive: { problems: [], problemCount: 0 },
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
