/**
 * What a library is and how it loads, fact by fact: the page lists them by name, text says them in a line or two. Facts that have a
 * part of their own (version needs, needed libraries, C++, GPU code, Python) are not here; test/facts/shown.test.tsx looks that every
 * fact is shown somewhere.
 */
import type { ElfFacts, LibcKind } from "../../facts/model.ts";
import { alignment, plural } from "../units.ts";

export interface LibraryFact {
  readonly name: string;
  /** One line, several, or null: there is nothing to list. */
  readonly value: string | readonly string[] | null;
  /** In a line of text, e.g. `soname liba.so.1`; null: the value is the usual one, or text says it in another place. */
  readonly phrase: string | null;
}

/** In text, lists have lines of their own. */
const listed = (name: string, values: readonly string[]): LibraryFact => ({
  name,
  value: values.length === 0 ? null : values,
  phrase: null,
});

const stated = (
  name: string,
  value: string | null,
  phrase: (known: string) => string | null,
): LibraryFact => ({
  name,
  value,
  phrase: value === null ? null : phrase(value),
});

/** Yes or no; text says what is not usual. */
const flagged = (name: string, value: boolean, phrase: string): LibraryFact => ({
  name,
  value: value ? "yes" : "no",
  phrase: value ? phrase : null,
});

export function identityFacts(elf: ElfFacts): readonly LibraryFact[] {
  const { class: bits, byteOrder, type, osAbi, soname, buildId, libc, interpreter, isaNeeded } = elf;
  return [
    { name: "C library", value: libcNames[libc], phrase: libcNames[libc] ?? "no C library" },
    stated("Soname", soname, (name) => `soname ${name}`),
    stated("Build id", buildId, (id) => `build id ${id}`),
    stated("Interpreter", interpreter, (path) => `interpreter ${path}`),
    {
      name: "ELF",
      value: `${bits}-bit, ${byteOrder} endian, ${type}${osAbiName(osAbi)}`,
      phrase: type === "shared" && osAbiName(osAbi) === "" ? null : `ELF ${type}${osAbiName(osAbi)}`,
    },
    stated("CPU level", isaLevel(isaNeeded), (level) => `needs ${level}`),
    listed("Python init", elf.initSymbols.slice(0, 8)),
    listed("Versions provided", elf.versionDefinitions),
    { name: "Symbol table", value: elf.stripped ? "stripped" : "kept", phrase: symbolTable(elf) },
    { name: "Debug information", value: elf.debugInfo ? "present" : "none", phrase: null },
    listed("Compiler notes", elf.comment),
  ];
}

export function loadingFacts(elf: ElfFacts): readonly LibraryFact[] {
  const { executableStack, relro, bindNow, textRelocations, staticTls, tlsSize, uniqueExports } = elf;
  const aligned = alignmentText(elf);
  return [
    {
      name: "Stack",
      value: executableStack === null ? "not stated" : executableStack ? "executable" : "not executable",
      phrase: executableStack === true ? "executable stack" : null,
    },
    { name: "RELRO", value: relro, phrase: relro === "none" ? "no RELRO" : `${relro} RELRO` },
    flagged("Bind now", bindNow, "binds at once"),
    flagged("Text relocations", textRelocations, "text relocations"),
    flagged("Static TLS", staticTls, "static TLS"),
    {
      name: "Thread-local storage",
      value: tlsSize === 0 ? null : plural(tlsSize, "byte"),
      phrase: staticTls && tlsSize > 0 ? `${plural(tlsSize, "byte")} of it` : null,
    },
    stated("Page size at most", pageLimit(elf), (limit) => `mapped with pages of ${limit} at most`),
    {
      name: "Load alignment",
      value: aligned,
      phrase: aligned === "none" ? "no alignment asked for" : `aligned to ${aligned}`,
    },
    {
      name: "Unique exports",
      value: uniqueExports.count === 0 ? null : plural(uniqueExports.count, "name"),
      phrase: null,
    },
  ];
}

/** `4 KiB`, or `4 KiB to 64 KiB` if segments differ. */
function alignmentText({ smallestLoadAlignment, loadAlignment }: ElfFacts): string {
  const [least, most] = [alignment(smallestLoadAlignment), alignment(loadAlignment)];
  return least === most ? most : `${least} to ${most}`;
}

/** What the addresses of the segments allow, if it is less than what they ask for. */
function pageLimit({ loadCongruence, smallestLoadAlignment }: ElfFacts): string | null {
  return loadCongruence === 0 || loadCongruence === smallestLoadAlignment ? null : alignment(loadCongruence);
}

/** The phrases of some facts as one line. */
export const factLine = (facts: readonly LibraryFact[]): string =>
  facts.flatMap(({ phrase }) => (phrase === null ? [] : [phrase])).join(" · ");

const libcNames: Readonly<Record<LibcKind, string | null>> = {
  glibc: "glibc",
  musl: "musl",
  bionic: "Bionic (Android)",
  none: null,
};

/** System V (0) and GNU (3) are what Linux loads, and not worth a word. */
const osAbiName = (osAbi: number): string => (osAbi === 0 || osAbi === 3 ? "" : `, OS ABI ${osAbi}`);

const symbolTable = ({ stripped, debugInfo }: ElfFacts): string =>
  stripped ? "stripped" : debugInfo ? "with debug information" : "not stripped";

/** Bits of `GNU_PROPERTY_X86_ISA_1_NEEDED` (x86-64 psABI): the highest is the level needed. */
function isaLevel(bits: number | null): string | null {
  if (bits === null) return null;
  if ((bits & 8) !== 0) return "x86-64-v4";
  if ((bits & 4) !== 0) return "x86-64-v3";
  if ((bits & 2) !== 0) return "x86-64-v2";
  return "x86-64 baseline";
}
