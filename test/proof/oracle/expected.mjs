/** What readelf's words mean in the terms of the model (src/facts/model.ts), worked out here a second time. */

/** Numbers of the names that readelf gives `e_machine` (elf.h). A name that is not here stops the run. */
const machines = {
  None: 0,
  Sparc: 2,
  "Intel 80386": 3,
  MC68000: 4,
  "MIPS R3000": 8,
  HPPA: 15,
  PowerPC: 20,
  PowerPC64: 21,
  "IBM S/390": 22,
  ARM: 40,
  "Renesas / SuperH SH": 42,
  "Sparc v9": 43,
  "Advanced Micro Devices X86-64": 62,
  "Xilinx MicroBlaze": 189,
  "AMD GPU": 224,
  "NVIDIA CUDA architecture": 190,
  AArch64: 183,
  "RISC-V": 243,
  "Linux BPF": 247,
  LoongArch: 258,
};
const osAbis = {
  "UNIX - System V": 0,
  "UNIX - GNU": 3,
  "UNIX - FreeBSD": 9,
  ARM: 97,
  "Standalone App": 255,
  "AMD HSA": 64,
};
const isaBits = { "x86-64-baseline": 1, "x86-64-v2": 2, "x86-64-v3": 4, "x86-64-v4": 8 };
const EVIDENCE = 50;
/** In the order of `SectionMark` (src/facts/code-facts.ts). */
const sectionMarks = [
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
];

/** ElfFacts as readelf has them, without `libc` and `role`, which are no facts of readelf's; and all symbols. */
export function expectedFacts(said, path, watch) {
  const { header, dynamic, symbols, segments, sections } = said;
  const loads = segments.filter((segment) => segment.type === "LOAD");
  const apart = loads.reduce((all, segment) => all | segment.apart, 0n);
  const values = (tag) => dynamic.filter((entry) => entry.tag === tag).map((entry) => entry.value);
  const named = (tag) => values(tag).map((value) => /^[^[]*\[(.*)\]$/.exec(value)?.[1] ?? value);
  const flags = values("FLAGS").join(" ").split(" ");
  const bindNow =
    values("BIND_NOW").length > 0 ||
    flags.includes("BIND_NOW") ||
    values("FLAGS_1").join(" ").replace("Flags:", "").split(" ").includes("NOW");
  const relro = segments.some((s) => s.type === "GNU_RELRO");
  const stack = segments.find((s) => s.type === "GNU_STACK");
  const needByIndex = new Map(said.needs.map((need) => [need.index, need]));
  const rows = symbols.map(({ needIndex, index, ...symbol }) => ({
    ...symbol,
    // readelf leaves the version away where it is the symbol's own name (the marker of a version definition).
    version: symbol.version ?? (said.versionNames[index] === symbol.name ? symbol.name : null),
    provider: symbol.defined || needIndex === null ? null : (needByIndex.get(needIndex)?.library ?? null),
  }));
  const facts = {
    class: { ELF32: 32, ELF64: 64 }[header.Class],
    byteOrder: /little endian/.test(header.Data) ? "little" : "big",
    machine: known(machines, header.Machine, /^<unknown>: 0x([0-9a-f]+)$/),
    osAbi: known(osAbis, header["OS/ABI"], /^<unknown: ([0-9a-f]+)>$/),
    type:
      { REL: "relocatable", EXEC: "executable", DYN: "shared", CORE: "core" }[header.Type.split(" ")[0]] ??
      "other",
    flags: Number.parseInt(header.Flags, 16),
    interpreter: said.interpreter,
    soname: named("SONAME").at(-1) ?? null,
    needed: named("NEEDED"),
    rpath: named("RPATH").at(-1) ?? null,
    runpath: named("RUNPATH").at(-1) ?? null,
    versionNeeds: said.needs.map(({ library, version, weak, index }) => {
      const asking = symbols.filter((s) => s.needIndex === index).map((s) => s.name);
      return { library, version, weak, symbolCount: asking.length, symbols: asking.slice(0, EVIDENCE) };
    }),
    versionDefinitions: said.definitions,
    symbolCounts: {
      defined: symbols.filter((s) => s.defined).length,
      undefined: symbols.filter((s) => !s.defined).length,
      undefinedWeak: symbols.filter((s) => !s.defined && s.binding === "weak").length,
    },
    watchedSymbols: rows.filter(
      (s) => watch.names.includes(s.name) || watch.contains.some((part) => s.name.includes(part)),
    ),
    initSymbols: symbols
      .filter((s) => s.defined && s.type === "func" && loadsModule(s.name, path))
      .map((s) => s.name),
    buildId: said.buildId,
    isaNeeded: said.isa === null ? null : isaLevel(said.isa),
    executableStack: stack === undefined ? null : stack.flags.includes("E"),
    relro: relro ? (bindNow ? "full" : "partial") : "none",
    bindNow,
    textRelocations: values("TEXTREL").length > 0 || flags.includes("TEXTREL"),
    staticTls: flags.includes("STATIC_TLS"),
    loadAlignment: Math.max(0, ...loads.map((s) => s.align)),
    smallestLoadAlignment: loads.length === 0 ? 0 : Math.min(...loads.map((s) => s.align)),
    // The lowest bit set in any of them.
    loadCongruence: Number(apart & -apart),
    tlsSize: segments.findLast((s) => s.type === "TLS")?.memory ?? 0,
    stripped: !sections.some((s) => s.type === "SYMTAB"),
    debugInfo: sections.some((s) => s.name === ".debug_info" || s.name === ".zdebug_info"),
    comment: [...new Set(said.comment)],
    sections: {
      // A header of 0 with a table: the number is printed in brackets.
      count: Number(
        /\((\d+)\)/.exec(header["Number of section headers"])?.[1] ?? header["Number of section headers"],
      ),
      dynamicSymbols: sections.some((s) => s.name === ".dynsym"),
      versionNeeds: sections.some((s) => s.name === ".gnu.version_r"),
    },
    sectionMarks: sectionMarks.filter((name) => sections.some((s) => s.name === name)),
    uniqueExports: group(symbols.filter((s) => s.defined && s.binding === "unique")),
    python: pythonNames(symbols),
  };
  const all = { ...facts, architecture: architecture(facts, said.cpu) };
  if (said.notesUnread) {
    delete all.buildId;
    delete all.isaNeeded;
  }
  // Without section headers readelf lists neither symbols nor versions: there is nothing to compare.
  if (sections.length > 0 || dynamic.length === 0) return { facts: all, rows };
  const {
    versionNeeds: _1,
    versionDefinitions: _2,
    symbolCounts: _3,
    watchedSymbols: _4,
    initSymbols: _5,
    uniqueExports: _6,
    python: _7,
    ...rest
  } = all;
  return { facts: rest, rows: null };
}

/** A `SymbolGroup`: how many, and the first of them. */
function group(symbols) {
  return { count: symbols.length, symbols: symbols.slice(0, 20).map((s) => s.name) };
}

/** `python` without its `locals`, which are not dynamic. */
function pythonNames(symbols) {
  const named = symbols.filter((s) => /^_?Py/.test(s.name) && !/^Py(Init|ModExport)U?_/.test(s.name));
  if (named.length === 0) return null;
  const sorted = (list) => [...new Set(list.map((s) => s.name))].sort(byBytes);
  const exports = sorted(named.filter((s) => s.defined));
  return {
    imports: sorted(named.filter((s) => !s.defined)).slice(0, 4000),
    exports: exports.slice(0, 200),
    exportCount: exports.length,
  };
}

const byBytes = (a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b));

