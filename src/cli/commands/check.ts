/** `wheelscope check`: the same reports as `show`, as an exit code that a build can rely on. */
import type { Finding, Report } from "../../core/report.ts";
import { severityRank } from "../../core/severity.ts";
import type { CheckOptions } from "../args/args.ts";
import { keepsFloor } from "./floor.ts";
import { exitCodes, type ExitCode, type Host } from "../terminal/host.ts";
import { isIgnored } from "../args/ignore.ts";
import { runReports } from "../input/reports.ts";

export const check = (options: CheckOptions, host: Host): Promise<ExitCode> =>
  runReports(options, host, {
    code: (report) => checkCode(report, options),
    failing: (report) => countingFindings(report, options),
  });

/** What one report means for the exit code. */
export function checkCode(
  report: Report,
  options: Pick<CheckOptions, "failOn" | "ignore" | "requirePlatform" | "floor">,
): ExitCode {
  // "Some libraries could not be read" must never look like a pass, whatever is ignored.
  if (report.verdict.outcome === "unknown") return exitCodes.unread;
  const fails =
    report.verdict.outcome === "does-not-load" ||
    countingFindings(report, options).length > 0 ||
    (options.requirePlatform && !hasPlatform(report)) ||
    !keepsFloor(report, options.floor);
  return fails ? exitCodes.findings : exitCodes.fine;
}

/** At or above the threshold, and not ignored. */
const countingFindings = (
  report: Report,
  { failOn, ignore }: Pick<CheckOptions, "failOn" | "ignore">,
): Finding[] =>
  report.findings.filter(
    (finding) =>
      severityRank(finding.severity) <= severityRank(failOn) && !isIgnored(finding, ignore, report),
  );

function hasPlatform({ verdict }: Report): boolean {
  switch (verdict.outcome) {
    case "pure":
    case "nothing-native":
    case "not-linux":
      return false;
    case "complies":
    case "fails":
    case "no-claim":
    case "does-not-load":
    case "unknown":
      return true;
  }
}
