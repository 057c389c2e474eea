/**
 * The words after `wheelscope` as one of a closed list of commands, or a sentence about what is wrong with them. Knows
 * nothing about files or terminals.
 */
import { parseArgs, type ParseArgsConfig } from "node:util";
import type { Severity } from "../../core/severity.ts";
import type { Interpreter } from "../../core/readings/python/claim.ts";
import { choiceOf, evidence, formatOf, ignoreRule, oneOf, pythonVersion, UsageError } from "./arg-values.ts";
import { closest } from "./closest.ts";
import { commandNames, commands, options } from "./options.ts";
import type { IgnoreRule } from "./ignore.ts";

export { UsageError } from "./arg-values.ts";

export type Format = (typeof options.format.choices)[number];
export type When = (typeof options.color.choices)[number];

export interface ReportOptions {
  /** Files and folders, as given. */
  readonly inputs: readonly string[];
  readonly format: Format;
  /** File to write instead of standard output. */
  readonly output: string | null;
  /** Platform tag to judge against instead of the claimed one, perhaps without architecture. */
  readonly against: string | null;
  /** Id of a system on which the wheel has to run. */
  readonly floor: string | null;
  /** Systems shown in text: those in support, or all. */
  readonly systems: "current" | "all";
  readonly ignore: readonly IgnoreRule[];
  /** Glob of library paths; null: no narrowing. */
  readonly library: string | null;
  /** Pieces of evidence shown per finding; `Infinity` for all. */
  readonly evidence: number;
  readonly quiet: boolean;
  /** Of several files each report in full, below the table. */
  readonly each: boolean;
  /** In Markdown: address of the page that shows reports, for links to it; null: not given. */
  readonly page: string | null;
  readonly color: When;
}

export interface CheckOptions extends ReportOptions {
  /** The mildest severity that fails the check. */
  readonly failOn: Exclude<Severity, "good">;
  /** Wheels without native code for Linux fail too. */
  readonly requirePlatform: boolean;
}

export interface TogetherOptions {
  /** Files and folders of `load`; of `doctor` at most one folder, empty: `VIRTUAL_ENV` or `.venv`. */
  readonly inputs: readonly string[];
  /** Id of a system, `here`, or null. */
  readonly system: string | null;
  readonly python: Interpreter | null;
  /** Names of packages, as given. */
  readonly first: readonly string[];
  readonly all: boolean;
  readonly format: "text" | "markdown" | "json";
  readonly output: string | null;
  readonly color: When;
}

export interface LinkOptions {
  /** Files and folders, as given. */
  readonly inputs: readonly string[];
  /** Address of the page that the link is to open; null: not given. */
  readonly page: string | null;
  readonly title: string | null;
  readonly markdown: boolean;
}

export type Command =
  | { readonly kind: "help" }
  | { readonly kind: "version" }
  | { readonly kind: "show"; readonly options: ReportOptions }
  | { readonly kind: "check"; readonly options: CheckOptions }
  /** An id, an error's text, or `-` for a text on standard input. Without any: the list of ids. */
  | {
      readonly kind: "explain";
      readonly text: string | null;
      /** A wheel or library that the text may be about. */
      readonly wheel: string | null;
      readonly color: When;
    }
  | { readonly kind: "link"; readonly options: LinkOptions }
  | { readonly kind: "load" | "doctor"; readonly options: TogetherOptions }
  | { readonly kind: "policies" | "systems"; readonly format: "text" | "json"; readonly color: When };

/** Reads the command line (without `node` and the program). Throws `UsageError`. */
export function parseCommand(words: readonly string[]): Command {
  const [name, ...rest] = words;
  switch (name) {
    case "show": {
      const { values, positionals } = parse(rest, commands.show.options);
      return asked(values) ?? { kind: "show", options: reportOptions(values, positionals) };
    }
    case "check": {
      const { values, positionals } = parse(rest, commands.check.options);
      return (
        asked(values) ?? {
          kind: "check",
          options: {
            ...reportOptions(values, positionals),
            failOn: choiceOf("--fail-on", options["fail-on"], values["fail-on"]),
            requirePlatform: values["require-platform"] ?? false,
          },
        }
      );
    }
    case "load":
    case "doctor": {
      const { values, positionals } = parse(rest, commands[name].options);
      return asked(values) ?? { kind: name, options: togetherOptions(name, values, positionals) };
    }
    case "explain": {
      const { values, positionals } = parse(rest, commands.explain.options);
      // A pasted message is many words where nobody put quotes around it.
      const text = positionals.length === 0 ? null : positionals.join(" ");
      return (
        asked(values) ?? {
          kind: "explain",
          text,
          wheel: values.wheel ?? null,
          color: choiceOf("--color", options.color, values.color),
        }
      );
    }
    case "link": {
      const { values, positionals } = parse(rest, commands.link.options);
      return asked(values) ?? { kind: "link", options: linkOptions(values, positionals) };
    }
    case "policies":
    case "systems": {
      const { values, positionals } = parse(rest, commands[name].options);
      if (positionals.length > 0) throw new UsageError(`${name} takes no file.`);
      const format = oneOf("--format", formatOf(values), ["text", "json"]);
      return asked(values) ?? { kind: name, format, color: choiceOf("--color", options.color, values.color) };
    }
    case undefined:
    case "help":
      return { kind: "help" };
    default:
      return withoutCommand(words);
  }
}

