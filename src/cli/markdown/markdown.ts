/** Reports as Markdown, for issues, pull requests and the summaries of builds. What comes from a wheel stays text. */
import { architecturesText } from "../../present/words.ts";
import { assess } from "../../core/assess.ts";
import { findingKinds } from "../../core/findings/index.ts";
import { encodeLink } from "../../document/link/encode.ts";
import { sharedReport } from "../../document/link/shared-report.ts";
import { releaseGist } from "../../core/release/gist.ts";
import type { Difference, Release } from "../../core/release/release.ts";
import { otherNativeWords } from "../../core/other-native.ts";
import type { Finding, Report } from "../../core/report.ts";
import { count } from "../../core/sentence.ts";
import { knowledge } from "../../data/index.ts";
import type { ReportOptions } from "../args/args.ts";
import { formatBytes } from "../../present/units.ts";
import { printFloor } from "../commands/floor.ts";
import { matchesGlob } from "../args/glob.ts";
import { isIgnored } from "../args/ignore.ts";
import { spansOf, type Span, type Table } from "../terminal/layout.ts";
import { codeSpan, markdownOf, plainMarkdown } from "./markdown-text.ts";
import { linkAddress } from "../args/page-address.ts";
import { evidenceLine, onlyRepeats } from "../text/print-findings.ts";
import { librariesTable } from "../text/print-libraries.ts";
import { failingWords } from "../text/print-text.ts";
import { releaseBlocks, type ReleaseFloor } from "../text/release-table.ts";
import { checkedSign, severitySign } from "../text/signs.ts";
import { exitCodes, type ExitCode } from "../terminal/host.ts";
import { tool } from "../terminal/tool.ts";

interface Reported {
  readonly report: Report;
  /** Its share of the exit code. */
  readonly code: ExitCode;
}

/** `failing`: these findings alone, without the table of files; null: all of the report. `level`: of its heading. */
export function markdownReport(
  { report, code }: Reported,
  failing: readonly Finding[] | null,
  link: string | null,
  options: ReportOptions,
  level: 3 | 4,
): string {
  const { facts, verdict, libc, policyDate } = report;
  const architectures = architecturesText(report);
  const what = [
    formatBytes(facts.sizeBytes),
    count(facts.libraries.length, "native file"),
    ...otherNativeWords(facts),
    ...(architectures === null ? [] : [architectures]),
    ...(libc === null || libc === "none" ? [] : [libc]),
    `policies of ${policyDate}`,
  ];
  const chosen = ({ libraries }: Finding): boolean =>
    options.library === null || libraries.some((path) => matchesGlob(path, options.library ?? ""));
  const findings = (failing ?? report.findings).filter(chosen);
  return paragraphs([
    `${"#".repeat(level)} ${checkedSign(verdict.outcome, code === exitCodes.findings)[0]} ${codeSpan(facts.fileName)}`,
    `**${markdownOf(spansOf(verdict.headline))}** ${markdownOf(spansOf(verdict.second))}`.trim(),
    what.join(" · "),
    markdownOf(printFloor(report, options.floor, Infinity).flat()),
    findings.map((finding) => markdownFinding(finding, report, options)).join("\n"),
    failing === null ? markdownLibraries(report, options) : "",
    link ?? "",
  ]);
}

/** The table of several wheels, by architecture, and what differs. */
export function markdownRelease(
  release: Release,
  floor: ReleaseFloor | null,
  link: string | null,
  { against }: ReportOptions,
): string {
  const blocks = releaseBlocks(release, floor).flatMap(({ title, about, table, families, differences }) => [
    `**${plainMarkdown(title)}** ${about}`,
    markdownTable(table),
    ...families.flatMap((family) => [`**${family.title}**${family.about}`, markdownTable(family.table)]),
    ...markdownDifferences(differences),
  ]);
  const judged = against === null ? "" : `Judged against ${codeSpan(against)}, whatever they claim.`;
  return paragraphs([`### ${plainMarkdown(releaseGist(release))}`, judged, ...blocks, link ?? ""]);
}

