/** The document of `load` and `doctor`, version 1: what became of each file of a set. Only ever added to. */
import {
  constant,
  count,
  flag,
  listOf,
  named,
  object,
  oneOf,
  orNull,
  text,
  type Definitions,
  type Of,
  type SchemaNode,
} from "../describe.ts";
import { DUPLICATE_KINDS } from "../../core/together/duplicates.ts";
import type { Setting } from "../../core/together/setting.ts";
import { plainWords, type TogetherRow } from "../../core/together/rows.ts";
import type { Together } from "../../core/together/together.ts";
import { interpreterName } from "../../core/readings/python/claim.ts";
import { errorText } from "../../core/error-text.ts";
import type { InspectError } from "../../facts/inspect-error.ts";
import { LIBC_KINDS } from "../../facts/reader-lists.ts";
import { togetherSchemaAddress } from "../schema-address.ts";
import type { Tool } from "../tool.ts";

const TOGETHER_VERSION = 1;
const OUTCOMES = ["loads", "fails", "needs"] as const;

const fileShape = named("file", "What became of one file.", {
  path: text("Its path in the wheel, below the environment, or as it was given."),
  package: text("The wheel or package that it came with."),
  kind: oneOf(
    "module: Python imports it. program: it is started. library: it is opened by name, or not at all. part: other files load it, and its outcome is the best of theirs.",
    ["module", "program", "library", "part"],
  ),
  outcome: oneOf("needs: it depends on something that nothing here brings.", OUTCOMES),
  counts: flag("Whether the exit code counts it: modules, programs, and files given by themselves do."),
  message: orNull(text("The loader's own message; null: nothing ends the loading.")),
  cause: orNull(text("One sentence; null: it loads.")),
  remedy: orNull(text("What to do; null: it loads.")),
  wants: listOf("What it needs and nothing here brings.", text("Name of a library.")),
  chain: listOf("From the file to the one at fault: each loads the next.", text("Path.")),
  searched: listOf("Where a library that is not found was looked for, in order.", text("Folder.")),
  alone: orNull(
    object("How it fares when it is opened first and alone; null: in the same way.", {
      outcome: oneOf("Its outcome then.", OUTCOMES),
      message: orNull(text("The loader's message then.")),
    }),
  ),
});

const togetherShape = object("Files loaded together, as in one process.", {
  $schema: text("Address of the schema that describes this document."),
  version: constant("Version of this document's form. Keys may be added within a version.", TOGETHER_VERSION),
  tool: named("tool", "What made this document.", {
    name: text("Name of the program."),
    version: text("Its version."),
  }),
  system: orNull(text("The system; null: none was named, and nothing is known of it.")),
  libc: oneOf("Its C library.", LIBC_KINDS),
  python: orNull(text("The Python that imports; null: any.")),
  packages: listOf("Wheels, packages and files of the set.", text("Name and version, or file name.")),
  loads: count("Files that count and load."),
  fails: count("Files that count and fail."),
  needs: count("Files that count and need something."),
  files: listOf("Every file, in the order of the imports.", fileShape),
  duplicates: listOf(
    "Libraries of which one process gets several copies.",
    object("One kind of library.", {
      kind: oneOf("Which.", DUPLICATE_KINDS),
      copies: listOf(
        "The copies.",
        object("One copy.", { path: text("Its path."), loaded_by: text("The first file that loads it.") }),
      ),
    }),
  ),
  other_python: listOf("Modules for another Python, not looked at.", text("Path.")),
  not_read: listOf(
    "What could not be read.",
    object("One file.", {
      path: text("Its path."),
      error: text("Id of the error."),
      text: text("The same in words."),
    }),
  ),
});
export type TogetherJson = Of<typeof togetherShape>;

export interface TogetherInput {
  readonly setting: Setting;
  readonly together: Together;
  readonly rows: readonly TogetherRow[];
  readonly summary: Readonly<Record<TogetherRow["outcome"], number>>;
  readonly unread: readonly { readonly path: string; readonly error: InspectError }[];
}

export function togetherJson(input: TogetherInput, tool: Tool): TogetherJson {
  const { setting, together, rows, summary, unread } = input;
  const { host, python, packages } = setting;
  const byPath = new Map(setting.members.map((member) => [member.path, member.shown]));
  const shown = (path: string): string => byPath.get(path) ?? path;
  const library = together.unread.flatMap(({ shown: path, error }) =>
    error === null ? [] : [{ path, error }],
  );
  return {
    $schema: togetherSchemaAddress,
    version: TOGETHER_VERSION,
    tool: { name: tool.name, version: tool.version },
    system: host.name,
    libc: host.libc,
    python: python === null ? null : interpreterName(python),
    packages: packages.map(({ title }) => title),
    ...summary,
    files: rows.map(rowJson),
    duplicates: together.duplicates.map(({ kind, copies }) => ({
      kind,
      copies: copies.map(({ path, loadedBy }) => ({ path: shown(path), loaded_by: shown(loadedBy) })),
    })),
    other_python: together.otherPython.map(({ shown: path }) => path),
    not_read: [...unread, ...library].map(({ path, error }) => ({
      path,
      error: error.id,
      text: errorText(error).title,
    })),
  };
}

function rowJson(row: TogetherRow): Of<typeof fileShape> {
  const words = row.words === null ? null : plainWords(row.words);
  return {
    path: row.path,
    package: row.of,
    kind: row.kind,
    outcome: row.outcome,
    counts: row.counts,
    message: row.words?.message ?? null,
    cause: words?.cause ?? null,
    remedy: words?.remedy ?? null,
    wants: row.wants,
    chain: row.chain,
    searched: row.searched,
    alone: row.alone,
  };
}

/** `address`: where it will be found, its `$id`. */
export function togetherSchemaText(address: string): string {
  const definitions: Definitions = new Map();
  const shape: SchemaNode = togetherShape.schema(definitions);
  const schema = {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    $id: address,
    title: "Wheelscope, files loaded together, version 1",
    ...shape,
    $defs: Object.fromEntries(definitions),
  };
  return `${JSON.stringify(schema, null, 2)}\n`;
}
