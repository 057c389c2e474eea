/** Findings by id, worst first, as the list shows them. */
import type { FindingId } from "../core/findings.ts";
import type { Finding } from "../core/report.ts";
import { severityRank, type Severity } from "../core/severity.ts";
import { groupBy } from "./group-by.ts";

export interface FindingGroup {
  readonly id: FindingId;
  readonly severity: Severity;
  readonly findings: readonly Finding[];
  /** Paths of all libraries named, without duplicates. */
  readonly libraries: readonly string[];
}

export function groupFindings(findings: readonly Finding[]): readonly FindingGroup[] {
  return [...groupBy(findings, (finding) => finding.id)]
    .map(([id, members]) => ({
      id,
      severity: worst(members),
      findings: members,
      libraries: [...new Set(members.flatMap((finding) => finding.libraries))],
    }))
    .sort((a, b) => severityRank(a.severity) - severityRank(b.severity));
}

function worst(findings: readonly Finding[]): Severity {
  return findings
    .map((finding) => finding.severity)
    .reduce((a, b) => (severityRank(b) < severityRank(a) ? b : a));
}

/** How many groups there are of each severity, in words: "1 problem, 2 warnings". */
export function countFindings(groups: readonly FindingGroup[]): string {
  const count = (severity: Severity): number => groups.filter((group) => group.severity === severity).length;
  const words: readonly (readonly [number, string, string])[] = [
    [count("error"), "problem", "problems"],
    [count("warning"), "warning", "warnings"],
    [count("info"), "note", "notes"],
  ];
  const told = words
    .filter(([amount]) => amount > 0)
    .map(([amount, one, many]) => `${amount} ${amount === 1 ? one : many}`);
  return told.length === 0 ? "no problems" : told.join(", ");
}
