/** A report, or the error in its place, in the format asked for. JSON: one input one document, several one a line. */
import { visibleJson } from "../../facts/invisible.ts";
import { auditwheelJson, type AuditwheelDocument } from "../../core/auditwheel/json.ts";
import { errorText } from "../../core/error-text.ts";
import type { InspectError } from "../../facts/inspect-error.ts";
import { systemJson } from "../../document/json/system-json.ts";
import { errorJson, reportJson } from "../../document/json/report-json.ts";
import { readRelease } from "../../core/release/read-release.ts";
import type { ReleaseInput } from "../../core/release/release.ts";
import type { Finding, Report } from "../../core/report.ts";
import { basename } from "node:path";
import type { ReportOptions } from "../args/args.ts";
import { floorRow, keepsFloor } from "../commands/floor.ts";
import { exitCodes, type ExitCode } from "../terminal/host.ts";
import { isIgnored } from "../args/ignore.ts";
import { render, span, type Line } from "../terminal/layout.ts";
import { colored, plain } from "../terminal/paint.ts";
import { markdownLine, markdownLinkTo, markdownRelease, markdownReport } from "../markdown/markdown.ts";
import { printRelease } from "../text/print-release.ts";
import { printFailing, printHeadline, printReport } from "../text/print-text.ts";
import type { Saved } from "../input/found.ts";
import { tool } from "../terminal/tool.ts";

export interface Style {
  readonly color: boolean;
  readonly width: number;
  readonly tableWidth: number;
  /** ISO date. */
  readonly today: string;
}

/** One file: its report, or why there is none. */
export type Judged =
  | {
      readonly kind: "report";
      readonly report: Report;
      /** The document it was read from; null: from the file itself. */
      readonly saved: Saved | null;
      /** Its share of the exit code. */
      readonly code: ExitCode;
      readonly failing: readonly Finding[];
    }
  | {
      readonly kind: "error";
      readonly path: string;
      readonly isFile: boolean;
      readonly error: InspectError;
    };
type JudgedReport = Extract<Judged, { kind: "report" }>;

/** `several`: there are several inputs. */
type OneOf = Style & { readonly several: boolean };

export function formatReport(judged: JudgedReport, options: ReportOptions, style: OneOf): string {
  const { report, saved, code } = judged;
  const fails = code === exitCodes.findings;
  switch (options.format) {
    case "markdown":
      return options.quiet
        ? markdownLine(report, judged.failing, options.floor, fails)
        : markdownReport(judged, null, markdownLinkTo([report], options), options, 3);
    case "json":
      return json(marked(reportJson(report, tool, saved?.dropped), report, options), style, 2);
    case "auditwheel":
      return auditwheel(auditwheelJson(report), style);
    case "text": {
      const lines = options.quiet
        ? printHeadline(report, { ...options, ...checked(judged) })
        : printReport(report, { ...options, ...style, ...checked(judged) });
      return paint(lines, style);
    }
  }
}

/** What the exit status says of it, for the mark; a file that could not be judged has a mark of its own. */
const checked = ({ saved, code, failing }: JudgedReport) => ({
  saved,
  fails: code === exitCodes.findings,
  failing: code === exitCodes.findings ? failing : [],
});

const paint = (lines: readonly Line[], { color }: Style): string => render(lines, color ? colored : plain);

/** Several files as text or Markdown: the table and what differs, then what made the check fail, or with `--each` every report. */
export function formatSeveral(all: readonly Judged[], options: ReportOptions, style: Style): string {
  const { floor, against, each, library, ignore } = options;
  const inputs = all.map((judged): ReleaseInput => {
    if (judged.kind === "error")
      return { kind: "unread", fileName: basename(judged.path), sizeBytes: null, error: judged.error };
    const { report } = judged;
    const findings = report.findings.filter((one) => !isIgnored(one, ignore, report));
    return { kind: "report", report: { ...report, findings } };
  });
  const keeps = all.flatMap((judged, index) =>
    judged.kind === "report" && keepsFloor(judged.report, floor) ? [index] : [],
  );
  const release = readRelease(inputs);
  const asked = floor === null ? null : { id: floor, keeps: new Set(keeps) };
  const reports = all.filter((judged) => judged.kind === "report");
  const whole = each || library !== null;
  const blocks = whole ? reports : reports.filter(({ code }) => code !== exitCodes.fine);
  if (options.format === "markdown") {
    const link = markdownLinkTo(
      reports.map(({ report }) => report),
      options,
    );
    const parts = blocks.map((judged) =>
      markdownReport(judged, whole ? null : judged.failing, null, options, 4),
    );
    return [markdownRelease(release, asked, link, options), ...parts].join("\n");
  }
  const lines: Line[] = [
    ...(against === null ? [] : [[span(`Judged against ${against}, whatever they claim.`, "warn")], []]),
    ...printRelease(release, asked, tableWidth(style)),
    ...blocks.flatMap((judged) => {
      const shown = { ...options, ...style, ...checked(judged) };
      return [
        [],
        [],
        ...(whole ? printReport(judged.report, shown) : printFailing(judged.report, judged.failing, shown)),
      ];
    }),
    ...(whole || blocks.length > 0
      ? []
      : [[], [span("Each wheel in full: --each, or name one file.", "dim")]]),
  ];
  return paint(lines, style);
}

/** In a pipe a table has no use for more columns than prose: somebody reads it in a log. */
const tableWidth = (style: Style): number =>
  Number.isFinite(style.tableWidth) ? style.tableWidth : style.width;

/** In text an error is reported on standard error alone. */
export function formatError(path: string, error: InspectError, options: ReportOptions, style: OneOf): string {
  switch (options.format) {
    case "json":
      return json(errorJson(basename(path), error, tool), style, 2);
    case "auditwheel":
      return auditwheel({ version: 1, wheel: basename(path), error: errorText(error).sentence }, style);
    case "text":
    case "markdown":
      return "";
  }
}

/** `--ignore` and `--floor` are this run's, not the report's: the document says which findings and which system they mean. */
function marked(document: ReturnType<typeof reportJson>, report: Report, { ignore, floor }: ReportOptions) {
  const findings = document.findings.map((finding, index) => {
    const origin = report.findings[index];
    return origin !== undefined && isIgnored(origin, ignore, report)
      ? { ...finding, ignored: true }
      : finding;
  });
  const row = floorRow(report, floor);
  return { ...document, findings, ...(row !== null && { floor: systemJson(row) }) };
}

const json = (document: unknown, { several }: OneOf, indent: number): string =>
  `${visibleJson(document, several ? 0 : indent)}\n`;

/** As Python's `json.dumps(…, indent=4)` prints: everything that is not printable ASCII is escaped. */
const auditwheel = (document: AuditwheelDocument, style: OneOf): string =>
  json(document, style, 4).replace(
    /[^\n -~]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
