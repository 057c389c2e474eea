/**
 * `wheelscope load` and `wheelscope doctor`: files loaded together, as one process would. Both make a setting (files, system, Python)
 * and ask the same model; `doctor` takes the files of an environment and the libraries of this machine.
 */
import { loadTogether, type Together } from "../../core/together/together.ts";
import type { Setting } from "../../core/together/setting.ts";
import { elsewhereIn } from "../../core/together/elsewhere.ts";
import { exportsName } from "../../engine/wheel/link-table.ts";
import { tableHost } from "../../core/together/known-host.ts";
import { interpreterOf } from "../../core/together/interpreter.ts";
import { knowledge } from "../../data/index.ts";
import { togetherJson } from "../../document/json/together-json.ts";
import { normalizeName } from "../../facts/names/project-name.ts";
import { togetherRows, togetherSummary } from "../../core/together/rows.ts";
import { UsageError, type TogetherOptions } from "../args/args.ts";
import { addEnvironment, findEnvironment } from "../together/environment.ts";
import { hostOfMachine, packagesHere, pageSize, readSystem, systemFiles } from "../together/machine.ts";
import { markdownTogether, printTogether, type Printed } from "../together/print-together.ts";
import {
  addFile,
  createReading,
  emptySet,
  isFolder,
  joinMembers,
  type Reading,
  type ReadSet,
} from "../together/read-set.ts";
import { tool } from "../terminal/tool.ts";
import { readHints } from "../together/scripts.ts";
import { colored, plain } from "../terminal/paint.ts";
import { createOutput, whyNoOutput } from "../terminal/output.ts";
import { exitCodes, type ExitCode, type Host } from "../terminal/host.ts";
import { render } from "../terminal/layout.ts";
import { systemReason } from "../input/inputs.ts";
import { assertSystem } from "./floor.ts";
import { visible } from "../../facts/invisible.ts";

export async function load(options: TogetherOptions, host: Host): Promise<ExitCode> {
  return together(options, host, async (set, reading) => {
    let python = options.python === null ? null : options.python.version.join(".");
    for (const input of options.inputs) {
      if (!(await isFolder(input))) {
        await addFile(set, input, python ?? "3", reading);
        continue;
      }
      const environment = await findEnvironment(input);
      python ??= environment.python;
      await addEnvironment(set, environment, reading);
    }
    return { python, system: options.system };
  });
}

export async function doctor(options: TogetherOptions, host: Host): Promise<ExitCode> {
  const [folder = process.env["VIRTUAL_ENV"] ?? ".venv"] = options.inputs;
  if (!(await isFolder(folder)))
    throw new UsageError(
      `doctor: there is no folder ${visible(folder)}; give an environment or its site-packages.`,
    );
  return together(options, host, async (set, reading) => {
    const environment = await findEnvironment(folder);
    await addEnvironment(set, environment, reading);
    return { python: environment.python, system: options.system ?? "here" };
  });
}

interface Wanted {
  /** `3.12`; null: any. */
  readonly python: string | null;
  readonly system: string | null;
}

async function together(
  options: TogetherOptions,
  host: Host,
  gather: (set: ReadSet, reading: Reading) => Promise<Wanted>,
): Promise<ExitCode> {
  if (options.system !== null && options.system !== "here") assertSystem(options.system, knowledge.systems);
  if (options.output !== null) {
    const why = await whyNoOutput(options.output, options.inputs).catch(systemReason);
    if (why !== null) throw new UsageError(`--output: ${visible(options.output)} is left as it is: ${why}.`);
  }
  const inspector = await host.createInspector();
  try {
    const reading = createReading(inspector, host);
    const set = emptySet();
    const wanted = await gather(set, reading);
    const printed = await loadSet(set, wanted, options, reading);
    if (host.signal.aborted) return exitCodes.interrupted;
    const output = createOutput(options.output, host.out);
    output.write(written(printed, options, host));
    await output.finish();
    return codeOf(printed);
  } finally {
    inspector.dispose();
  }
}

async function loadSet(
  set: ReadSet,
  { python, system }: Wanted,
  options: TogetherOptions,
  reading: Reading,
): Promise<Printed> {
  const machine = system === "here" ? await readSystem(set.files, await systemFiles(), reading) : null;
  const files = [...set.files, ...(machine?.files ?? [])];
  const members = await joinMembers(files);
  const setting: Setting = {
    members,
    packages: set.packages,
    host:
      machine === null
        ? tableHost(system, members, knowledge)
        : await hostOfMachine(
            machine,
            members.slice(set.files.length),
            await pageSize(),
            await packagesHere(knowledge),
          ),
    python: options.python ?? interpreterOf(python),
    first: options.first.map(normalizeName),
  };
  let answer: Together = loadTogether(setting, knowledge);
  // The list of packages is the set's own: what is found out of their scripts stands there.
  if (await readHints(set, answer)) answer = loadTogether(setting, knowledge);
  return {
    setting,
    together: answer,
    rows: togetherRows(
      answer,
      setting,
      elsewhereIn(members, (place, name) => {
        const table = files[place]?.table ?? null;
        return table !== null && exportsName(table, name);
      }),
      knowledge,
    ),
    unread: set.unread,
  };
}

function written(printed: Printed, options: TogetherOptions, host: Host): string {
  switch (options.format) {
    case "json":
      return `${JSON.stringify(togetherJson({ ...printed, summary: togetherSummary(printed.rows) }, tool), null, 2)}\n`;
    case "markdown":
      return markdownTogether(printed, options.all);
    case "text": {
      const isColored =
        options.color === "always" ||
        (options.color === "auto" && options.output === null && host.out.isTerminal && !host.noColor);
      return render(printTogether(printed, options.all, host.out.width), isColored ? colored : plain);
    }
  }
}

function codeOf({ rows, unread }: Printed): ExitCode {
  if (unread.length > 0) return exitCodes.unread;
  return togetherSummary(rows).fails > 0 ? exitCodes.findings : exitCodes.fine;
}