function markdownDifferences(differences: readonly Difference[]): string[] {
  if (differences.length === 0) return [];
  const marked = differences.some(({ marks }) => marks.length > 0);
  return [
    `**What differs**${marked ? " (\\* marks it above)" : ""}`,
    differences
      .map(({ severity, sentence }) => `- ${listSign(severity)}${markdownOf(spansOf(sentence))}`)
      .join("\n"),
  ];
}

/** The list has dots of its own. */
const listSign = (severity: Finding["severity"]): string =>
  severity === "info" ? "" : `${severitySign(severity)[0]} `;

/** `--quiet`. */
export const markdownLine = (
  report: Report,
  failing: readonly Finding[],
  floor: string | null,
  fails: boolean,
): string => {
  const { facts, verdict } = report;
  const line = [
    `- ${checkedSign(verdict.outcome, fails)[0]} ${codeSpan(facts.fileName)}: ${markdownOf(spansOf(verdict.headline))}`,
    // The floor follows below, with its reason.
    ...failingWords(report, failing, null).map(plainMarkdown),
    markdownOf(printFloor(report, floor, Infinity).flat()),
  ];
  return `${line.join(" ").trim()}\n`;
};

/** A line that leads to the reports on the page; null if the page's address is not known. */
export function markdownLinkTo(reports: readonly Report[], { page }: ReportOptions): string | null {
  if (page === null || reports.length === 0) return null;
  const judge = (facts: Report["facts"]): Report => assess(facts, knowledge);
  const encoded = encodeLink(sharedReport(reports, { title: null, tool }), { judge });
  if (encoded.kind === "too-long") return "The report is too long for a link.";
  if (encoded.kind === "beyond-links") return "The report holds more than a link may.";
  return `[Open in Wheelscope](<${linkAddress(encoded.text, page)}>)`;
}

function markdownFinding(
  finding: Finding,
  report: Report,
  { evidence: limit, ignore, page }: ReportOptions,
): string {
  const { id, severity, sentence, advice, evidence, evidenceTotal } = finding;
  const name = page === null ? codeSpan(id) : `[${codeSpan(id)}](<${page}#/learn/${id}>)`;
  const ignored = isIgnored(finding, ignore, report) ? ", ignored" : "";
  const head = `- ${listSign(severity)}**${plainMarkdown(findingKinds[id].title)}** (${name}${ignored}): ${markdownOf(spansOf(sentence))}`;
  if (severity === "good") return head;
  const shown = onlyRepeats(finding) ? [] : evidence.slice(0, limit);
  const more = evidenceTotal - shown.length;
  return [
    head,
    ...shown.map((piece) => {
      const text = markdownOf(evidenceLine(piece));
      const where = piece.in === undefined ? "" : codeSpan(piece.in);
      return `  - ${[text, where].filter((part) => part !== "").join(" in ")}`;
    }),
    ...(more > 0 && shown.length > 0 ? [`  - and ${count(more, "more", "more")}`] : []),
    ...advice.map((each) => `  - → ${markdownOf(spansOf(each))}`),
  ].join("\n");
}

/** Folded: it is long, and the answer to most questions stands above it. */
function markdownLibraries(report: Report, { library }: ReportOptions): string {
  const chosen =
    library === null ? null : report.libraries.filter(({ facts }) => matchesGlob(facts.path, library));
  const table = librariesTable(report, chosen);
  if (table.rows.length === 0) return "";
  return [
    `<details><summary>Native files (${String(table.rows.length)})</summary>`,
    "",
    markdownTable(table),
    "",
    "</details>",
  ].join("\n");
}

/** Columns without any text are left out. */
function markdownTable({ columns, rows }: Table): string {
  const shown = columns.flatMap((_, index) =>
    rows.some((row) => (row[index]?.text ?? "") !== "") ? [index] : [],
  );
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  return [
    line(shown.map((index) => columns[index]?.title ?? "")),
    line(shown.map((index) => (columns[index]?.align === "right" ? "---:" : "---"))),
    ...rows.map((row) => line(shown.map((index) => cell(row[index])))),
  ].join("\n");
}

/** A bar would end the cell, even inside of code. */
const cell = (span: Span | undefined): string =>
  span === undefined || span.text === "" ? "" : markdownOf([span]).replace(/(?<!\\)\|/g, "\\|");

const paragraphs = (blocks: readonly string[]): string =>
  `${blocks.filter((block) => block !== "").join("\n\n")}\n`;
