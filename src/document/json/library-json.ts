/** One library in the published JSON document. */
import {
  cxxJson,
  groupJson,
  toolchainJson,
  type CxxJson,
  type GroupJson,
  type ToolchainJson,
} from "./cxx-json.ts";
import { gpuJson, type GpuJson } from "./gpu-json.ts";
import { pythonJson, type PythonJson } from "./python-json.ts";
import type { Linkage } from "../../core/linkage/kinds.ts";
import type { LibraryReport } from "../../core/report.ts";

export interface LibraryJson {
  readonly path: string;
  /** What it is for: `extension-module`, `shared-library`, `executable`, `relocatable-object`. */
  readonly kind: string;
  readonly arch: string;
  readonly libc: string;
  readonly soname: string | null;
  readonly needed: readonly NeededJson[];
  /** The oldest policy it fits by itself. */
  readonly fits: string | null;
  /** Family → the highest version needed. */
  readonly maxima: Readonly<Record<string, MaximumJson>>;
  readonly rpath: string | null;
  readonly runpath: string | null;
  readonly build_id: string | null;
  readonly size: number;
  readonly findings: readonly string[];
  /** Null in these four where there is nothing of the kind. */
  readonly cxx: CxxJson | null;
  readonly toolchain: ToolchainJson | null;
  readonly gpu: GpuJson | null;
  readonly python: PythonJson | null;
  readonly static_tls: boolean;
  /** Null: the file does not say. */
  readonly executable_stack: boolean | null;
  readonly text_relocations: boolean;
  /** Bytes. */
  readonly load_alignment: number;
  /** Bits of the processor levels asked for; null: the file does not say. */
  readonly isa_needed: number | null;
  readonly unique_exports: GroupJson;
  /** File names that stand in the file as strings, as `dlopen` is given them; the first 20. */
  readonly mentioned_libraries: { readonly count: number; readonly names: readonly string[] };
}

export interface NeededJson {
  readonly name: string;
  readonly linkage: Linkage["kind"];
  /** Where in the wheel. */
  readonly path?: string;
  /** The search path element that leads there, or the directory of the other wheel. */
  readonly via?: string;
  /** The package known to bring it. */
  readonly package?: string;
}

export interface MaximumJson {
  readonly version: string;
  readonly from: string;
  readonly symbols: readonly string[];
  readonly symbol_count: number;
}

/** For a library that could be read; one that could not has an entry in `unreadable` instead. */
export function libraryJson(library: LibraryReport): LibraryJson {
  const { facts, fits, maxima, linkage, findings, cxx, toolchain, gpu, python } = library;
  const { elf } = facts;
  return {
    path: facts.path,
    kind: elf?.role ?? "unknown",
    arch: elf?.architecture ?? "unknown",
    libc: elf?.libc ?? "none",
    soname: elf?.soname ?? null,
    needed: linkage.map(neededJson),
    fits,
    maxima: Object.fromEntries(
      maxima.map(({ family, version, from, symbols, symbolCount }) => [
        family,
        { version, from, symbols, symbol_count: symbolCount } satisfies MaximumJson,
      ]),
    ),
    rpath: elf?.rpath ?? null,
    runpath: elf?.runpath ?? null,
    build_id: elf?.buildId ?? null,
    size: facts.sizeBytes,
    findings,
    cxx: cxxJson(cxx, elf?.cxx ?? null),
    toolchain: toolchainJson(toolchain),
    gpu: gpuJson(gpu, elf?.gpu ?? null),
    python: pythonJson(python),
    static_tls: elf?.staticTls ?? false,
    executable_stack: elf?.executableStack ?? null,
    text_relocations: elf?.textRelocations ?? false,
    load_alignment: elf?.loadAlignment ?? 0,
    isa_needed: elf?.isaNeeded ?? null,
    unique_exports: groupJson(elf?.uniqueExports ?? { count: 0, symbols: [] }),
    mentioned_libraries: {
      count: elf?.mentionedLibraries.length ?? 0,
      names: elf?.mentionedLibraries.slice(0, 20) ?? [],
    },
  };
}

function neededJson(link: Linkage): NeededJson {
  return {
    name: link.needed,
    linkage: link.kind,
    ...("path" in link && { path: link.path }),
    ...("via" in link && { via: link.via }),
    ...("package" in link && { package: link.package }),
  };
}
