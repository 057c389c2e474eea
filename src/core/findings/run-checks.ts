/** Runs all checks over a wheel. Apart from the list of findings: only who judges needs the checks. */
import type { CheckContext } from "../check-context.ts";
import type { Finding } from "../report.ts";
import { severityRank } from "../severity.ts";
import type { Check, Found } from "./forms.ts";
import { gather } from "./gather.ts";
import { findingIds, findingKinds, type FindingId } from "./index.ts";

const checks: Readonly<Record<FindingId, Check>> = gather(
  "check.ts",
  findingIds,
  import.meta.glob<Check>("./*/check.ts", { eager: true, import: "check" }),
);

/** All findings, worst first; within a severity in the order of the list. Each keeps `evidenceLimit` pieces of evidence. */
export function runChecks(context: CheckContext, evidenceLimit: number): Finding[] {
  return findingIds
    .flatMap((id) => {
      const found = checks[id](context);
      return found === null ? [] : [complete(id, found, evidenceLimit)];
    })
    .sort((a, b) => severityRank(a.severity) - severityRank(b.severity));
}

function complete(id: FindingId, found: Found, evidenceLimit: number): Finding {
  const evidence = found.evidence ?? [];
  return {
    id,
    severity: found.severity ?? findingKinds[id].severity,
    sentence: found.sentence,
    advice: found.advice ?? [],
    libraries: [...new Set(found.libraries ?? [])],
    evidence: evidence.slice(0, evidenceLimit),
    evidenceTotal: Math.max(found.evidenceTotal ?? 0, evidence.length),
  };
}
