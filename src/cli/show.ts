/** `wheelscope show`: reports that never fail on findings, as `auditwheel show` does not. */
import type { ReportOptions } from "./args.ts";
import { exitCodes, type ExitCode, type Host } from "./host.ts";
import { runReports } from "./reports.ts";

export const show = (options: ReportOptions, host: Host): Promise<ExitCode> =>
  runReports(options, host, { code: () => exitCodes.fine, failing: () => [] });
