/** `--ignore`: findings that are still listed, marked, but do not count in `check`. */
import type { FindingId } from "../../core/findings/index.ts";
import type { Finding } from "../../core/report.ts";
import { matchesGlob } from "./glob.ts";

export interface IgnoreRule {
  readonly id: FindingId;
  /** Only for libraries whose path matches; null: wherever it is found. */
  readonly glob: string | null;
}

/** What keeps a tag from being met. `claimed-tag-not-met` says no more than that, and follows from these alone. */
const causes: ReadonlySet<FindingId> = new Set([
  "symbol-version-too-new",
  "library-missing",
  "library-not-allowed",
  "forbidden-symbol",
  "isa-above-baseline",
  "private-glibc-symbol",
  "libpython-linked",
  "pyfpe-symbol",
  "ucs2-symbol",
  "cuda-library-undeclared",
]);

/** True if the rules cover the finding; a consequence is covered by those that cover all its causes among the findings. */
export function isIgnored(
  finding: Finding,
  rules: readonly IgnoreRule[],
  { findings }: { readonly findings: readonly Finding[] },
): boolean {
  if (isCovered(finding, rules)) return true;
  if (finding.id !== "claimed-tag-not-met") return false;
  const of = findings.filter(({ id }) => causes.has(id));
  return of.length > 0 && of.every((cause) => isCovered(cause, rules));
}

/** True if a rule covers the whole finding: with a glob, every library that the finding names. */
function isCovered(finding: Finding, rules: readonly IgnoreRule[]): boolean {
  const applying = rules.filter(({ id }) => id === finding.id);
  if (applying.some(({ glob }) => glob === null)) return true;
  return (
    finding.libraries.length > 0 &&
    finding.libraries.every((path) => applying.some(({ glob }) => glob !== null && matchesGlob(path, glob)))
  );
}
