/** A report as the command line prints it, without colours: all of it on lines as long as they come, unless a test says otherwise. */
import { render } from "../../src/cli/terminal/layout.ts";
import { plain } from "../../src/cli/terminal/paint.ts";
import { printReport } from "../../src/cli/text/print-text.ts";
import type { TextOptions } from "../../src/cli/text/text-options.ts";
import type { Report } from "../../src/core/report.ts";

const everything: TextOptions = {
  width: 100_000,
  tableWidth: Infinity,
  evidence: Infinity,
  library: null,
  ignore: [],
  against: null,
  floor: null,
  systems: "all",
  today: "2026-12-01",
  fails: false,
  failing: [],
  saved: null,
};

export const asText = (report: Report, changes: Partial<TextOptions> = {}): string =>
  render(printReport(report, { ...everything, ...changes }), plain);
