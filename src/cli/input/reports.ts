/**
 * What `show` and `check` share: inspect every input in turn, print its report in the format asked for, and come to one
 * exit code. Nothing but results goes to the output.
 */
import { assess, EVIDENCE_LIMIT } from "../../core/assess.ts";
import { errorText } from "../../core/error-text.ts";
import type { InspectError } from "../../facts/inspect-error.ts";
import type { WheelFacts } from "../../facts/model.ts";
import type { Finding, Report } from "../../core/report.ts";
import { knowledge } from "../../data/index.ts";
import { claiming, isPlatformTag } from "../commands/against.ts";
import { UsageError, type Format, type ReportOptions } from "../args/args.ts";
import { assertSystem } from "../commands/floor.ts";
import { formatError, formatReport, formatSeveral, type Judged, type Style } from "../formats/format.ts";
import { exitCodes, type ExitCode, type Host } from "../terminal/host.ts";
import { expandInputs, systemReason, type Input } from "./inputs.ts";
import type { Inspector } from "./inspector.ts";
import { createOutput, whyNoOutput } from "../terminal/output.ts";
import { pageAddress } from "../args/page-address.ts";
import { visible } from "../../facts/invisible.ts";
import { readOne } from "./read-inputs.ts";
import { withReadableSymbols } from "../text/readable-symbols.ts";

/** What a command makes of a report. */
export interface Judging {
  /** The report's share of the exit code. */
  code(report: Report): ExitCode;
  /** The findings that make it fail; reported below the table of several wheels. */
  failing(report: Report): readonly Finding[];
}

export async function runReports(asked: ReportOptions, host: Host, judging: Judging): Promise<ExitCode> {
  const options = { ...asked, page: pageAddress(asked.page ?? host.page) };
  if (options.against !== null && !isPlatformTag(options.against))
    throw new UsageError(`--against takes a platform tag such as manylinux_2_17, not “${options.against}”.`);
  if (options.floor !== null) assertSystem(options.floor, knowledge.systems);
  const inputs = await expandInputs(options.inputs);
  if (options.output !== null) {
    const files = inputs.map(({ path }) => path);
    const why = await whyNoOutput(options.output, files).catch(systemReason);
    if (why !== null) throw new UsageError(`--output: ${visible(options.output)} is left as it is: ${why}.`);
  }
  const output = createOutput(options.output, host.out);
  const style = styleOf(options, host);
  const inspector = await host.createInspector();
  let code: ExitCode = exitCodes.fine;
  // Several wheels as text are a table, for which all of them must be known.
  const gathers = !isDocumentFormat(options.format) && !options.quiet;
  const gathered: Judged[] = [];
  try {
    for (const input of inputs) {
      const all = await judgeInput(input, options, host, inspector, judging);
      if (host.signal.aborted) return exitCodes.interrupted;
      const several = inputs.length > 1 || all.length > 1;
      for (const judged of all) {
        code = worse(code, codeOf(judged));
        if (judged.kind === "error") host.err.write(errorMessage(judged.path, judged));
        if (gathers) gathered.push(judged);
        else output.write(formatOne(judged, options, { ...style, several }));
      }
    }
    if (gathers) output.write(formatGathered(gathered, options, style));
  } finally {
    inspector.dispose();
  }
  return finish(output, code, options, host);
}

const formatOne = (judged: Judged, options: ReportOptions, style: Style & { several: boolean }): string =>
  judged.kind === "error"
    ? formatError(judged.path, judged.error, options, style)
    : formatReport(judged, options, style);

/** One file in full; of several the table first. What could not even be found is reported on standard error alone. */
function formatGathered(all: readonly Judged[], options: ReportOptions, style: Style): string {
  const found = all.filter((judged) => judged.kind === "report" || judged.isFile);
  const [first, second] = found;
  if (first === undefined) return "";
  return second === undefined
    ? formatOne(first, options, { ...style, several: false })
    : formatSeveral(found, options, style);
}

async function finish(
  output: ReturnType<typeof createOutput>,
  code: ExitCode,
  options: ReportOptions,
  host: Host,
): Promise<ExitCode> {
  try {
    await output.finish();
    return code;
  } catch (error) {
    host.err.write(
      `wheelscope: ${visible(options.output ?? "")} cannot be written: ${systemReason(error)}\n`,
    );
    return worse(code, exitCodes.unread);
  }
}

export const worse = (a: ExitCode, b: ExitCode): ExitCode => (a > b ? a : b);

const codeOf = (judged: Judged): ExitCode =>
  judged.kind === "error" ? errorCode(judged.error) : judged.code;

/** What a file that could not be read means for the exit code. */
export const errorCode = (error: InspectError): ExitCode =>
  errorText(error).about === "program" ? exitCodes.bug : exitCodes.unread;

async function judgeInput(
  input: Input,
  options: ReportOptions,
  host: Host,
  inspector: Inspector,
  judging: Judging,
): Promise<Judged[]> {
  const hash = options.format === "json" || (options.format === "markdown" && options.page !== null);
  const request = { hash, evidence: options.evidence };
  const { path, isFile, outcome } = await readOne(input, request, host, inspector);
  if (!outcome.ok) return [{ kind: "error", path, isFile, error: outcome.error }];
  const judged: Judged[] = [];
  for (const { facts, saved } of outcome.value) {
    const assessed = assessAs(facts, options);
    // All evidence is asked for by those who want the names as they are.
    const asIs = isDocumentFormat(options.format) || options.evidence === Infinity;
    const report = asIs ? assessed : await withReadableSymbols(assessed, inspector);
    judged.push({
      kind: "report",
      report,
      saved,
      code: worse(judging.code(report), auditwheelCode(report, options)),
      failing: judging.failing(report),
    });
  }
  return judged;
}

/** auditwheel exits with 1 where it gives no tag (main_show.py); who reads its form goes by that. */
const auditwheelCode = ({ auditwheel }: Report, { format }: ReportOptions): ExitCode =>
  format === "auditwheel" && auditwheel.kind === "refused" ? exitCodes.findings : exitCodes.fine;

const isDocumentFormat = (format: Format): boolean => format === "json" || format === "auditwheel";

/** A document keeps the usual amount of evidence, whatever is shown of it in text, unless more is asked for. */
function assessAs(facts: WheelFacts, { against, evidence }: ReportOptions): Report {
  const limit = Math.max(EVIDENCE_LIMIT, evidence);
  const report = assess(facts, knowledge, limit);
  return against === null
    ? report
    : assess(claiming(facts, against, report.architecture), knowledge, limit, { asked: true });
}

/** `isFile`: false if there is nothing to read at that path, which is no fault of any file. */
export function errorMessage(
  path: string,
  { isFile, error }: { readonly isFile: boolean; readonly error: InspectError },
): string {
  if (!isFile) return `wheelscope: ${visible(path)}: ${visible(error.detail ?? error.id)}\n`;
  const { title, sentence, advice } = errorText(error);
  return `wheelscope: ${visible(path)}: ${title}. ${visible(sentence)} ${advice} [${error.id}]\n`;
}

function styleOf(options: ReportOptions, host: Host): Style {
  const toScreen = options.output === null;
  const color =
    options.color === "always" ||
    (options.color === "auto" && toScreen && host.out.isTerminal && !host.noColor);
  const columns = toScreen ? host.out.width : 100;
  // Wider prose is hard to read.
  const width = Math.max(40, Math.min(columns, 100));
  return {
    color,
    width,
    today: host.today,
    tableWidth: toScreen && host.out.isTerminal ? Math.max(40, columns) : Infinity,
  };
}
