/** From the words of a command line to an exit code. Everything outside comes in as `Host`. */
import type { Report } from "../core/report.ts";
import { knowledge } from "../data/index.ts";
import { parseCommand, UsageError, type When } from "./args/args.ts";
import { check } from "./commands/check.ts";
import { explainText, textOf } from "./commands/explain-text.ts";
import { explainId, isExplained, namesThing, notExplained, printIds } from "./commands/explain.ts";
import { help } from "./args/help.ts";
import { exitCodes, type ExitCode, type Host } from "./terminal/host.ts";
import { render, type Line } from "./terminal/layout.ts";
import { doctor, load } from "./commands/load.ts";
import { link } from "./commands/link.ts";
import { colored, plain } from "./terminal/paint.ts";
import { policiesJson, printPolicies } from "./commands/policies.ts";
import { readReport } from "./input/read-report.ts";
import { show } from "./commands/show.ts";
import { printSystemsKnown, systemsJson } from "./commands/systems.ts";
import { tool } from "./terminal/tool.ts";

export async function run(words: readonly string[], host: Host): Promise<ExitCode> {
  try {
    return await runCommand(words, host);
  } catch (error) {
    if (error instanceof UsageError) {
      host.err.write(`wheelscope: ${error.message}\nTry: wheelscope --help\n`);
      return exitCodes.usage;
    }
    host.err.write(
      `wheelscope: this is a fault of Wheelscope, not of your file; please report it.\n` +
        `${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
    );
    return exitCodes.bug;
  }
}

async function runCommand(words: readonly string[], host: Host): Promise<ExitCode> {
  const command = parseCommand(words);
  switch (command.kind) {
    case "show":
      return show(command.options, host);
    case "check":
      return check(command.options, host);
    case "explain":
      print(await explained(command.text, command.wheel, host), command.color, host);
      return exitCodes.fine;
    case "link":
      return link(command.options, host);
    case "load":
      return load(command.options, host);
    case "doctor":
      return doctor(command.options, host);
    case "policies":
      if (command.format === "json") host.out.write(policiesJson(knowledge));
      else print(printPolicies(knowledge, width(host)), command.color, host);
      return exitCodes.fine;
    case "systems":
      if (command.format === "json") host.out.write(systemsJson(knowledge.systems));
      else print(printSystemsKnown(knowledge.systems, width(host)), command.color, host);
      return exitCodes.fine;
    case "help":
      host.out.write(help);
      return exitCodes.fine;
    case "version":
      host.out.write(`wheelscope ${tool.version} (policies of ${knowledge.policyDate}, report version 1)\n`);
      return exitCodes.fine;
  }
}

async function explained(word: string | null, wheel: string | null, host: Host): Promise<readonly Line[]> {
  if (word === null) return printIds(width(host));
  const text = await textOf(word, host);
  const id = text.trim();
  if (namesThing(id)) throw notExplained(id);
  const lines = isExplained(id)
    ? explainId(id, wheel === null ? null : await readWheel(wheel, host), width(host))
    : await explainText(text, wheel, host, width(host));
  if (lines === null) throw notExplained(id);
  return lines;
}

async function readWheel(path: string, host: Host): Promise<Report> {
  const inspector = await host.createInspector();
  try {
    return await readReport(path, host, inspector);
  } finally {
    inspector.dispose();
  }
}

/** Prose wider than this is hard to read. */
const width = (host: Host): number => Math.max(40, Math.min(host.out.width, 100));

function print(lines: readonly Line[], color: When, host: Host): void {
  const painted = color === "always" || (color === "auto" && host.out.isTerminal && !host.noColor);
  host.out.write(render(lines, painted ? colored : plain));
}
