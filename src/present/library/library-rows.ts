/** Rows of the library table: what a row says, how it is filtered and sorted. No React, no DOM. */
import type { FindingId } from "../../core/findings/index.ts";
import type { InspectErrorId } from "../../facts/inspect-error.ts";
import type { LibraryRole } from "../../facts/model.ts";
import { plainText } from "../../core/sentence.ts";
import type { LibraryReport, Report } from "../../core/report.ts";
import type { Linkage } from "../../core/linkage/kinds.ts";
import { SEVERITIES, severityRank, type Severity } from "../../core/severity.ts";
import { isMainFamily, type MainFamily } from "../../facts/names/version-name.ts";
import { fileNameOf, folderOf } from "../../facts/path.ts";
import { compareVersions } from "../orders.ts";
import { architectureName } from "../../core/architecture-name.ts";
import { shortRoles } from "../words.ts";
import { flavourWords, gpuShort, pythonShort, toolchainShort } from "../code.ts";

export interface LibraryRow {
  readonly path: string;
  readonly name: string;
  readonly folder: string;
  /** Null if it could not be read. */
  readonly role: LibraryRole | null;
  readonly kind: string;
  readonly architecture: string;
  /** Its architecture is that of the wheel. */
  readonly isJudged: boolean;
  /** Full tag; null: fits none, or was not judged. */
  readonly fits: string | null;
  /** Place of `fits` on the ladder, 0 the oldest; the length of the ladder where it fits none. */
  readonly fitsRank: number;
  /** The version without its family's name, e.g. `2.34`. */
  readonly maxima: Readonly<Partial<Record<MainFamily, string>>>;
  /** Full version names of all other families. */
  readonly otherFamilies: readonly string[];
  /** Needed libraries that are not in the wheel, worst first. */
  readonly outside: readonly OutsideNeed[];
  /** The `std::string` ABI in a word; empty without C++ names. These four say what the code was built against. */
  readonly string: string;
  /** `7.5–12.0, PTX`. */
  readonly gpu: string;
  /** `abi3 3.11`. */
  readonly python: string;
  /** `GCC 14.2.1`. */
  readonly toolchain: string;
  readonly findings: readonly FindingId[];
  readonly severity: Severity | null;
  readonly readable: boolean;
  /** Why it could not be read; null if it could. */
  readonly error: InspectErrorId | null;
  /** Lower case: everything the filter box looks at. */
  readonly text: string;
}

export interface OutsideNeed {
  readonly needed: string;
  readonly kind: Exclude<Linkage["kind"], "in-wheel" | "loader">;
}

export function libraryRows(report: Report): readonly LibraryRow[] {
  return report.libraries.map((library) => libraryRow(library, report));
}

function libraryRow(library: LibraryReport, report: Report): LibraryRow {
  const { ladder } = report;
  const { facts } = library;
  const { elf, path } = facts;
  const rank = ladder.findIndex((step) => step.tag === library.fits);
  const maxima: Partial<Record<MainFamily, string>> = {};
  const otherFamilies: string[] = [];
  for (const { family, version } of library.maxima) {
    if (isMainFamily(family)) maxima[family] = withoutFamily(version, family);
    else otherFamilies.push(version);
  }
  const code = {
    string: library.cxx === null ? "" : flavourWords[library.cxx.flavour].short,
    gpu: gpuShort(library),
    python: pythonShort(library),
    toolchain: toolchainShort(library),
  };
  const words = [
    path,
    elf?.soname ?? "",
    ...(elf?.needed ?? []),
    library.fits ?? "",
    ...library.findings,
    ...codeWords(library),
    ...Object.values(code),
  ];
  const versions = elf?.versionNeeds.map((need) => need.version) ?? [];
  return {
    path,
    name: fileNameOf(path),
    folder: folderOf(path),
    role: elf?.role ?? null,
    kind: elf === null ? "unreadable" : shortRoles[elf.role],
    architecture: elf === null ? "" : architectureName(elf.architecture),
    isJudged: elf !== null && elf.architecture === report.architecture,
    fits: library.fits,
    fitsRank: rank < 0 ? ladder.length : rank,
    maxima,
    otherFamilies,
    outside: outsideNeeds(library.linkage),
    ...code,
    findings: library.findings,
    severity: library.severity,
    readable: elf !== null,
    error: facts.error?.id ?? null,
    text: [...words, ...versions].join("\n").toLowerCase(),
  };
}

/** What the filter box finds of a library's code: `old ABI`, `sm_90a`, `gcc-toolset-14`. */
function codeWords({ cxx, gpu, toolchain }: LibraryReport): readonly string[] {
  return [
    cxx === null ? "" : flavourWords[cxx.flavour].title,
    ...(gpu?.sizes.map(({ target }) => target) ?? []),
    ...(gpu?.gfx ?? []),
    toolchain === null ? "" : plainText(toolchain.sentence),
  ];
}

/** `GLIBCXX_3.4.30` of the family `GLIBCXX` is `3.4.30`. */
export function withoutFamily(version: string, family: string): string {
  return version.startsWith(`${family}_`) ? version.slice(family.length + 1) : version;
}

const needOrder: Readonly<Record<OutsideNeed["kind"], number>> = {
  missing: 0,
  "in-wheel-unreachable": 1,
  libpython: 2,
  driver: 3,
  "other-wheel": 4,
  allowed: 5,
};

