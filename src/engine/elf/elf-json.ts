/**
 * The reader's answers are JSON text from WebAssembly. They are checked here, once, against the shapes the rest of the
 * program is compiled with; past this file they are typed.
 */
import type { NameReading } from "../../facts/code-facts.ts";
import { inspectError, type InspectError, type InspectErrorId } from "../../facts/inspect-error.ts";
import type { Architecture, ElfFacts, SymbolFacts, VersionNeed } from "../../facts/model.ts";
import { isClass, isCxx, isGpu, isGroup, isMark, isNames, isPython } from "./code-facts-json.ts";
import {
  isBoolean,
  isNumber,
  isString,
  listOf,
  oneOf,
  orNull,
  parse,
  shape,
  type Check,
} from "./json-check.ts";
import type { SymbolPage, SymbolRow } from "../protocol.ts";

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
  gpu: orNull(isGpu),
  mentionedLibraries: listOf(isString),
});

const isPage = shape<SymbolPage>({
  total: isNumber,
  rows: listOf(shape<SymbolRow>({ ...symbolChecks, demangled: orNull(isString), cxx: orNull(isClass) })),
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

export const parseFacts = (text: string): ElfFacts => parse(text, isFacts, "facts");

export const parsePage = (text: string): SymbolPage => parse(text, isPage, "symbols");

export const parseNames = (text: string): readonly NameReading[] => parse(text, isNames, "names");

export const parseHash = (text: string): string => parse(text, isString, "hash");

/** `path`: the entry that was being read. */
export function parseError(text: string, path: string): InspectError {
  const { id, detail, offset } = parse(text, isReaderError, "error");
  return inspectError(id, { path, detail, offset });
}
