/** A report, or the error in its place, in the format asked for. JSON: one input one document, several one a line. */
import { auditwheelJson, type AuditwheelDocument } from "../core/auditwheel/json.ts";
import { errorText } from "../core/error-text.ts";
import type { InspectError } from "../core/inspect-error.ts";
import { systemJson } from "../core/python-json.ts";
import { errorJson, reportJson } from "../core/report-json.ts";
import type { Report } from "../core/report.ts";
import { basename } from "node:path";
import type { ReportOptions } from "./args.ts";
import { floorRow } from "./floor.ts";
import { isIgnored } from "./ignore.ts";
import { render } from "./layout.ts";
import { colored, plain } from "./paint.ts";
import { printHeadline, printReport } from "./print-text.ts";
import { tool } from "./tool.ts";

export interface Style {
  readonly color: boolean;
  readonly width: number;
  readonly tableWidth: number;
  /** There are several inputs. */
  readonly several: boolean;
}

export function formatReport(report: Report, options: ReportOptions, style: Style): string {
  switch (options.format) {
    case "json":
      return json(marked(reportJson(report, tool), report, options), style, 2);
    case "auditwheel":
      return auditwheel(auditwheelJson(report), style);
    case "text": {
      const lines = options.quiet
        ? printHeadline(report, options.floor)
        : printReport(report, { ...options, ...style });
      return render(lines, style.color ? colored : plain);
    }
  }
}

/** In text an error is told on standard error alone. */
export function formatError(path: string, error: InspectError, options: ReportOptions, style: Style): string {
  switch (options.format) {
    case "json":
      return json(errorJson(basename(path), error, tool), style, 2);
    case "auditwheel":
      return auditwheel({ version: 1, wheel: basename(path), error: errorText(error).sentence }, style);
    case "text":
      return "";
  }
}

/** `--ignore` and `--floor` are this run's, not the report's: the document says which findings and which system they mean. */
function marked(document: ReturnType<typeof reportJson>, report: Report, { ignore, floor }: ReportOptions) {
  const findings = document.findings.map((finding, index) => {
    const origin = report.findings[index];
    return origin !== undefined && isIgnored(origin, ignore) ? { ...finding, ignored: true } : finding;
  });
  const row = floorRow(report, floor);
  return { ...document, findings, ...(row !== null && { floor: systemJson(row) }) };
}

const json = (document: unknown, { several }: Style, indent: number): string =>
  `${JSON.stringify(document, null, several ? 0 : indent)}\n`;

/** As Python's `json.dumps(…, indent=4)` prints: everything that is not printable ASCII is escaped. */
const auditwheel = (document: AuditwheelDocument, style: Style): string =>
  json(document, style, 4).replace(
    /[^\n -~]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
