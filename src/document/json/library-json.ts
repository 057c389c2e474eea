/** One library in the published JSON document. */
import {
  about,
  added,
  count,
  flag,
  listOf,
  mapOf,
  named,
  oneOf,
  optional,
  orNull,
  text,
} from "../describe.ts";
import type { Of } from "../describe.ts";
import { cxxJson, cxxShape } from "./cxx-json.ts";
import { elfDescriptions, elfJson } from "./elf-fields.ts";
import { gpuJson, gpuShape } from "./gpu-json.ts";
import { pythonJson, pythonShape } from "./python-json.ts";
import { toolchainJson, toolchainShape } from "./toolchain-json.ts";
import type { ElfFacts } from "../../facts/model.ts";
import type { FamilyMaximum } from "../../core/linkage/family-maximum.ts";
import type { Linkage } from "../../core/linkage/kinds.ts";
import type { LibraryReport } from "../../core/report.ts";

const neededShape = named("needed", "One needed library.", {
  name: text("As in DT_NEEDED."),
  linkage: oneOf("How it is satisfied.", [
    "in-wheel",
    "in-wheel-unreachable",
    "allowed",
    "loader",
    "libpython",
    "other-wheel",
    "driver",
    "missing",
  ]),
  path: optional(text("Where it is in the wheel.")),
  via: optional(text("The search path element that leads to it, or the directory of another wheel.")),
  package: optional(text("The package known to bring it, if no search path leads there.")),
});

const maximumShape = named("maximum", "The highest version of a family.", {
  version: text("Full version name."),
  from: text("The library asked for it."),
  symbols: listOf("Symbols that ask for it, the first of them.", text("Symbol name.")),
  symbol_count: count("How many symbols ask for it."),
});

/** In version 1 some of the facts stand between judgements; all others follow them, in the order of their list. */
const libraryFields = ({
  kind,
  arch,
  libc,
  soname,
  rpath,
  runpath,
  build_id,
  ...others
}: typeof elfDescriptions) => ({
  path: text("Path in the wheel."),
  kind,
  arch,
  libc,
  soname,
  needed: listOf("DT_NEEDED without duplicates, and how each is satisfied.", neededShape),
  fits: orNull(
    text("The oldest policy this file fits by itself; null if there is none or it was not judged."),
  ),
  maxima: mapOf(
    "Version family to the highest version needed; GLIBC, GLIBCXX, CXXABI and GCC first.",
    maximumShape,
  ),
  rpath,
  runpath,
  build_id,
  size: count("Size in bytes, unpacked."),
  findings: listOf("Ids of the findings that name this file.", text("Finding id.")),
  cxx: about("C++; null if there are no C++ names.", orNull(cxxShape)),
  toolchain: about("What it was built with; null if nothing is known.", orNull(toolchainShape)),
  gpu: about("GPU code; null if there is none.", orNull(gpuShape)),
  python: about("Python's ABI; null if it uses none of Python's names.", orNull(pythonShape)),
  ...others,
  in_record: added(flag("RECORD lists it; auditwheel never sees a file that is not listed.")),
});

export const libraryShape = named("library", "One native file.", libraryFields(elfDescriptions));
export type LibraryJson = Of<typeof libraryShape>;

/** For a library that could be read; one that could not has an entry in `unreadable` instead. */
export function libraryJson(library: LibraryReport, elf: ElfFacts): LibraryJson {
  const { facts, fits, maxima, linkage, findings, cxx, toolchain, gpu, python } = library;
  const { kind, arch, libc, soname, rpath, runpath, build_id, ...others } = elfJson(elf);
  return {
    path: facts.path,
    kind,
    arch,
    libc,
    soname,
    needed: linkage.map(neededJson),
    fits,
    maxima: Object.fromEntries(maxima.map((maximum) => [maximum.family, maximumJson(maximum)])),
    rpath,
    runpath,
    build_id,
    size: facts.sizeBytes,
    findings,
    cxx: cxxJson(cxx, elf.cxx),
    toolchain: toolchainJson(toolchain),
    gpu: gpuJson(gpu, elf.gpu),
    python: pythonJson(python),
    ...others,
    in_record: facts.inRecord,
  };
}

function neededJson(link: Linkage): Of<typeof neededShape> {
  return {
    name: link.needed,
    linkage: link.kind,
    ...("path" in link && { path: link.path }),
    ...("via" in link && { via: link.via }),
    ...("package" in link && { package: link.package }),
  };
}

const maximumJson = ({ version, from, symbols, symbolCount }: FamilyMaximum): Of<typeof maximumShape> => ({
  version,
  from,
  symbols,
  symbol_count: symbolCount,
});
