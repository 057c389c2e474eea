/** The report in a few lines of plain text, ready for an issue. */
import type { Finding, Report } from "../core/report.ts";
import { plainText } from "../core/sentence.ts";
import { evidenceLine } from "./evidence.ts";
import { outcomeStates, severityStates } from "./states.ts";

/** Good news is in the headline already; notes stay out of a summary. */
const worthTelling = (finding: Finding): boolean =>
  finding.severity === "error" || finding.severity === "warning";

/** Pieces of evidence quoted for each finding. */
const quoted = 3;

export function summaryText(report: Report): string {
  const { verdict, facts, findings } = report;
  const lines = [
    facts.fileName,
    `${outcomeStates[verdict.outcome].character} ${plainText(verdict.headline)}`,
  ];
  if (verdict.second.length > 0) lines.push(plainText(verdict.second));
  for (const finding of findings.filter(worthTelling)) {
    lines.push(
      "",
      `${severityStates[finding.severity].character} ${plainText(finding.sentence)} (${finding.id})`,
    );
    for (const evidence of finding.evidence.slice(0, quoted)) lines.push(`    ${evidenceLine(evidence)}`);
    const hidden = finding.evidenceTotal - Math.min(quoted, finding.evidence.length);
    if (hidden > 0) lines.push(`    … and ${hidden} more`);
  }
  lines.push("", `Wheelscope, policies of ${report.policyDate}`);
  return `${lines.join("\n")}\n`;
}
