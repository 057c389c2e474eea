/** The table of native files: what each fits alone, the highest version of each family, and what it needs outside. */
import type { Architecture, LibraryRole } from "../../facts/model.ts";
import type { LibraryReport, Report } from "../../core/report.ts";
import { lengthOf, span, table, type Column, type Line, type Span } from "../terminal/layout.ts";
import { MAIN_FAMILIES } from "../../facts/version-name.ts";
import { SEVERITIES, severityRank } from "../../core/severity.ts";
import { severitySign } from "./signs.ts";

/** Rows shown unless some are asked for: a terminal is not the place for the 136 libraries of a torch. */
const rowLimit = 25;

export const roles: Readonly<Record<LibraryRole, string>> = {
  "extension-module": "module",
  "shared-library": "library",
  executable: "program",
  "relocatable-object": "object",
};

const columns: readonly Column[] = [
  { title: "" },
  { title: "library", shrinkTo: 34 },
  { title: "kind", dispensable: 5 },
  { title: "arch", dispensable: 1 },
  { title: "fits alone", dispensable: 1 },
  { title: "GLIBC", align: "right" },
  { title: "GLIBCXX", align: "right" },
  { title: "CXXABI", align: "right", dispensable: 4 },
  { title: "GCC", align: "right", dispensable: 3 },
  { title: "needs from elsewhere", dispensable: 2, shrinkTo: 20 },
];

/** The `chosen` libraries, or all: those with findings first, and no more than fit on a screen. */
export function printLibraries(
  report: Report,
  width: number,
  chosen: readonly LibraryReport[] | null,
): Line[] {
  const all = chosen ?? worstFirst(report.libraries);
  if (all.length === 0) return [];
  const shown = chosen === null && all.length > rowLimit + 3 ? all.slice(0, rowLimit) : all;
  const mixed = new Set(report.libraries.flatMap(({ facts }) => facts.elf?.architecture ?? [])).size > 1;
  const rows = (short: boolean) => shown.map((library) => row(library, report.architecture, mixed, short));
  const full = table(columns, rows(false), Infinity);
  const fits = full.every((line) => lengthOf(line) <= width - 2);
  const printed = fits ? full : table(columns, rows(true), width - 2);
  const lines: Line[] = [
    [],
    [span(`Native files (${all.length})`, "strong")],
    ...printed.map((line) => [span("  "), ...line]),
  ];
  const hidden = all.length - shown.length;
  if (hidden > 0)
    lines.push([span(`  and ${hidden} more; --library '**' shows all of them in detail`, "dim")]);
  return lines;
}

/** All of them, or those chosen, without a limit; for formats that fold. */
export function librariesTable(
  report: Report,
  chosen: readonly LibraryReport[] | null,
): { columns: readonly Column[]; rows: readonly (readonly Span[])[] } {
  const mixed = new Set(report.libraries.flatMap(({ facts }) => facts.elf?.architecture ?? [])).size > 1;
  const all = chosen ?? worstFirst(report.libraries);
  return { columns, rows: all.map((library) => row(library, report.architecture, mixed, false)) };
}

function worstFirst(libraries: readonly LibraryReport[]): LibraryReport[] {
  const weight = ({ severity, facts }: LibraryReport) =>
    facts.elf === null ? -1 : severity === null ? SEVERITIES.length : severityRank(severity);
  return [...libraries].sort((a, b) => weight(a) - weight(b) || (a.facts.path < b.facts.path ? -1 : 1));
}

/** `pkg/_core.cpython-312-x86_64-linux-gnu.so` as `pkg/_core.cpython…so`: what is cut is the same in every row. */
const shortPath = (path: string): string =>
  path.replace(/(\.(?:cpython|pypy|graalpy)[a-z]*)-[^/]*\.so$/, "$1…so");

function row(
  library: LibraryReport,
  architecture: Architecture | null,
  mixed: boolean,
  short: boolean,
): Span[] {
  const { facts, fits, maxima, severity } = library;
  const path = span(short ? shortPath(facts.path) : facts.path, "library");
  const [sign, style] =
    severity === null || severity === "good" ? (["", null] as const) : severitySign(severity);
  if (facts.elf === null)
    return [span("?", "warn"), path, span("unread"), span(""), span(facts.error?.id ?? "", "warn")];
  const highest = (family: string) => maxima.find((maximum) => maximum.family === family)?.version;
  return [
    span(sign, style),
    path,
    span(roles[facts.elf.role], "dim"),
    span(mixed ? facts.elf.architecture : "", facts.elf.architecture === architecture ? null : "warn"),
    facts.elf.architecture === architecture
      ? span(fits === null ? "none" : shortTag(fits, architecture), fits === null ? "warn" : null)
      : span("not judged", "dim"),
    ...MAIN_FAMILIES.map((family) => span(highest(family)?.slice(family.length + 1) ?? "")),
    span(outside(library)),
  ];
}

const shortTag = (tag: string, architecture: Architecture | null): string =>
  architecture !== null && tag.endsWith(`_${architecture}`) ? tag.slice(0, -architecture.length - 1) : tag;

/** What has to come from another place than the wheel and the policy; the first two by name. */
function outside({ linkage }: LibraryReport): string {
  const names = linkage
    .filter(
      ({ kind }) => kind === "missing" || kind === "libpython" || kind === "driver" || kind === "other-wheel",
    )
    .map(({ needed }) => needed);
  const more = names.length - 2;
  return names.slice(0, 2).join(", ") + (more > 0 ? ` and ${more} more` : "");
}
