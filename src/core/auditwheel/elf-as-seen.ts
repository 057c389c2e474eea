/**
 * One ELF file as auditwheel sees it (lddtree.py, elfutils.py). It differs from `ElfFacts` on purpose: tables are found by
 * section name only, Bionic is not known, every hard-float ARM file is `armv7l`.
 */
import { PYFPE_SYMBOLS, UCS2_MARK, type Policy } from "../knowledge/knowledge.ts";
import type { Architecture, ElfFacts, LibraryFacts, SymbolFacts, VersionNeed } from "../../facts/model.ts";
import { fileNameOf } from "../../facts/path.ts";

/** `e_machine`, class and byte order → architecture (`lddtree._get_platform`). */
const ARCHITECTURES: Readonly<Record<string, Architecture>> = {
  "3 32 little": "i686",
  "62 64 little": "x86_64",
  "21 64 little": "ppc64le",
  "21 64 big": "ppc64",
  "243 64 little": "riscv64",
  "183 64 little": "aarch64",
  "22 64 big": "s390x",
  "40 32 little": "armv7l",
  "258 64 little": "loongarch64",
};

/** `EF_ARM_EABIMASK`, `EF_ARM_EABI_VER5`, `EF_ARM_ABI_FLOAT_HARD` of the ARM ELF supplement. */
const EABI_MASK = 0xff000000;
const EABI_5 = 0x05000000;
const HARD_FLOAT = 0x400;

/** Null for files auditwheel ignores as "unknown architecture". */
export function architectureOf(elf: ElfFacts): Architecture | null {
  const architecture = ARCHITECTURES[`${elf.machine} ${elf.class} ${elf.byteOrder}`] ?? null;
  if (architecture !== "armv7l") return architecture;
  const eabi5 = (elf.flags & EABI_MASK) >>> 0 === EABI_5;
  return eabi5 && (elf.flags & HARD_FLOAT) !== 0 ? architecture : null;
}

/**
 * The instruction set level the GNU property note asks for above x86-64's baseline: `baseline` when none, `unknown` for bits
 * without a name, at which auditwheel stops.
 */
export function isaLevelOf(elf: ElfFacts): "baseline" | "x86_64_v2" | "x86_64_v3" | "x86_64_v4" | "unknown" {
  // The note is looked for in sections.
  if (architectureOf(elf) !== "x86_64" || elf.isaNeeded === null || elf.sections.count === 0)
    return "baseline";
  if (elf.isaNeeded & 8) return "x86_64_v4";
  if (elf.isaNeeded & 4) return "x86_64_v3";
  if (elf.isaNeeded & 2) return "x86_64_v2";
  return (elf.isaNeeded & ~1) === 0 ? "baseline" : "unknown";
}

/** The C library a file shows by its interpreter, needed names or file name; `contradiction` when it shows two. */
export function libcOf(library: LibraryFacts, elf: ElfFacts): Policy["libc"] | "contradiction" | null {
  const shown = new Set<Policy["libc"]>();
  if (elf.interpreter !== null) {
    // Even Android's linker counts as glibc here.
    shown.add(fileNameOf(elf.interpreter).startsWith("ld-musl-") ? "musl" : "glibc");
  }
  for (const needed of elf.needed) {
    if (/^(?:libc\.musl-|ld-musl-)/.test(needed)) shown.add("musl");
    else if (needed === "libc.so.6" || /^(?:ld-linux-|ld64\.so\.)/.test(needed)) shown.add("glibc");
  }
  if (shown.size > 1) return "contradiction";
  const [libc] = shown;
  return libc ?? libcOfFileName(fileNameOf(library.path));
}

/** The platform part of an extension's file name (PEP 3149); before Python 3.11 musl builds said `-gnu` as well. */
function libcOfFileName(name: string): "glibc" | "musl" | null {
  if (/(?:-arm-linux-musleabihf|-linux-musl)\.so$/.test(name)) return "musl";
  if (!/(?:-arm-linux-gnueabihf|-linux-gnu)\.so$/.test(name)) return null;
  const soabi = name.slice(0, -".so".length).split(".").at(-1)?.split("-") ?? [];
  return soabi[0] === "cpython" && /^3(?:1[1-9]|[2-9]\d)/.test(soabi[1] ?? "") ? "glibc" : null;
}

/** The Python version whose init function the file exports under its own name; null when it is no extension module. */
export function extensionOf(library: LibraryFacts, elf: ElfFacts): 2 | 3 | null {
  if (!elf.sections.dynamicSymbols) return null;
  const stem = fileNameOf(library.path).split(".", 1)[0] ?? "";
  const versions = new Map<string, 2 | 3>([
    [`init${stem}`, 2],
    [`PyInit_${stem}`, 3],
    [`_cffi_pypyinit_${stem}`, 2],
  ]);
  for (const symbol of elf.initSymbols) {
    const version = versions.get(symbol);
    if (version !== undefined) return version;
  }
  return null;
}

/** Version needs that count: in a section auditwheel finds, and not those from the loader. */
export function countedVersionNeeds(elf: ElfFacts): readonly VersionNeed[] {
  if (!elf.sections.versionNeeds) return [];
  return elf.versionNeeds.filter(
    ({ library }) => !library.startsWith("ld-linux") && library !== "ld64.so.1" && library !== "ld64.so.2",
  );
}

/** Watched symbols the file takes from elsewhere and cannot do without. */
export function requiredWatched(elf: ElfFacts): readonly SymbolFacts[] {
  return undefinedWatched(elf).filter((symbol) => symbol.binding !== "weak");
}

export function pyfpeSymbols(elf: ElfFacts): readonly SymbolFacts[] {
  return undefinedWatched(elf).filter(
    ({ name, type }) => PYFPE_SYMBOLS.includes(name) && (type === "func" || type === "notype"),
  );
}

export function ucs2Symbols(elf: ElfFacts): readonly SymbolFacts[] {
  return undefinedWatched(elf).filter(({ name, type }) => name.includes(UCS2_MARK) && type === "func");
}

function undefinedWatched(elf: ElfFacts): readonly SymbolFacts[] {
  return elf.sections.dynamicSymbols ? elf.watchedSymbols.filter((symbol) => !symbol.defined) : [];
}
