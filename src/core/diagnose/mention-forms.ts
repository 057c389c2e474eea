/**
 * The forms of error messages, each with the words by which it is found in a line. Texts are those of glibc (elf/dl-*.c), musl
 * (ldso/dynlink.c), GNU ld and LLD, CPython (import.c, importdl.c), pip, uv, CUDA and NumPy.
 */
import type { FileMention, ForeignMention, GpuMention, LibraryMention, Mention } from "./diagnosis.ts";
import { isFile, quoted, wordAfter, wordBefore } from "./line.ts";

/** A mention without its quotation, which the caller adds. */
export type Found = Mention extends infer Each ? (Each extends Mention ? Omit<Each, "quote"> : never) : never;

interface Form {
  /** In lower case. The first one found decides. */
  readonly words: readonly string[];
  /** `at`: where the words begin; `end`: where they end. */
  readonly read: (line: string, at: number, end: number) => Found | null;
}

const form = (words: string | readonly string[], read: Form["read"]): Form => ({
  words: typeof words === "string" ? [words] : words,
  read,
});

const fileBefore = (line: string, at: number): string | null => {
  const word = wordBefore(line, at);
  return isFile(word) ? word : null;
};

const file =
  (kind: FileMention["kind"]): Form["read"] =>
  (line, at) => ({ kind, file: fileBefore(line, at), detail: null });

const gpu =
  (kind: GpuMention["kind"]): Form["read"] =>
  (line) => ({ kind, device: /\bsm_\d{2,3}[af]?\b/.exec(line)?.[0] ?? null });

const foreign =
  (system: ForeignMention["system"]): Form["read"] =>
  () => ({ kind: "foreign", system });

/** `foo@GLIBC_2.34`, `foo@@V1` → name and version. */
export function splitVersion(name: string): { name: string; version: string | null } {
  const at = name.indexOf("@");
  if (at <= 0) return { name, version: null };
  const version = name.slice(at).replace(/^@+/, "");
  return {
    name: name.slice(0, at),
    version: version === "" || /^(?:plt|Base)$/i.test(version) ? null : version,
  };
}

const VERSION_NAME = /^[A-Za-z]\w{0,60}_[A-Za-z0-9][\w.]{0,60}$/;
export const isVersionName = (word: string | null): word is string =>
  word !== null && VERSION_NAME.test(word);

function undefinedSymbol(line: string, at: number, end: number): Found | null {
  // LLD, and output that went through c++filt: the name is demangled and has blanks.
  const linking = line.slice(Math.max(0, at - 7), at) === "error: ";
  const word = wordAfter(line, end);
  if (word === null) return null;
  const next = line[line.indexOf(word, end) + word.length];
  if (next === "(" || word.includes("::")) {
    const comma = line.indexOf(", version ", end);
    const name = line.slice(end, comma < 0 ? undefined : comma).trim();
    return {
      kind: "symbol",
      when: linking ? "linking" : "loading",
      name,
      version: null,
      file: fileBefore(line, at),
    };
  }
  const { name, version } = splitVersion(word);
  const comma = line.indexOf(", version ", end);
  const stated = comma < 0 ? null : wordAfter(line, comma + ", version ".length);
  const behind = line.indexOf("(", end);
  return {
    kind: "symbol",
    when: linking ? "linking" : "loading",
    name,
    version: stated ?? version,
    // ldd -r writes the file behind the name.
    file: fileBefore(line, at) ?? (behind < 0 ? null : wordAfter(line, behind + 1)),
  };
}

function undefinedReference(line: string, at: number, end: number): Found | null {
  const whole = quoted(line, end) ?? line.slice(end).trim();
  const { name, version } = /^[\w$.]+@/.test(whole) ? splitVersion(whole) : { name: whole, version: null };
  if (name === "") return null;
  // "main.cpp:(.text+0x1f):" and "main.o:main.cpp:12:" give the object or source file first.
  const section = line.lastIndexOf(":(.", at);
  const before = wordBefore(line, section < 0 ? at : section);
  const object = before?.split(":")[0] ?? null;
  return { kind: "symbol", when: "linking", name, version, file: isFile(object) ? object : null };
}

function versionNotFound(line: string, at: number, end: number): Found | null {
  const version = wordAfter(line, end);
  if (!isVersionName(version) || !line.includes("not found", end)) return null;
  const by = line.indexOf("required by", end);
  return {
    kind: "version",
    bare: false,
    version,
    provider: fileBefore(line, at),
    file: by < 0 ? null : wordAfter(line, by + "required by".length),
  };
}

