/** The table of native files: what each fits alone, the highest version of each family, and what it needs outside. */
import type { LibraryReport, Report } from "../../core/report.ts";
import {
  fromElsewhere,
  libraryRows,
  worstFirst,
  type LibraryRow,
} from "../../present/library/library-rows.ts";
import { nativeFileRoles } from "../../present/words.ts";
import { withoutArchitecture } from "../../core/release/policy-names.ts";
import { lengthOf, span, table, type Column, type Line, type Span, type Table } from "../terminal/layout.ts";
import { MAIN_FAMILIES } from "../../facts/names/version-name.ts";
import { severitySign } from "./signs.ts";

/** Rows shown unless some are asked for: a terminal is not the place for the 136 libraries of a torch. */
const rowLimit = 25;

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
  const all = rowsOf(report, chosen);
  if (all.length === 0) return [];
  const shown = chosen === null && all.length > rowLimit + 3 ? all.slice(0, rowLimit) : all;
  const rows = (short: boolean) => shown.map((row) => cells(row, isMixed(report), short));
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
export function librariesTable(report: Report, chosen: readonly LibraryReport[] | null): Table {
  const mixed = isMixed(report);
  return { columns, rows: rowsOf(report, chosen).map((row) => cells(row, mixed, false)) };
}

function rowsOf(report: Report, chosen: readonly LibraryReport[] | null): LibraryRow[] {
  const rows = libraryRows(report);
  if (chosen === null) return worstFirst(rows);
  const paths = new Set(chosen.map(({ facts }) => facts.path));
  return rows.filter(({ path }) => paths.has(path));
}

const isMixed = ({ libraries }: Report): boolean =>
  new Set(libraries.flatMap(({ facts }) => facts.elf?.architecture ?? [])).size > 1;

/** `pkg/_core.cpython-312-x86_64-linux-gnu.so` as `pkg/_core.cpython…so`: what is cut is the same in every row. */
const shortPath = (path: string): string =>
  path.replace(/(\.(?:cpython|pypy|graalpy)[a-z]*)-[^/]*\.so$/, "$1…so");

function cells(row: LibraryRow, mixed: boolean, short: boolean): Span[] {
  const { role, severity, fits, isJudged } = row;
  const path = span(short ? shortPath(row.path) : row.path, "library");
  if (role === null)
    return [span("?", "warn"), path, span("unread"), span(""), span(row.error ?? "", "warn")];
  const [sign, style] =
    severity === null || severity === "good" ? (["", null] as const) : severitySign(severity);
  return [
    span(sign, style),
    path,
    span(nativeFileRoles[role], "dim"),
    span(mixed ? row.architecture : "", isJudged ? null : "warn"),
    isJudged
      ? span(fits === null ? "none" : withoutArchitecture(fits), fits === null ? "warn" : null)
      : span("not judged", "dim"),
    ...MAIN_FAMILIES.map((family) => span(row.maxima[family] ?? "")),
    span(firstTwo(fromElsewhere(row))),
  ];
}

function firstTwo(names: readonly string[]): string {
  const more = names.length - 2;
  return names.slice(0, 2).join(", ") + (more > 0 ? ` and ${more} more` : "");
}
