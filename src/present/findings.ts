/** Findings by id, worst first, as the list shows them. */
import type { FindingId } from "../core/findings/index.ts";
import type { Finding } from "../core/report.ts";
import { count } from "../core/sentence.ts";
import { COUNTED_SEVERITIES, severityRank, type Severity } from "../core/severity.ts";
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

const words: Readonly<Record<Exclude<Severity, "good">, readonly [one: string, many: string]>> = {
  error: ["problem", "problems"],
  warning: ["warning", "warnings"],
  info: ["note", "notes"],
};

/** `1 problem, 2 warnings, 1 note`; good news is not counted. Null if nothing is left. */
export function countSeverities(findings: readonly { readonly severity: Severity }[]): string | null {
  const counted = COUNTED_SEVERITIES.flatMap((severity) => {
    const amount = findings.filter((finding) => finding.severity === severity).length;
    return amount === 0 ? [] : [count(amount, ...words[severity])];
  });
  return counted.length === 0 ? null : counted.join(", ");
}