/** The functions by which a Python loads a file: PEP 3121, PEP 489, PEP 793, and of Python 2 those of the file's own name. */
function loadsModule(name, path) {
  const stem = path.split("/").at(-1).split(".")[0];
  return /^Py(Init|ModExport)U?_/.test(name) || name === `init${stem}` || name === `_cffi_pypyinit_${stem}`;
}

function known(table, name, unknown) {
  const number = table[name] ?? (unknown.exec(name) ? Number.parseInt(unknown.exec(name)[1], 16) : undefined);
  if (number === undefined)
    throw new Error(`readelf says "${name}": the number of that is not in expected.mjs`);
  return number;
}

function isaLevel(text) {
  if (text.trim() === "<None>") return 0;
  return text
    .split(",")
    .reduce((bits, level) => bits | known(isaBits, level.trim(), /^<unknown: ([0-9a-f]+)>$/), 0);
}

function architecture({ machine, class: bits, byteOrder, flags }, cpu) {
  const key = `${machine} ${bits} ${byteOrder}`;
  if (key === "40 32 little") {
    const hardFloat = (flags & 0xff000000) >>> 0 === 0x05000000 && (flags & 0x400) !== 0;
    if (!hardFloat) return "machine-40";
    // Older than Armv6 with hard float: some compilers' own libraries, made to run on everything later.
    return /^v6(KZ|T2|K)?$/.test(cpu ?? "") ? "armv6l" : "armv7l";
  }
  const names = {
    "62 64 little": "x86_64",
    "3 32 little": "i686",
    "183 64 little": "aarch64",
    "21 64 little": "ppc64le",
    "21 64 big": "ppc64",
    "22 64 big": "s390x",
    "243 64 little": "riscv64",
    "258 64 little": "loongarch64",
  };
  return names[key] ?? `machine-${machine}`;
}