/** `--help` and `--version` stand alone; anything else here is a file or a flag that came before its command. */
function withoutCommand(words: readonly string[]): Command {
  const { values, positionals } = parse([...words], commands.check.options);
  const answer = asked(values);
  if (answer !== null) return answer;
  const [first] = positionals;
  if (first === undefined || commandNames.some((name) => name === first))
    throw new UsageError("The command comes first: wheelscope show FILE, wheelscope check FILE.");
  const meant = closest(first, commandNames);
  throw new UsageError(
    meant === null
      ? `There is no command “${first}”. To look at a file: wheelscope show ${first}`
      : `There is no command “${first}”; did you mean ${meant}?`,
  );
}

function parse<T extends NonNullable<ParseArgsConfig["options"]>>(args: string[], taken: T) {
  const dashed = args.slice(0, args.includes("--") ? args.indexOf("--") : undefined).find(isDashedName);
  if (dashed !== undefined)
    throw new UsageError(`“${dashed}” begins like an option; a file of that name is given as ./${dashed}`);
  try {
    return parseArgs({ args, options: taken, allowPositionals: true });
  } catch (error) {
    // Node's text goes on about escaping positionals; its first sentence says what is wrong.
    const [what = "Unknown flag"] = error instanceof Error ? error.message.split(/[.\n]/, 1) : [];
    const unknown = /^Unknown option '(--[^']+)'/.exec(what)?.[1];
    const flags = Object.keys(taken).map((name) => `--${name}`);
    const meant = unknown === undefined ? null : closest(unknown, flags);
    throw new UsageError(meant === null ? `${what}.` : `${what}; did you mean ${meant}?`);
  }
}

/** Node takes the second dash of `-q-1.0.whl` for the end of all options, and each letter for a file. `-o` has a value behind it. */
const isDashedName = (word: string): boolean => /^-[^-o][^o-]*-/.test(word);

interface Asking {
  readonly help?: boolean | undefined;
  readonly version?: boolean | undefined;
}

function asked({ help, version }: Asking): Command | null {
  if (help) return { kind: "help" };
  return version ? { kind: "version" } : null;
}

function reportOptions(
  values: ReturnType<typeof parse<typeof commands.show.options>>["values"],
  inputs: string[],
): ReportOptions {
  if (inputs.length === 0) throw new UsageError("Which file? Give one or more wheels, libraries or folders.");
  return {
    inputs,
    format: oneOf("--format", formatOf(values), options.format.choices),
    output: values.output ?? null,
    against: values.against ?? null,
    floor: values.floor ?? null,
    systems: choiceOf("--systems", options.systems, values.systems),
    ignore: (values.ignore ?? []).map(ignoreRule),
    library: values.library ?? null,
    evidence: evidence(values.evidence ?? options.evidence.usual),
    quiet: values.quiet ?? false,
    each: values.each ?? false,
    page: values.page ?? null,
    color: choiceOf("--color", options.color, values.color),
  };
}

function togetherOptions(
  name: "load" | "doctor",
  values: ReturnType<typeof parse<typeof commands.load.options>>["values"],
  inputs: string[],
): TogetherOptions {
  if (name === "load" && inputs.length === 0)
    throw new UsageError("Which file? Give one or more wheels, libraries or folders.");
  if (name === "doctor" && inputs.length > 1)
    throw new UsageError("doctor takes one folder: an environment, or its site-packages.");
  return {
    inputs,
    system: values.system ?? null,
    python: values.python === undefined ? null : pythonVersion(values.python),
    first: values.first ?? [],
    all: values.all ?? false,
    format: oneOf("--format", formatOf(values), ["text", "markdown", "json"]),
    output: values.output ?? null,
    color: choiceOf("--color", options.color, values.color),
  };
}

function linkOptions(
  values: ReturnType<typeof parse<typeof commands.link.options>>["values"],
  inputs: string[],
): LinkOptions {
  if (inputs.length === 0) throw new UsageError("Which file? Give one or more wheels, libraries or folders.");
  return {
    inputs,
    page: values.page ?? null,
    title: values.title ?? null,
    markdown: values.markdown ?? false,
  };
}