/** “symbol X, version V not defined in file F with link time reference”, the file that wants it before. */
function notDefinedIn(line: string, at: number, end: number): Found | null {
  const symbol = line.lastIndexOf("symbol ", at);
  const name = symbol < 0 ? null : wordAfter(line, symbol + "symbol ".length);
  if (name === null) return null;
  const version = line.indexOf("version ", symbol);
  return {
    kind: "symbol",
    when: "loading",
    name,
    version: version < 0 || version > at ? null : wordAfter(line, version + "version ".length),
    file: fileBefore(line, symbol) ?? wordAfter(line, end),
  };
}

function missing(name: string | null, by: string | null): Omit<LibraryMention, "quote"> | null {
  return name === null || !isFile(name) ? null : { kind: "library-missing", name, file: by };
}

function cannotOpen(line: string, at: number): Found | null {
  const loading = line.indexOf("error while loading shared libraries:");
  return missing(wordBefore(line, at), loading < 0 ? null : wordBefore(line, loading));
}

function neededBy(line: string, _at: number, end: number): Found | null {
  const by = line.indexOf("needed by", end);
  return missing(wordAfter(line, end), by < 0 ? null : wordAfter(line, by + "needed by".length));
}

function relocating(line: string, at: number): Found | null {
  const name = wordBefore(line, at);
  const start = line.indexOf("Error relocating ");
  const by = start < 0 ? null : wordAfter(line, start + "Error relocating ".length);
  return name === null || start < 0
    ? null
    : { kind: "symbol", when: "loading", name, version: null, file: by };
}

function initMissing(line: string, at: number, end: number): Found | null {
  const bracket = line.indexOf("(", end);
  const name = bracket < 0 ? null : wordAfter(line, bracket + 1);
  return { kind: "init-function-missing", file: fileBefore(line, at), detail: name };
}

function wheel(line: string): Found {
  const name = line.indexOf(".whl");
  return {
    kind: "wheel-not-supported",
    file: name < 0 ? null : wordBefore(line, name + ".whl".length),
    detail: null,
  };
}

function noModule(line: string, _at: number, end: number): Found | null {
  const module = wordAfter(line, end);
  // Compiled modules usually begin with an underscore; any other name is just as likely not installed.
  return module === null || !/(?:^|\.)_[A-Za-z]\w*$/.test(module)
    ? null
    : { kind: "module-missing", file: null, detail: module };
}

export const FORMS: readonly Form[] = [
  form("undefined symbol: ", undefinedSymbol),
  form(": symbol not found", relocating),
  form("undefined reference to ", undefinedReference),
  form(" not defined in file ", notDefinedIn),
  form("version ", versionNotFound),
  form("cannot enable executable stack", file("executable-stack")),
  form("cannot allocate memory in static tls block", file("static-tls")),
  form("wrong elf class", (line, at, end) => ({
    kind: "wrong-elf-class",
    file: fileBefore(line, at),
    detail: wordAfter(line, end + 1),
  })),
  form(["elf load command address/offset not", "elf load command alignment not"], file("page-alignment")),
  form(
    ["cannot make segment writable for relocation", "cannot restore segment prot after reloc"],
    file("text-relocations"),
  ),
  form(["invalid elf header", "file too short", "not a dynamic executable"], file("not-elf")),
  form("cpu isa level is lower than required", file("isa-level")),
  form("illegal instruction", () => ({ kind: "isa-level", file: null, detail: null })),
  form("cannot open shared object file", cannotOpen),
  form("error loading shared library ", neededBy),
  form(" => not found", (line, at) => missing(wordBefore(line, at), null)),
  form("required library ", (line, _at, end) =>
    line.includes("could not be located", end) ? missing(wordAfter(line, end), null) : null,
  ),
  form(
    ["dynamic module does not define module export function", "dynamic module does not define init function"],
    initMissing,
  ),
  form("no module named ", noModule),
  form(["is not a supported wheel on this platform", "incompatible with the current platform"], wheel),
  form("no kernel image is available", gpu("gpu-no-kernel")),
  form("is not compatible with the current pytorch installation", gpu("gpu-no-kernel")),
  form(
    ["cuda driver version is insufficient", "nvidia driver on your system is too old"],
    gpu("gpu-driver-old"),
  ),
  form(["ptx was compiled with an unsupported toolchain", "unsupported ptx version"], gpu("gpu-ptx-too-new")),
  form(
    [
      "module compiled against abi version",
      "module compiled against api version",
      "compiled using numpy 1.x cannot be run",
      "numpy.dtype size changed",
      "numpy.ndarray size changed",
      "_array_api not found",
    ],
    file("numpy-abi"),
  ),
  form(
    ["symbol not found in flat namespace", "symbol not found: _", "library not loaded: ", "mach-o"],
    foreign("macOS"),
  ),
  form(["dll load failed", "is not a valid win32 application"], foreign("Windows")),
];
