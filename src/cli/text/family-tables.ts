/** Policies and highest versions by architecture: what the rows of a release amount to. */
import type {
  ArchitectureColumn,
  PolicyLine,
  ReleaseFamily,
  ReleaseRow,
} from "../../core/release/release.ts";
import { tellingPolicies } from "../../core/release/telling-policies.ts";
import { span, type Span, type Table } from "../terminal/layout.ts";
import { joinAnd } from "../../core/sentence.ts";
import { cellState, needLines } from "../../present/release/matrix.ts";

export interface FamilyTable {
  readonly title: string;
  /** Which C library, where that is a question: ` (glibc)`. */
  readonly about: string;
  readonly table: Table;
}

/** None for one architecture: the rows say it all. */
export function familyTables(families: readonly ReleaseFamily[], rows: readonly ReleaseRow[]): FamilyTable[] {
  return families
    .filter(({ columns }) => columns.length > 1)
    .map((family): FamilyTable => {
      const { columns, libc } = family;
      const all = columns.reduce((sum, column) => sum + column.rows.length, 0) === rows.length;
      return {
        title: "By architecture",
        about: families.length > 1 || !all ? ` (${libc})` : "",
        table: {
          columns: [{ title: "" }, ...columns.map(({ architecture }) => ({ title: architecture }))],
          rows: [
            ...tellingPolicies(family).map((line): Span[] => [
              span(line.policy),
              ...line.cells.map((_, position) => policyCell(line, position, columns)),
            ]),
            ...valueLines(columns),
          ],
        },
      };
    });
}

function policyCell({ cells }: PolicyLine, position: number, columns: readonly ArchitectureColumn[]): Span {
  const cell = cells[position];
  const total = columns[position]?.rows.length ?? 0;
  if (cell === undefined || cell.state === "undefined") return span("–", "dim");
  const claimed = cell.claiming.length > 0 ? " claimed" : "";
  switch (cell.state) {
    case "all":
      return span(`✓${claimed}`, "good");
    case "some":
      return span(`! ${cellState(cell, total).word}${claimed}`, "warn");
    case "none":
      return span(`✗${claimed}`, claimed === "" ? "dim" : "bad");
  }
}

/** What each architecture needs at most. GPUs have a line for each maker here, with the targets of ROCm. */
function valueLines(columns: readonly ArchitectureColumn[]): Span[][] {
  const line = (title: string, values: readonly string[]): Span[][] =>
    values.every((text) => text === "") ? [] : [[span(title), ...values.map((text) => span(text))]];
  return [
    ...needLines(columns)
      .filter(({ id }) => id !== "gpu")
      .flatMap(({ title, cells }) =>
        line(
          title === "glibc" ? "glibc needed" : title,
          cells.map(({ text }) => text),
        ),
      ),
    ...line(
      "CUDA",
      columns.map(({ cudaMajors }) => joinAnd(cudaMajors.map(String))),
    ),
    ...line(
      "ROCm",
      columns.map(({ rocm }) => (rocm.length > 4 ? `${String(rocm.length)} targets` : rocm.join(" "))),
    ),
  ];
}
