/** The tables of a release, for a terminal and for Markdown alike. */
import type { Difference, Release, ReleaseRow, RowField } from "../../core/release/release.ts";
import { count } from "../../core/sentence.ts";
import { cellTexts, columnFields, type TextColumn } from "../../present/release/rows.ts";
import { claimWords, countsOf } from "../../present/release/words.ts";
import { formatBytes } from "../../present/units.ts";
import { familyTables, type FamilyTable } from "./family-tables.ts";
import { span, type Column, type Span, type Table } from "../terminal/layout.ts";
import { outcomeSign, severitySign } from "./signs.ts";

/** A system on which every wheel has to run. */
export interface ReleaseFloor {
  readonly id: string;
  /** The wheels (`index`) that do. */
  readonly keeps: ReadonlySet<number>;
}

/** One table of wheels, and what follows from it. */
export interface ReleaseBlock {
  /** `numpy 2.4.6`. */
  readonly title: string;
  /** `6 wheels · 85 MB`. */
  readonly about: string;
  readonly table: Table;
  readonly families: readonly FamilyTable[];
  readonly differences: readonly Difference[];
}

/** Groups of several wheels each have a table; what stands alone is put in one list. */
export function releaseBlocks({ groups }: Release, floor: ReleaseFloor | null): ReleaseBlock[] {
  const several = groups.filter((group) => group.project !== null && group.rows.length > 1);
  const alone = groups.filter((group) => !several.includes(group)).flatMap(({ rows }) => rows);
  const blocks = several.map(({ project, version, rows, families, differences }): ReleaseBlock => ({
    title: `${project ?? ""} ${version ?? ""}`,
    about: amount(rows),
    table: rowTable(rows, differences, hasTwins(rows) ? "file" : "none", floor),
    families: familyTables(families, rows),
    differences,
  }));
  if (alone.length === 0) return blocks;
  const list = rowTable(alone, [], hasTwins(alone) ? "file" : "project", floor);
  const title = blocks.length > 0 ? "Others" : "Files";
  return [...blocks, { title, about: amount(alone), table: list, families: [], differences: [] }];
}

function amount(rows: readonly ReleaseRow[]): string {
  const size = rows.reduce((sum, { sizeBytes }) => sum + (sizeBytes ?? 0), 0);
  const wheels = rows.every(({ python }) => python !== "");
  return `${wheels ? count(rows.length, "wheel") : count(rows.length, "file")} · ${formatBytes(size)}`;
}

/** Whether some rows cannot be distinguished without their file names. */
function hasTwins(rows: readonly ReleaseRow[]): boolean {
  const keys = rows.map((row) =>
    [
      row.project ?? row.fileName,
      row.version,
      row.python,
      row.architecture,
      row.libc,
      row.variant,
      cellTexts.claims(row),
    ].join(" "),
  );
  return new Set(keys).size < keys.length;
}

/** `named`: how a row says which wheel it is, beyond Python, architecture and claim. */
function rowTable(
  rows: readonly ReleaseRow[],
  differences: readonly Difference[],
  named: "file" | "project" | "none",
  floor: ReleaseFloor | null,
): Table {
  const marks = new Set(
    differences.flatMap((each) => each.marks.map(({ row, field }) => `${String(row)} ${field}`)),
  );
  const marker =
    ({ index }: ReleaseRow) =>
    (text: string, field: RowField, style: Span["style"] = null): Span =>
      marks.has(`${String(index)} ${field}`) ? span(`${text}*`, "warn") : span(text, style);
  const columns: Column[] = [
    { title: "" },
    ...(named === "none" ? [] : [{ title: named === "file" ? "file" : "wheel", shrinkTo: 24 }]),
    ...(named === "file" ? [] : [{ title: "python", shrinkTo: 10 }]),
    { title: "arch", dispensable: named === "file" ? 3 : 0 },
    { title: "libc", dispensable: 5 },
    { title: "variant" },
    ...(floor === null ? [] : [{ title: floor.id }]),
    { title: "claims", dispensable: named === "file" ? 8 : 0, shrinkTo: 16 },
    { title: "fits" },
    { title: "glibc", align: "right" as const },
    { title: "GLIBCXX", align: "right" as const, dispensable: 2 },
    { title: "CXXABI", align: "right" as const, dispensable: 6 },
    { title: "GCC", align: "right" as const, dispensable: 7 },
    { title: "string", dispensable: 4 },
    { title: "GPU", dispensable: 1 },
    { title: "size", align: "right" as const, dispensable: 3 },
    { title: "findings" },
  ];
  const cells = rows.map((row): Span[] => {
    const mark = marker(row);
    const [sign, style] = outcomeSign(row.outcome);
    const text = (column: TextColumn): Span => span(cellTexts[column](row));
    const marked = (column: TextColumn): Span => {
      const words = cellTexts[column](row);
      const field = columnFields[column];
      return words === "" || field === undefined ? span(words) : mark(words, field);
    };
    return [
      span(sign, style),
      ...(named === "none" ? [] : [span(named === "file" ? row.fileName : wheelName(row), "library")]),
      ...(named === "file" ? [] : [text("python")]),
      text("arch"),
      text("libc"),
      span(row.variant ?? ""),
      ...(floor === null ? [] : [floor.keeps.has(row.index) ? span("✓", "good") : span("✗", "bad")]),
      mark(cellTexts.claims(row), "claim"),
      span(claimWords(row).fits, "tag"),
      marked("glibc"),
      marked("glibcxx"),
      marked("cxxabi"),
      marked("gcc"),
      marked("string"),
      marked("gpu"),
      text("size"),
      mark(findingWords(row), "findings"),
    ];
  });
  return { columns, rows: cells };
}

const wheelName = ({ project, version, fileName }: ReleaseRow): string =>
  project === null ? fileName : `${project} ${version ?? ""}`;

/** Problems, warnings and notes, by their signs: `✗1 !2`. */
function findingWords(row: ReleaseRow): string {
  if (row.error !== null) return row.error.id;
  return countsOf(row)
    .map(([severity, amount]) => `${severitySign(severity)[0]}${amount}`)
    .join(" ");
}
