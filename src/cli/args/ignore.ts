/** `--ignore`: findings that are still listed, marked, but do not count in `check`. */
import type { FindingId } from "../../core/findings/index.ts";
import type { Finding } from "../../core/report.ts";
import { matchesGlob } from "./glob.ts";

export interface IgnoreRule {
  readonly id: FindingId;
  /** Only for libraries whose path matches; null: wherever it is found. */
  readonly glob: string | null;
}

/** True if a rule covers the whole finding: with a glob, every library that the finding names. */
export function isIgnored(finding: Finding, rules: readonly IgnoreRule[]): boolean {
  const applying = rules.filter(({ id }) => id === finding.id);
  if (applying.some(({ glob }) => glob === null)) return true;
  return (
    finding.libraries.length > 0 &&
    finding.libraries.every((path) => applying.some(({ glob }) => glob !== null && matchesGlob(path, glob)))
  );
}
