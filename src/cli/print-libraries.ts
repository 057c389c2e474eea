/** The table of native files: what each fits alone, the highest version of each family, and what it needs outside. */
import type { Architecture, LibraryRole } from "../core/model.ts";
import type { LibraryReport, Report } from "../core/report.ts";
import { span, table, type Column, type Line, type Span } from "./layout.ts";
import { severitySigns } from "./print-findings.ts";

/** Rows shown unless some are asked for: a terminal is not the place for the 136 libraries of a torch. */
const rowLimit = 25;

const rank = { error: 0, warning: 1, info: 2, good: 3 } as const;

export const roles: Readonly<Record<LibraryRole, string>> = {
  "extension-module": "module",
  "shared-library": "library",
  executable: "program",
  "relocatable-object": "object",
};

const columns: readonly Column[] = [
  { title: "" },
  { title: "library", shrinkTo: 24 },
  { title: "kind", dispensable: 5 },
  { title: "arch", dispensable: 1 },
  { title: "fits alone", dispensable: 1 },
  { title: "GLIBC", align: "right" },
  { title: "GLIBCXX", align: "right" },
  { title: "CXXABI", align: "right", dispensable: 4 },
  { title: "GCC", align: "right", dispensable: 3 },
  { title: "needs from elsewhere", dispensable: 2, shrinkTo: 20 },
];

/** Versions of other libraries stand in a library's own block. */
export const families: readonly string[] = ["GLIBC", "GLIBCXX", "CXXABI", "GCC"];

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
  const rows = table(
    columns,
    shown.map((library) => row(library, report.architecture, mixed)),
    width - 2,
  );
  const lines: Line[] = [
    [],
    [span(`Native files (${all.length})`, "strong")],
    ...rows.map((line) => [span("  "), ...line]),
  ];
  const hidden = all.length - shown.length;
  if (hidden > 0)
    lines.push([span(`  and ${hidden} more; --library '**' shows all of them in detail`, "dim")]);
  return lines;
}

function worstFirst(libraries: readonly LibraryReport[]): LibraryReport[] {
  const weight = ({ severity, facts }: LibraryReport) =>
    facts.elf === null ? -1 : severity === null ? 4 : rank[severity];
  return [...libraries].sort((a, b) => weight(a) - weight(b) || (a.facts.path < b.facts.path ? -1 : 1));
}

function row(library: LibraryReport, architecture: Architecture | null, mixed: boolean): Span[] {
  const { facts, fits, maxima, severity } = library;
  const [sign, style] =
    severity === null || severity === "good" ? (["", null] as const) : severitySigns[severity];
  if (facts.elf === null)
    return [
      span("?", "warn"),
      span(facts.path, "library"),
      span("unread"),
      span(""),
      span(facts.error?.id ?? "", "warn"),
    ];
  const highest = (family: string) => maxima.find((maximum) => maximum.family === family)?.version;
  return [
    span(sign, style),
    span(facts.path, "library"),
    span(roles[facts.elf.role], "dim"),
    span(mixed ? facts.elf.architecture : "", facts.elf.architecture === architecture ? null : "warn"),
    facts.elf.architecture === architecture
      ? span(fits === null ? "none" : shortTag(fits, architecture), fits === null ? "warn" : null)
      : span("not judged", "dim"),
    ...families.map((family) => span(highest(family)?.slice(family.length + 1) ?? "")),
    span(outside(library).join(" ")),
  ];
}

const shortTag = (tag: string, architecture: Architecture | null): string =>
  architecture !== null && tag.endsWith(`_${architecture}`) ? tag.slice(0, -architecture.length - 1) : tag;

/** What has to come from another place than the wheel and the policy. */
function outside({ linkage }: LibraryReport): string[] {
  return linkage
    .filter(
      ({ kind }) => kind === "missing" || kind === "libpython" || kind === "driver" || kind === "other-wheel",
    )
    .map(({ needed }) => needed);
}
