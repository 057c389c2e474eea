/** The matrix by architecture line by line: what each cell is about. No React, no DOM. */
import type { PolicyCell, ReleaseFamily, ReleaseMaximum } from "../../core/release/release.ts";
import { tellingPolicies } from "../../core/release/telling-policies.ts";
import { needLines } from "./matrix.ts";

/** What stands behind a cell. */
export type CellSubject =
  | {
      readonly kind: "policy";
      readonly policy: string;
      readonly architecture: string;
      readonly cell: PolicyCell;
      /** Wheels of this architecture. */
      readonly total: number;
      /** Their `index`. */
      readonly all: readonly number[];
    }
  | {
      readonly kind: "need";
      readonly title: string;
      readonly architecture: string;
      /** Empty: nothing needed. */
      readonly text: string;
      readonly from: ReleaseMaximum | null;
    };

export interface Line {
  readonly id: string;
  readonly title: string;
  readonly aliases: readonly string[];
  /** One for each column. */
  readonly cells: readonly CellSubject[];
}

/** Names a cell. */
export const place = (line: Line, column: number): string => `${line.id} ${String(column)}`;

/** Policies, then needs. `all`: every policy, not only those that tell. */
export function linesOf(family: ReleaseFamily, all: boolean): Line[] {
  const { columns } = family;
  const policies = (all ? family.policies : tellingPolicies(family)).map(
    ({ policy, aliases, cells }): Line => ({
      id: policy,
      title: policy,
      aliases,
      cells: cells.map((cell, index) => ({
        kind: "policy",
        policy,
        architecture: columns[index]?.architecture ?? "",
        cell,
        total: columns[index]?.rows.length ?? 0,
        all: columns[index]?.rows ?? [],
      })),
    }),
  );
  const needs = needLines(columns).map(({ id, title, cells }): Line => ({
    id,
    title,
    aliases: [],
    cells: cells.map(({ text, from }, index) => ({
      kind: "need",
      title,
      architecture: columns[index]?.architecture ?? "",
      text,
      from,
    })),
  }));
  return [...policies, ...needs];
}

export function groupLines(lines: readonly Line[]): readonly { title: string; members: readonly Line[] }[] {
  const isPolicy = ({ cells }: Line): boolean => cells[0]?.kind === "policy";
  const needs = lines.filter((line) => !isPolicy(line));
  return [
    { title: "", members: lines.filter(isPolicy) },
    ...(needs.length === 0 ? [] : [{ title: "Needs at most", members: needs }]),
  ];
}

/** What to show at first: a claim that is not kept by all, else a policy that only some meet, else the first cell. */
export function tellingPlace(lines: readonly Line[]): string {
  const find = (test: (cell: CellSubject) => boolean): string | undefined => {
    for (const line of lines) {
      const column = line.cells.findIndex(test);
      if (column >= 0) return place(line, column);
    }
    return undefined;
  };
  return (
    find(
      (cell) => cell.kind === "policy" && cell.cell.claiming.some((row) => cell.cell.limiting.includes(row)),
    ) ??
    find((cell) => cell.kind === "policy" && cell.cell.state === "some") ??
    find((cell) => cell.kind === "policy" && cell.cell.claiming.length > 0) ??
    find(() => true) ??
    ""
  );
}
