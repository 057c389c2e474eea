/** `wheelscope show`: reports that never fail on findings, as `auditwheel show` does not. */
import type { ReportOptions } from "../args/args.ts";
import { exitCodes, type ExitCode, type Host } from "../terminal/host.ts";
import { runReports } from "../input/reports.ts";

export const show = (options: ReportOptions, host: Host): Promise<ExitCode> =>
  runReports(options, host, { code: () => exitCodes.fine, failing: () => [] });
