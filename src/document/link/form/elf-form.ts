/** How the facts of one ELF file are written. Keys, orders and usual values are part of version 1 of the form and cannot change. */
import type { SectionMark } from "../../../facts/code-facts.ts";
import type { Architecture, ElfFacts, SymbolFacts } from "../../../facts/model.ts";
import { cxx, gpu, group, python } from "./code-forms.ts";
import { count, flag, listOf, Malformed, name, oneOf, orNull, record, row, type Form } from "./form.ts";
import { hex } from "./hex.ts";
import { versionNeeds } from "./version-needs.ts";

const namedArchitecture = [
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
] as const satisfies readonly Architecture[];
const known = oneOf(...namedArchitecture);

/** By its place in the list, or `machine-N` in full. */
const architecture: Form<Architecture> = {
  write: (value, to) =>
    (namedArchitecture as readonly string[]).includes(value) ? known.write(value as "x86_64", to) : value,
  read(json, from) {
    if (typeof json !== "string") return known.read(json, from);
    const [, number] = /^machine-(\d{1,10})$/.exec(json) ?? [];
    if (number === undefined) throw new Malformed("architecture");
    return `machine-${Number(number)}`;
  },
};

/** Elements of an RPATH: long lists repeat each other in part. */
const searchPath: Form<string | null> = orNull({
  write: (value: string, to) => listOf(name).write(value.split(":"), to),
  read: (json, from) => listOf(name).read(json, from).join(":"),
});

const symbol = row<SymbolFacts>({
  name,
  defined: flag,
  binding: oneOf("local", "global", "weak", "unique", "other"),
  type: oneOf("notype", "object", "func", "section", "file", "common", "tls", "ifunc", "other"),
  version: orNull(name),
  provider: orNull(name),
});

const sectionMark: Form<SectionMark> = oneOf(
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

/** The bare count where both tables are reachable. */
const sections: Form<ElfFacts["sections"]> = {
  write: ({ count: total, dynamicSymbols, versionNeeds: needs }) =>
    dynamicSymbols && needs ? total : [total, dynamicSymbols, needs],
  read(json, from) {
    if (typeof json === "number")
      return { count: count.read(json, from), dynamicSymbols: true, versionNeeds: true };
    const [total, dynamicSymbols, needs] = from.list(json);
    return {
      count: count.read(total, from),
      dynamicSymbols: flag.read(dynamicSymbols, from),
      versionNeeds: flag.read(needs, from),
    };
  },
};

export const elfForm: Form<ElfFacts> = record<ElfFacts>({
  class: { key: "c", form: oneOf(32, 64), usual: () => 64 },
  byteOrder: { key: "y", form: oneOf("little", "big"), usual: () => "little" },
  machine: { key: "m", form: count, usual: () => 62 },
  osAbi: { key: "o", form: count, usual: () => 0 },
  type: {
    key: "t",
    form: oneOf("relocatable", "executable", "shared", "core", "other"),
    usual: () => "shared",
  },
  flags: { key: "f", form: count, usual: () => 0 },
  architecture: { key: "a", form: architecture, usual: () => "x86_64" },
  libc: { key: "l", form: oneOf("glibc", "musl", "bionic", "none"), usual: () => "glibc" },
  role: {
    key: "r",
    form: oneOf("extension-module", "shared-library", "executable", "relocatable-object"),
    usual: () => "extension-module",
  },
  interpreter: { key: "ld", form: orNull(name), usual: () => null },
  soname: { key: "s", form: orNull(name), usual: () => null },
  needed: { key: "n", form: listOf(name), usual: () => [] },
  rpath: { key: "rp", form: searchPath, usual: () => null },
  runpath: { key: "ru", form: searchPath, usual: () => null },
  versionNeeds: { key: "v", form: versionNeeds, usual: () => [] },
  versionDefinitions: { key: "d", form: listOf(name), usual: () => [] },
  symbolCounts: {
    key: "k",
    form: row<ElfFacts["symbolCounts"]>({ defined: count, undefined: count, undefinedWeak: count }),
  },
  watchedSymbols: { key: "w", form: listOf(symbol), usual: () => [] },
  initSymbols: { key: "i", form: listOf(name), usual: () => [] },
  buildId: { key: "b", form: orNull(hex), usual: () => null },
  isaNeeded: { key: "is", form: orNull(count), usual: () => null },
  executableStack: { key: "x", form: orNull(flag), usual: () => false },
  relro: { key: "ro", form: oneOf("none", "partial", "full"), usual: () => "partial" },
  bindNow: { key: "bn", form: flag, usual: () => false },
  textRelocations: { key: "tr", form: flag, usual: () => false },
  staticTls: { key: "st", form: flag, usual: () => false },
  loadAlignment: { key: "al", form: count, usual: () => 4096 },
  stripped: { key: "sd", form: flag, usual: () => true },
  debugInfo: { key: "di", form: flag, usual: () => false },
  comment: { key: "cm", form: listOf(name), usual: () => [] },
  sections: { key: "se", form: sections },
  sectionMarks: { key: "sm", form: listOf(sectionMark), usual: () => [] },
  cxx: { key: "cx", form: orNull(cxx), usual: () => null },
  uniqueExports: { key: "u", form: group, usual: () => ({ count: 0, symbols: [] }) },
  python: { key: "p", form: orNull(python), usual: () => null },
  gpu: { key: "g", form: orNull(gpu), usual: () => null },
  mentionedLibraries: { key: "ml", form: listOf(name), usual: () => [] },
});