function outsideNeeds(linkage: readonly Linkage[]): readonly OutsideNeed[] {
  return linkage
    .flatMap(({ kind, needed }) => (kind === "in-wheel" || kind === "loader" ? [] : [{ needed, kind }]))
    .sort((a, b) => needOrder[a.kind] - needOrder[b.kind]);
}

/** 0 if nothing was found; errors weigh most. */
const weight = (severity: Severity | null): number =>
  severity === null ? 0 : SEVERITIES.length - severityRank(severity);

/** What could not be read first, then what has the worst findings. */
export const worstFirst = (rows: readonly LibraryRow[]): LibraryRow[] =>
  [...rows].sort(
    (a, b) =>
      Number(a.readable) - Number(b.readable) || weight(b.severity) - weight(a.severity) || byPath(a, b),
  );

/** What has to come from another place than the wheel and the system, worst first. */
export const fromElsewhere = ({ outside }: LibraryRow): readonly string[] =>
  outside.flatMap(({ kind, needed }) =>
    kind === "allowed" || kind === "in-wheel-unreachable" ? [] : [needed],
  );

export function isProblem(row: LibraryRow): boolean {
  return row.severity === "error" || row.severity === "warning";
}

/** Every word must occur somewhere; case does not matter. */
export function matchesText(row: LibraryRow, text: string): boolean {
  return text
    .toLowerCase()
    .split(/\s+/)
    .every((word) => row.text.includes(word));
}

export type Comparison = (a: LibraryRow, b: LibraryRow) => number;

const byPath: Comparison = (a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0);
const byFamily =
  (family: MainFamily): Comparison =>
  (a, b) =>
    compareVersions(a.maxima[family] ?? "", b.maxima[family] ?? "");

/** Ascending order of each column, by the column's id. The table breaks ties by path. */
export const comparisons = {
  library: byPath,
  kind: (a, b) => a.kind.localeCompare(b.kind, "en"),
  arch: (a, b) => a.architecture.localeCompare(b.architecture, "en"),
  fits: (a, b) => a.fitsRank - b.fitsRank,
  glibc: byFamily("GLIBC"),
  glibcxx: byFamily("GLIBCXX"),
  cxxabi: byFamily("CXXABI"),
  gcc: byFamily("GCC"),
  others: (a, b) => a.otherFamilies.length - b.otherFamilies.length,
  string: (a, b) => a.string.localeCompare(b.string, "en"),
  gpu: (a, b) => compareVersions(a.gpu, b.gpu),
  python: (a, b) => compareVersions(a.python, b.python),
  toolchain: (a, b) => compareVersions(a.toolchain, b.toolchain),
  outside: (a, b) => outsideWeight(a) - outsideWeight(b),
  findings: (a, b) => weight(a.severity) - weight(b.severity) || a.findings.length - b.findings.length,
} as const satisfies Readonly<Record<string, Comparison>>;

export type ColumnId = keyof typeof comparisons;

export const columnIds = Object.keys(comparisons) as readonly ColumnId[];

/** A missing library outweighs any number of allowed ones. */
function outsideWeight(row: LibraryRow): number {
  return row.outside.reduce((sum, { kind }) => sum + (kind === "allowed" ? 1 : 1000 - needOrder[kind]), 0);
}

/** A library whose C++ names tell nothing is no reason for a column. */
const neutral = flavourWords.none.short;

/** Columns that would be empty or the same in every row; hidden unless asked for. */
export function emptyColumns(rows: readonly LibraryRow[]): readonly ColumnId[] {
  const empty: ColumnId[] = [];
  const without = (id: ColumnId, has: (row: LibraryRow) => boolean): void => {
    if (!rows.some(has)) empty.push(id);
  };
  // One architecture for all is said once, above.
  if (new Set(rows.map((row) => row.architecture)).size < 2) empty.push("arch");
  without("glibc", (row) => row.maxima.GLIBC !== undefined);
  without("glibcxx", (row) => row.maxima.GLIBCXX !== undefined);
  without("cxxabi", (row) => row.maxima.CXXABI !== undefined);
  without("gcc", (row) => row.maxima.GCC !== undefined);
  without("others", (row) => row.otherFamilies.length > 0);
  // What is the same in all libraries that say anything has been said by the sections above.
  for (const id of ["string", "python", "toolchain"] as const) {
    const different = new Set(rows.map((row) => row[id]).filter((text) => text !== "" && text !== neutral));
    if (different.size < 2) empty.push(id);
  }
  if (new Set(rows.map((row) => row.gpu)).size < 2) empty.push("gpu");
  // Beside them there is no room for the families that rarely decide; GLIBC and GLIBCXX stay.
  if (!empty.includes("string") || !empty.includes("gpu")) {
    empty.push(...(["cxxabi", "gcc", "others"] as const).filter((id) => !empty.includes(id)));
  }
  return empty;
}

/** Short name of a policy, for rungs and cells: `manylinux_2_17_x86_64` is `2.17`, `android_24_arm64_v8a` is `24`. */
export function shortPolicy(tag: string): string {
  const match = /^(?:many|musl)linux_(\d+)_(\d+)_/.exec(tag);
  if (match !== null) return `${match[1] ?? ""}.${match[2] ?? ""}`;
  const android = /^android_(\d+)_/.exec(tag);
  return android?.[1] ?? (tag.startsWith("linux_") ? "linux" : tag);
}
