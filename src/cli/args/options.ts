/**
 * Commands and options of the command line, each described once: the arguments are read by these tables (args.ts), the
 * help text is printed from them (help.ts), and usage errors name what is in them.
 */
import { COUNTED_SEVERITIES } from "../../core/severity.ts";

export interface Option {
  readonly type: "string" | "boolean";
  /** One letter: `-o`. */
  readonly short?: string;
  readonly multiple?: boolean;
  /** What stands for the value in the help text: `--output FILE`. */
  readonly value?: string;
  /** The words it takes. */
  readonly choices?: readonly string[];
  /** The value where the option is not given. */
  readonly usual?: string;
  /** For the help text; `{usual}` and `{choices}` stand for the two above. */
  readonly about: string;
}

export const options = {
  against: {
    type: "string",
    value: "TAG",
    about: "judge against this platform tag (manylinux_2_17) instead of the claimed one",
  },
  floor: {
    type: "string",
    value: "SYSTEM",
    about: "a system it has to run on (ubuntu-22.04); check fails where it does not",
  },
  systems: {
    type: "string",
    value: "WHICH",
    choices: ["current", "all"],
    usual: "current",
    about: "in text: current, or all with those out of support ({usual})",
  },
  each: { type: "boolean", about: "of several files each report in full, below the table" },
  format: {
    type: "string",
    value: "FORMAT",
    choices: ["text", "markdown", "json", "auditwheel"],
    usual: "text",
    about:
      "text, markdown (for issues and summaries), json, or auditwheel (what “auditwheel show --json” prints); of several files JSON is one document a line",
  },
  json: { type: "boolean", about: "short for --format json" },
  evidence: {
    type: "string",
    value: "N|all",
    usual: "5",
    about: "pieces of evidence for each finding in text ({usual}); all: with names in full",
  },
  library: {
    type: "string",
    value: "GLOB",
    about: "only these libraries, in full detail (numpy/linalg/*, libopenblas*)",
  },
  ignore: {
    type: "string",
    multiple: true,
    value: "ID[:GLOB]",
    about: "do not count this finding (for these libraries); may be repeated",
  },
  output: {
    type: "string",
    short: "o",
    value: "FILE",
    about: "write to a file instead of standard output",
  },
  quiet: { type: "boolean", short: "q", about: "one line for each file" },
  color: {
    type: "string",
    value: "WHEN",
    choices: ["auto", "always", "never"],
    usual: "auto",
    about: "{choices}",
  },
  "fail-on": {
    type: "string",
    value: "SEVERITY",
    choices: COUNTED_SEVERITIES,
    usual: "error",
    about: "{choices}: the mildest finding that fails ({usual})",
  },
  "require-platform": {
    type: "boolean",
    about: "fail too if there is no native code for Linux to judge",
  },
  title: { type: "string", value: "TEXT", about: "a title, shown above the report" },
  markdown: { type: "boolean", about: "as Markdown: [✗ example 1.0: needs glibc 2.28](…)" },
  page: {
    type: "string",
    value: "ADDRESS",
    about:
      "where the page is, https://…; else the variable WHEELSCOPE_PAGE. Without either, link prints what follows the address: #/r/…",
  },
  wheel: {
    type: "string",
    value: "FILE",
    about: "a wheel or library to explain it with: its own values, its own libraries",
  },
  system: {
    type: "string",
    value: "SYSTEM",
    about:
      "the system to load on: one of wheelscope systems, or here, this machine. Without it nothing is known of the system; doctor looks at this machine",
  },
  python: {
    type: "string",
    value: "VERSION",
    about: "the Python that imports (3.12, 3.13t); modules for another are left out",
  },
  first: {
    type: "string",
    multiple: true,
    value: "PACKAGE",
    about: "import this package before all others; may be repeated, in this order",
  },
  all: { type: "boolean", about: "list every file, also those that load or may never be loaded" },
  help: { type: "boolean", short: "h", about: "this text" },
  version: {
    type: "boolean",
    short: "V",
    about: "the program's version and the date of its policies",
  },
} as const satisfies Readonly<Record<string, Option>>;

export type OptionName = keyof typeof options;

/** Options under their headings, in the order of the help text; each stands in one group. */
export const optionGroups: readonly (readonly [title: string | null, names: readonly OptionName[]])[] = [
  [
    "Options of show and check",
    [
      "against",
      "floor",
      "systems",
      "each",
      "format",
      "json",
      "evidence",
      "library",
      "ignore",
      "output",
      "quiet",
      "color",
    ],
  ],
  ["Options of check", ["fail-on", "require-platform"]],
  ["Options of link", ["title", "markdown"]],
  ["Options of link and of --format markdown", ["page"]],
  ["Options of load and doctor", ["system", "python", "first", "all"]],
  ["Options of explain", ["wheel"]],
  [null, ["help", "version"]],
];

/** Some of the options, as `parseArgs` of Node takes them. */
function some<K extends OptionName>(...names: readonly K[]): Pick<typeof options, K> {
  return Object.fromEntries(names.map((name) => [name, options[name]])) as Pick<typeof options, K>;
}

const reporting = [
  "help",
  "version",
  "color",
  "format",
  "json",
  "output",
  "against",
  "floor",
  "systems",
  "ignore",
  "library",
  "evidence",
  "quiet",
  "each",
  "page",
] as const;

/** What follows a command's name, and what it then does. */
export interface Usage {
  readonly words: string;
  readonly about: string;
}

export interface CommandDescription {
  readonly usages: readonly Usage[];
  readonly options: Readonly<Partial<Record<OptionName, Option>>>;
}

/** In the order of the help text. */
export const commands = {
  show: {
    usages: [{ words: "FILE…", about: "report on wheels, shared libraries, or folders of wheels" }],
    options: some(...reporting),
  },
  check: {
    usages: [{ words: "FILE…", about: "the same report; fails where a wheel breaks its tag's promise" }],
    options: some(...reporting, "fail-on", "require-platform"),
  },
  load: {
    usages: [
      {
        words: "FILE…",
        about:
          "load wheels, libraries and folders together, as in one environment; fails where one does not load",
      },
    ],
    options: some("help", "version", "color", "format", "json", "output", "system", "python", "first", "all"),
  },
  doctor: {
    usages: [
      {
        words: "[FOLDER]",
        about:
          "the same for an environment as it is installed here (site-packages, .venv); runs none of its code",
      },
    ],
    options: some("help", "version", "color", "format", "json", "output", "system", "python", "first", "all"),
  },
  link: {
    usages: [
      { words: "FILE…", about: "a link with the report inside, to send to others; the file stays here" },
    ],
    options: some("help", "version", "page", "title", "markdown"),
  },
  explain: {
    usages: [
      { words: "[ID]", about: "what a finding, an error or a concept is, and what to do about it" },
      { words: "TEXT", about: "what the error message of a loader, linker or Python means (-: read it)" },
    ],
    options: some("help", "version", "color", "wheel"),
  },
  systems: {
    usages: [{ words: "", about: "the distributions and images known, and what they bring" }],
    options: some("help", "version", "color", "format", "json"),
  },
  policies: {
    usages: [{ words: "", about: "the platform policies known, and their date" }],
    options: some("help", "version", "color", "format", "json"),
  },
} as const satisfies Readonly<Record<string, CommandDescription>>;

export type CommandName = keyof typeof commands;
export const commandNames = Object.keys(commands) as readonly CommandName[];
