/** What is said of a set of files, as text for a terminal and as Markdown. */
import type { Setting } from "../../core/together/setting.ts";
import type { Together } from "../../core/together/together.ts";
import { duplicateWords } from "../../core/together/duplicates.ts";
import { code, count, library, say, type Sentence } from "../../core/sentence.ts";
import { interpreterName } from "../../core/readings/python/claim.ts";
import { togetherSummary, type TogetherRow } from "../../core/together/rows.ts";
import { paragraph, span, spansOf, type Line } from "../terminal/layout.ts";
import { NOT_LOOKED_AT } from "../../present/systems.ts";
import { markdownOf } from "../markdown/markdown-text.ts";
import type { Style } from "../terminal/paint.ts";
import type { Unread } from "./read-set.ts";
import { errorText } from "../../core/error-text.ts";

export interface Printed {
  readonly setting: Setting;
  readonly together: Together;
  readonly rows: readonly TogetherRow[];
  readonly unread: readonly Unread[];
}

const signs: Readonly<Record<TogetherRow["outcome"], readonly [sign: string, style: Style]>> = {
  fails: ["✗", "bad"],
  needs: ["?", "warn"],
  loads: ["✓", "good"],
};

/** "12 files of 3 packages on Debian 13 with Python 3.12: 1 fails, 2 need something, 9 load." */
export function headline({ setting, rows }: Pick<Printed, "setting" | "rows">): Sentence {
  const { host, python, packages } = setting;
  const { fails, needs, loads } = togetherSummary(rows);
  const on = host.name === null ? "" : ` on ${host.name}`;
  const py = python === null ? "" : ` with ${interpreterName(python)}`;
  const counted = count(fails + needs + loads, "file");
  const parts = [
    fails > 0 ? `${fails} ${fails === 1 ? "fails" : "fail"}` : "",
    needs > 0 ? `${needs} ${needs === 1 ? "needs" : "need"} something` : "",
    loads > 0 ? `${loads} ${loads === 1 ? "loads" : "load"}` : "",
  ].filter((part) => part !== "");
  return say`${counted} of ${count(packages.length, "package")}${on}${py}: ${parts.length === 0 ? nothing(rows) : parts.join(", ")}.`;
}

/** Where nothing is imported or started. */
function nothing(rows: readonly TogetherRow[]): string {
  const libraries = rows.filter(({ kind }) => kind === "library").length;
  return libraries === 0
    ? "nothing to load"
    : `nothing that Python imports or that is started, but ${count(libraries, "library", "libraries")} to be opened by name`;
}

/** What is shown: what counts and does not load; where nothing counts, all that does not. */
const isShown = (rows: readonly TogetherRow[], all: boolean): ((row: TogetherRow) => boolean) => {
  const none = !rows.some(({ counts }) => counts);
  return (row) => all || (row.outcome !== "loads" && (row.counts || none));
};

/** `all`: also the files that load, and libraries that nothing opens by itself. */
export function printTogether(printed: Printed, all: boolean, width: number): Line[] {
  const { rows, together, unread } = printed;
  const isFine = togetherSummary(rows).fails === 0 && unread.length === 0;
  const shown = rows.filter(isShown(rows, all));
  const lines: Line[] = [
    [span(isFine ? "✓ " : "✗ ", isFine ? "good" : "bad"), ...spansOf(headline(printed))],
  ];
  for (const row of shown) lines.push([], ...printRow(row, width));
  for (const { path, error } of unread)
    lines.push([], [span("✗ ", "bad"), span(path, "library"), span(`  ${errorText(error).title}`)]);
  for (const duplicate of together.duplicates)
    lines.push(
      [],
      ...paragraph([span("! ", "warn"), ...spansOf(duplicateWords(duplicate, shownOf(printed)))], "", width),
    );
  if (together.otherPython.length > 0)
    lines.push(
      [],
      [span(`${count(together.otherPython.length, "module")} for another Python, not looked at`, "dim")],
    );
  const quiet = rows.filter((row) => !row.counts && row.outcome === "fails").length;
  if (!all && quiet > 0)
    lines.push(
      [],
      [
        span(
          `${count(quiet, "library", "libraries")} opened by name, if at all, would not load alone (--all lists them)`,
          "dim",
        ),
      ],
    );
  lines.push([], ...paragraph([span(NOT_LOOKED_AT, "dim")], "", width));
  return lines;
}

export function shownOf({ setting }: Pick<Printed, "setting">): (path: string) => string {
  const byPath = new Map(setting.members.map((member) => [member.path, member.shown]));
  return (path) => byPath.get(path) ?? path;
}

function printRow(row: TogetherRow, width: number): Line[] {
  const [sign, style] = signs[row.outcome];
  const lines: Line[] = [
    [span(`${sign} `, style), span(row.path, "library"), span(row.of === "" ? "" : `  (${row.of})`, "dim")],
  ];
  const { words } = row;
  if (words !== null) {
    if (words.message !== null) lines.push(...paragraph([span(words.message, "code")], "    ", width));
    lines.push(...paragraph(spansOf(words.cause), "    ", width));
    if (row.chain.length > 1) lines.push(...paragraph(spansOf(chainWords(row.chain)), "    ", width));
    if (row.searched.length > 0)
      lines.push(
        ...paragraph(
          spansOf(
            say`Looked for in ${row.searched
              .slice(0, 6)
              .map((folder) => code(folder))
              .flatMap((part, at) => (at === 0 ? [part] : [", ", part]))}, then in the system’s folders.`,
          ),
          "    ",
          width,
        ),
      );
    lines.push(...paragraph(spansOf(words.remedy), "    ", width));
  }
  if (row.alone !== null) {
    const message = row.alone.message === null ? "" : `: ${row.alone.message}`;
    lines.push(...paragraph([span(`Opened alone it ${row.alone.outcome}${message}`, "dim")], "    ", width));
  }
  return lines;
}

const chainWords = (chain: readonly string[]): Sentence =>
  say`Loaded by ${chain.flatMap((path, at) => (at === 0 ? [library(path)] : [" → ", library(path)]))}.`;

/** The same for an issue: the headline, and a point for each file that does not load. */
export function markdownTogether(printed: Printed, all: boolean): string {
  const { rows, together, unread } = printed;
  const isFine = togetherSummary(rows).fails === 0 && unread.length === 0;
  const shown = rows.filter(isShown(rows, all));
  const points = shown.map((row) => {
    const [sign] = signs[row.outcome];
    const lines = [
      `- ${sign} ${markdownOf([span(row.path, "library"), span(row.of === "" ? "" : ` (${row.of})`)])}`,
    ];
    if (row.words !== null) {
      if (row.words.message !== null) lines.push(`  ${markdownOf([span(row.words.message, "code")])}`);
      lines.push(`  ${markdownOf(spansOf(row.words.cause))} ${markdownOf(spansOf(row.words.remedy))}`);
      if (row.chain.length > 1) lines.push(`  ${markdownOf(spansOf(chainWords(row.chain)))}`);
    }
    return lines.join("  \n");
  });
  const others = [
    ...unread.map(
      ({ path, error }) => `- ✗ ${markdownOf([span(path, "library"), span(`: ${errorText(error).title}`)])}`,
    ),
    ...together.duplicates.map(
      (each) => `- ! ${markdownOf(spansOf(duplicateWords(each, shownOf(printed))))}`,
    ),
  ];
  const head = `**${isFine ? "✓" : "✗"}** ${markdownOf(spansOf(headline(printed)))}`;
  return `${[head, "", ...points, ...others].join("\n").trimEnd()}\n`;
}
