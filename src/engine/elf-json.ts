/**
 * The reader's answers are JSON text from WebAssembly. They are checked here, once, against the shapes the rest of the
 * program is compiled with; past this file they are typed.
 */
import type {
  CudaCode,
  CudaTarget,
  CxxFacts,
  CxxNames,
  FatbinGroup,
  GpuCode,
  HipCode,
  NameReading,
  PythonNames,
  RuntimeNames,
  SymbolGroup,
} from "../core/code-facts.ts";
import { inspectError, type InspectError, type InspectErrorId } from "../core/inspect-error.ts";
import type { Architecture, ElfFacts, SymbolFacts, VersionNeed } from "../core/model.ts";
import type { SymbolPage, SymbolRow } from "./protocol.ts";

type Check<T> = (value: unknown) => value is T;

const isString: Check<string> = (value) => typeof value === "string";
const isNumber: Check<number> = (value) => typeof value === "number";
const isBoolean: Check<boolean> = (value) => typeof value === "boolean";

function oneOf<const T extends readonly unknown[]>(...values: T): Check<T[number]> {
  return (value): value is T[number] => values.includes(value);
}

function orNull<T>(check: Check<T>): Check<T | null> {
  return (value): value is T | null => value === null || check(value);
}

function listOf<T>(check: Check<T>): Check<readonly T[]> {
  return (value): value is readonly T[] => Array.isArray(value) && value.every(check);
}

function shape<T extends object>(checks: { readonly [K in keyof T]-?: Check<T[K]> }): Check<T> {
  const entries = Object.entries<(value: unknown) => boolean>(checks);
  return (value): value is T => {
    if (typeof value !== "object" || value === null) return false;
    const fields = new Map<string, unknown>(Object.entries(value));
    return entries.every(([name, check]) => check(fields.get(name)));
  };
}

const namedArchitecture = oneOf(
  "x86_64",
  "i686",
  "aarch64",
  "armv7l",
  "armv6l",
  "ppc64le",
  "ppc64",
  "s390x",
  "riscv64",
  "loongarch64",
);

const isArchitecture: Check<Architecture> = (value): value is Architecture =>
  namedArchitecture(value) || (isString(value) && /^machine-\d+$/.test(value));

const symbolChecks = {
  name: isString,
  defined: isBoolean,
  binding: oneOf("local", "global", "weak", "unique", "other"),
  type: oneOf("notype", "object", "func", "section", "file", "common", "tls", "ifunc", "other"),
  version: orNull(isString),
  provider: orNull(isString),
};

const isVersionNeed = shape<VersionNeed>({
  library: isString,
  version: isString,
  weak: isBoolean,
  symbolCount: isNumber,
  symbols: listOf(isString),
});

const isGroup = shape<SymbolGroup>({ count: isNumber, symbols: listOf(isString) });

const isCxxNames = shape<CxxNames>({
  new: isGroup,
  old: isGroup,
  both: isGroup,
  libcxx: isGroup,
  stray: isGroup,
  neutral: isNumber,
  scopes: listOf(isString),
});

const isCxx = shape<CxxFacts>({
  fromRuntime: isCxxNames,
  fromOthers: isCxxNames,
  own: isCxxNames,
  runtime: shape<RuntimeNames>({
    count: isNumber,
    new: isNumber,
    old: isNumber,
    libcxx: isNumber,
    nonshared: isNumber,
    hybridMarks: isGroup,
    staticMarks: isGroup,
  }),
});

const isPython = shape<PythonNames>({
  imports: listOf(isString),
  exports: listOf(isString),
  exportCount: isNumber,
  locals: orNull(listOf(isString)),
});

const isCuda = shape<CudaCode>({
  containers: isNumber,
  bytes: isNumber,
  damaged: isNumber,
  places: listOf(
    shape<CudaCode["places"][number]>({ section: orNull(isString), containers: isNumber, bytes: isNumber }),
  ),
  targets: listOf(
    shape<CudaTarget>({
      kind: oneOf("sass", "ptx", "lto-ir", "other"),
      kindNumber: isNumber,
      arch: isNumber,
      suffix: oneOf("", "a", "f"),
      ptxIsa: orNull(isString),
      entries: isNumber,
      bytes: isNumber,
      inflatedBytes: isNumber,
      compression: oneOf("none", "lz4", "zstd", "other", "mixed"),
    }),
  ),
  groups: listOf(shape<FatbinGroup>({ targets: listOf(isNumber), containers: isNumber, bytes: isNumber })),
  moreContainers: isNumber,
  toolkits: listOf(isString),
});

