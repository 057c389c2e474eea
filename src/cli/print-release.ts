/** Several wheels as text: one line a wheel, policies and versions by architecture, and what differs. */
import type {
  Difference,
  Release,
  ReleaseFamily,
  ReleaseGroup,
  ReleaseRow,
  RowField,
} from "../core/release/release.ts";
import { count } from "../core/sentence.ts";
import { bytes } from "./bytes.ts";
import { hang, span, spansOf, table, wrap, type Column, type Line, type Span } from "./layout.ts";
import { severitySigns } from "./print-findings.ts";
import { printFamily } from "./print-release-families.ts";
import { claimedPolicies, fittingPolicy, outcomeSigns, stringAbiWords } from "./release-words.ts";

export interface ReleaseStyle {
  readonly width: number;
  /** Id of the system on which every wheel has to run, and the wheels (`index`) that do; null: none is asked for. */
  readonly floor: { readonly id: string; readonly keeps: ReadonlySet<number> } | null;
}

/** Groups of several wheels each have a table; what stands alone is put in one list. */
export function printRelease({ groups }: Release, style: ReleaseStyle): Line[] {
  const several = groups.filter((group) => group.project !== null && group.rows.length > 1);
  const alone = groups.filter((group) => !several.includes(group)).flatMap(({ rows }) => rows);
  const blocks = [
    ...several.map((group) => printGroup(group, style)),
    ...(alone.length === 0 ? [] : [printList(alone, several.length > 0, style)]),
  ];
  return blocks.flatMap((block, index) => (index === 0 ? block : [[], ...block]));
}

function printGroup(group: ReleaseGroup, style: ReleaseStyle): Line[] {
  const { rows, families, differences } = group;
  return [
    heading(`${group.project ?? ""} ${group.version ?? ""}`, rows),
    ...printRows(rows, differences, hasTwins(rows) ? "file" : "none", style),
    ...families.flatMap((family: ReleaseFamily) =>
      printFamily(family, families.length > 1, rows, style.width),
    ),
    ...printDifferences(differences, style.width),
  ];
}

const printList = (rows: readonly ReleaseRow[], others: boolean, style: ReleaseStyle): Line[] => [
  heading(others ? "Others" : "Files", rows),
  ...printRows(rows, [], hasTwins(rows) ? "file" : "project", style),
];

function heading(title: string, rows: readonly ReleaseRow[]): Line {
  const size = rows.reduce((sum, { sizeBytes }) => sum + (sizeBytes ?? 0), 0);
  const wheels = rows.every(({ python }) => python !== "");
  const what = wheels ? count(rows.length, "wheel") : count(rows.length, "file");
  return [span(title, "strong"), span(`   ${what} · ${bytes(size)}`, "dim")];
}

/** Whether some rows cannot be told apart without their file names. */
function hasTwins(rows: readonly ReleaseRow[]): boolean {
  const keys = rows.map((row) =>
    [
      row.project ?? row.fileName,
      row.version,
      row.python,
      row.architecture,
      row.libc,
      row.variant,
      claimedPolicies(row),
    ].join(" "),
  );
  return new Set(keys).size < keys.length;
}

function printRows(
  rows: readonly ReleaseRow[],
  differences: readonly Difference[],
  named: "file" | "project" | "none",
  { width, floor }: ReleaseStyle,
): Line[] {
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
    ...(named === "file" ? [] : [{ title: "python" }]),
    { title: "arch", dispensable: named === "file" ? 3 : 0 },
    { title: "libc", dispensable: 5 },
    { title: "variant" },
    ...(floor === null ? [] : [{ title: floor.id }]),
    { title: "claims", dispensable: named === "file" ? 8 : 0 },
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
    const [sign, style] = outcomeSigns[row.outcome];
    const maximum = (family: "GLIBCXX" | "CXXABI" | "GCC"): Span => {
      const found = row.maxima.find((each) => each.family === family);
      return found === undefined ? span("") : mark(found.number, family);
    };
    const gpu = gpuWords(row);
    return [
      span(sign, style),
      ...(named === "none" ? [] : [span(named === "file" ? row.fileName : wheelName(row), "library")]),
      ...(named === "file" ? [] : [span(row.python)]),
      span(row.architecture ?? ""),
      span(libcWord(row)),
      span(row.variant ?? ""),
      ...(floor === null ? [] : [floor.keeps.has(row.index) ? span("✓", "good") : span("✗", "bad")]),
      mark(claimedPolicies(row), "claim"),
      span(fittingPolicy(row), "tag"),
      row.glibcFloor === null ? span("") : mark(row.glibcFloor, "GLIBC"),
      maximum("GLIBCXX"),
      maximum("CXXABI"),
      maximum("GCC"),
      row.stringAbis.length === 0 ? span("") : mark(stringAbiWords(row.stringAbis), "string-abi"),
      gpu === "" ? span("") : mark(gpu, "gpu"),
      span(row.sizeBytes === null ? "" : bytes(row.sizeBytes)),
      mark(findingWords(row), "findings"),
    ];
  });
  return table(columns, cells, width - 2).map((line): Line => [span("  "), ...line]);
}

const wheelName = ({ project, version, fileName }: ReleaseRow): string =>
  project === null ? fileName : `${project} ${version ?? ""}`;

function libcWord({ libc, system }: ReleaseRow): string {
  if (libc !== null && libc !== "none") return libc;
  return system === "Linux" ? "" : (system ?? "");
}

function gpuWords({ cudaMajors, rocm }: ReleaseRow): string {
  const cuda = cudaMajors.length === 0 ? [] : [`CUDA ${cudaMajors.join("+")}`];
  return [...cuda, ...(rocm.length === 0 ? [] : ["ROCm"])].join(", ");
}

/** Problems, warnings and notes, by their signs: `✗1 !2`. */
function findingWords({ counts, error }: ReleaseRow): string {
  if (error !== null) return error.id;
  return (["error", "warning", "info"] as const)
    .flatMap((severity) =>
      counts[severity] === 0 ? [] : [`${severitySigns[severity][0]}${counts[severity]}`],
    )
    .join(" ");
}

function printDifferences(differences: readonly Difference[], width: number): Line[] {
  if (differences.length === 0) return [];
  const marked = differences.some(({ marks }) => marks.length > 0);
  return [
    [],
    [span("What differs", "strong"), span(marked ? "  * marks it above" : "", "dim")],
    ...differences.flatMap(({ severity, sentence, finding }) => {
      const [sign, style] = severitySigns[severity];
      const line = [...spansOf(sentence), span(finding === null ? "" : ` [${finding}]`, "dim")];
      return hang([span("  "), span(sign, style), span(" ")], "    ", wrap(line, width - 4));
    }),
  ];
}
