/** One library in the published JSON document. */
import type { Linkage, LibraryReport } from "./report.ts";

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
export function libraryJson({ facts, fits, maxima, linkage, findings }: LibraryReport): LibraryJson {
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