const isHip = shape<HipCode>({
  bundles: isNumber,
  compressedBundles: isNumber,
  bytes: isNumber,
  targets: listOf(
    shape<HipCode["targets"][number]>({ target: isString, entries: isNumber, bytes: isNumber }),
  ),
});

const isMark = oneOf(
  ".go.buildinfo",
  ".note.go.buildid",
  ".note.gnu.gold-version",
  ".gnu.build.attributes",
  ".relr.dyn",
  ".nv_fatbin",
  "__nv_relfatbin",
  ".nvFatBinSegment",
  ".hip_fatbin",
  ".hipFatBinSegment",
);

const isFacts = shape<ElfFacts>({
  class: oneOf(32, 64),
  byteOrder: oneOf("little", "big"),
  machine: isNumber,
  osAbi: isNumber,
  type: oneOf("relocatable", "executable", "shared", "core", "other"),
  flags: isNumber,
  architecture: isArchitecture,
  libc: oneOf("glibc", "musl", "bionic", "none"),
  role: oneOf("extension-module", "shared-library", "executable", "relocatable-object"),
  interpreter: orNull(isString),
  soname: orNull(isString),
  needed: listOf(isString),
  rpath: orNull(isString),
  runpath: orNull(isString),
  versionNeeds: listOf(isVersionNeed),
  versionDefinitions: listOf(isString),
  symbolCounts: shape<ElfFacts["symbolCounts"]>({
    defined: isNumber,
    undefined: isNumber,
    undefinedWeak: isNumber,
  }),
  watchedSymbols: listOf(shape<SymbolFacts>(symbolChecks)),
  initSymbols: listOf(isString),
  buildId: orNull(isString),
  isaNeeded: orNull(isNumber),
  executableStack: orNull(isBoolean),
  relro: oneOf("none", "partial", "full"),
  bindNow: isBoolean,
  textRelocations: isBoolean,
  staticTls: isBoolean,
  loadAlignment: isNumber,
  stripped: isBoolean,
  debugInfo: isBoolean,
  comment: listOf(isString),
  sections: shape<ElfFacts["sections"]>({
    count: isNumber,
    dynamicSymbols: isBoolean,
    versionNeeds: isBoolean,
  }),
  sectionMarks: listOf(isMark),
  cxx: orNull(isCxx),
  uniqueExports: isGroup,
  python: orNull(isPython),
  gpu: orNull(shape<GpuCode>({ cuda: orNull(isCuda), hip: orNull(isHip) })),
  mentionedLibraries: listOf(isString),
});

const isNames = listOf(
  shape<NameReading>({
    name: isString,
    demangled: orNull(isString),
    cxx: orNull(oneOf("new", "old", "both", "libc++", "neutral")),
  }),
);

const isPage = shape<SymbolPage>({
  total: isNumber,
  rows: listOf(shape<SymbolRow>({ ...symbolChecks, demangled: orNull(isString) })),
});

/** The errors the reader can give, by the names of its `error.rs`. */
const readerErrors = [
  "zip-damaged",
  "checksum-mismatch",
  "size-mismatch",
  "library-unreadable",
  "library-truncated",
  "library-limit",
  "out-of-memory",
] as const satisfies readonly InspectErrorId[];

const isReaderError = shape<{ id: InspectErrorId; detail: string; offset: number | null }>({
  id: oneOf(...readerErrors),
  detail: isString,
  offset: orNull(isNumber),
});

/** Throws a `TypeError` where the module and this file disagree: that is a bug of ours, not of the library. */
function parse<T>(text: string, check: Check<T>, what: string): T {
  const value: unknown = JSON.parse(text);
  if (!check(value)) throw new TypeError(`The ELF reader gave malformed ${what}.`);
  return value;
}

export const parseFacts = (text: string): ElfFacts => parse(text, isFacts, "facts");

export const parsePage = (text: string): SymbolPage => parse(text, isPage, "symbols");

export const parseNames = (text: string): readonly NameReading[] => parse(text, isNames, "names");

export const parseHash = (text: string): string => parse(text, isString, "hash");

/** `path`: the entry that was being read. */
export function parseError(text: string, path: string): InspectError {
  const { id, detail, offset } = parse(text, isReaderError, "error");
  return inspectError(id, { path, detail, offset });
}
