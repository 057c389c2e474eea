/**
 * What `show` and `check` share: inspect every input in turn, print its report in the format asked for, and come to one
 * exit code. Nothing but results goes to the output.
 */
import { assess, EVIDENCE_LIMIT } from "../core/assess.ts";
import { errorText } from "../core/error-text.ts";
import { inspectError, type InspectError, type Outcome } from "../core/inspect-error.ts";
import type { WheelFacts } from "../core/model.ts";
import type { Report } from "../core/report.ts";
import { knowledge } from "../data/index.ts";
import { claiming, isPlatformTag } from "./against.ts";
import { UsageError, type ReportOptions } from "./args.ts";
import { assertSystem } from "./floor.ts";
import { formatError, formatReport } from "./format.ts";
import { exitCodes, type ExitCode, type Host } from "./host.ts";
import { expandInputs, systemReason, type Input } from "./inputs.ts";
import { createOutput } from "./output.ts";
import { visible } from "./paint.ts";
import { progressLine } from "./progress.ts";

/** Symbol names kept for each version need where all are asked for; no library has more. */
const allSymbols = 1_000_000;

/** `judge` gives a report's share of the exit code. */
export async function runReports(
  options: ReportOptions,
  host: Host,
  judge: (report: Report) => ExitCode,
): Promise<ExitCode> {
  if (options.against !== null && !isPlatformTag(options.against))
    throw new UsageError(`--against takes a platform tag such as manylinux_2_17, not “${options.against}”.`);
  if (options.floor !== null) assertSystem(options.floor, knowledge.systems);
  const inputs = await expandInputs(options.inputs);
  const output = createOutput(options.output, host.out);
  const style = styleOf(options, host, inputs.length > 1);
  const inspector = await host.createInspector();
  let code: ExitCode = exitCodes.fine;
  try {
    let printed = false;
    for (const input of inputs) {
      const outcome = await inspectInput(input, options, host, inspector);
      if (host.signal.aborted) return exitCodes.interrupted;
      if (outcome.ok) {
        if (printed && options.format === "text" && !options.quiet) output.write("\n\n");
        printed = true;
        const report = assessAs(outcome.value, options);
        output.write(formatReport(report, options, style));
        code = worse(code, judge(report));
      } else {
        host.err.write(errorMessage(input.path, outcome.error));
        output.write(formatError(input.path, outcome.error, options, style));
        code = worse(code, errorText(outcome.error).about === "program" ? exitCodes.bug : exitCodes.unread);
      }
    }
  } finally {
    inspector.dispose();
  }
  try {
    await output.finish();
  } catch (error) {
    host.err.write(
      `wheelscope: ${visible(options.output ?? "")} cannot be written: ${systemReason(error)}\n`,
    );
    return worse(code, exitCodes.unread);
  }
  return code;
}

const worse = (a: ExitCode, b: ExitCode): ExitCode => (a > b ? a : b);

async function inspectInput(
  input: Input,
  options: ReportOptions,
  host: Host,
  inspector: Awaited<ReturnType<Host["createInspector"]>>,
): Promise<Outcome<WheelFacts>> {
  if (input.kind === "nothing")
    return { ok: false, error: inspectError("read-failed", { detail: input.why }) };
  const progress = progressLine(host.err);
  try {
    return await inspector.inspect({
      path: input.path,
      hash: options.format === "json",
      evidenceLimit: options.evidence === Infinity ? allSymbols : Math.max(50, options.evidence),
      onProgress: (state) => progress.show(input.path, state),
      signal: host.signal,
    });
  } finally {
    progress.clear();
  }
}

/** A document keeps the usual amount of evidence, whatever is shown of it in text, unless more is asked for. */
function assessAs(facts: WheelFacts, { against, evidence }: ReportOptions): Report {
  const limit = Math.max(EVIDENCE_LIMIT, evidence);
  const report = assess(facts, knowledge, limit);
  return against === null ? report : assess(claiming(facts, against, report.architecture), knowledge, limit);
}

function errorMessage(path: string, error: InspectError): string {
  const { title, sentence, advice } = errorText(error);
  return `wheelscope: ${visible(path)}: ${title}. ${visible(sentence)} ${advice} [${error.id}]\n`;
}

function styleOf(options: ReportOptions, host: Host, several: boolean) {
  const toScreen = options.output === null;
  const color =
    options.color === "always" ||
    (options.color === "auto" && toScreen && host.out.isTerminal && !host.noColor);
  const columns = toScreen ? host.out.width : 100;
  // Wider prose is hard to read.
  const width = Math.max(40, Math.min(columns, 100));
  return {
    color,
    several,
    width,
    tableWidth: toScreen && host.out.isTerminal ? Math.max(40, columns) : Infinity,
  };
}
