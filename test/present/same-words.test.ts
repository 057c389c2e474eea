/**
 * Page and terminal say the same: for the expected report of every fixture, what text and Markdown print is what the rows
 * made here hold, which the page lays out.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { printRelease } from "../../src/cli/text/print-release.ts";
import { render } from "../../src/cli/terminal/layout.ts";
import { plain } from "../../src/cli/terminal/paint.ts";
import { markdownRelease } from "../../src/cli/markdown/markdown.ts";
import { parseCommand } from "../../src/cli/args/args.ts";
import { assess } from "../../src/core/assess.ts";
import { findingKinds } from "../../src/core/findings/index.ts";
import { withoutArchitecture } from "../../src/core/release/policy-names.ts";
import { readRelease } from "../../src/core/release/read-release.ts";
import type { Report } from "../../src/core/report.ts";
import { plainText } from "../../src/core/sentence.ts";
import { knowledge } from "../../src/data/index.ts";
import { openReportJson } from "../../src/document/link/document.ts";
import { MAIN_FAMILIES } from "../../src/facts/names/version-name.ts";
import { asText } from "../cli/as-text.ts";
import { cxxLists, toolchainGroups } from "../../src/present/code.ts";
import { evidenceLine } from "../../src/present/evidence.ts";
import { countSeverities, groupFindings } from "../../src/present/findings.ts";
import { coverageStates } from "../../src/present/gpu.ts";
import { fromElsewhere, libraryRows, worstFirst } from "../../src/present/library/library-rows.ts";
import { cellTexts, type TextColumn } from "../../src/present/release/rows.ts";
import { claimWords } from "../../src/present/release/words.ts";
import { outcomeStates } from "../../src/present/states.ts";
import { formatBytes } from "../../src/present/units.ts";

const folder = join(import.meta.dirname, "../expected");

const reports: readonly (readonly [name: string, report: Report])[] = readdirSync(folder).flatMap((name) => {
  const text = readFileSync(join(folder, name), "utf8");
  const opened = openReportJson(text);
  // What could not be read has no facts in its document.
  if (!opened.ok) {
    expect(text).toContain('"error"');
    return [];
  }
  return opened.value.wheels.map(({ facts }) => [name, assess(facts, knowledge)] as const);
});

const text = (report: Report, library: string | null = null): string => asText(report, { library });

const escaped = (words: string): string => words.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** The line of the table that begins with this path. */
function lineOf(printed: string, path: string): string[] {
  const table = printed.slice(printed.indexOf("\nNative files ("));
  const line = table.split("\n").find((each) => new RegExp(`^ {2}[✗!•?]? *${escaped(path)} {2}`).test(each));
  return line?.trim().split(/ {2,}/) ?? [];
}

it("has the reports of nearly all fixtures", () => {
  expect(reports.length).toBeGreaterThan(80);
});

describe.each(reports)("%s", (_, report) => {
  const printed = text(report);

  it("has the verdict with its sign, and the size", () => {
    const { character, tone } = outcomeStates[report.verdict.outcome];
    const dotted = tone === "info" || report.verdict.outcome === "pure";
    expect(printed).toContain(`\n${dotted ? "•" : character} ${plainText(report.verdict.headline)}\n`);
    expect(printed.split("\n")[0]).toContain(`   ${formatBytes(report.facts.sizeBytes)}`);
  });

  it("has the findings in one order, with their titles, counts and evidence", () => {
    const ids = [...printed.matchAll(/ \[([a-z\d-]+)\]$/gm)].map(([, id]) => id);
    expect([...new Set(ids)]).toEqual(groupFindings(report.findings).map(({ id }) => id));
    if (report.findings.length === 0) return;
    expect(printed).toContain(`\n${countSeverities(report.findings) ?? "Nothing stands against it"}\n`);
    for (const finding of report.findings) {
      if (finding.severity === "good") continue;
      expect(printed).toContain(`${findingKinds[finding.id].title} [${finding.id}]`);
      const notes = finding.evidence.filter(({ note }) => note === undefined);
      for (const { in: path, ...piece } of notes) {
        expect(printed).toContain(evidenceLine(piece));
        expect(printed).toContain(path ?? "");
      }
    }
  });

  it("has the same rows of libraries", () => {
    const rows = libraryRows(report);
    const places = worstFirst(rows).map(({ path }) =>
      printed.indexOf(path, printed.indexOf("Native files (")),
    );
    expect(places).toEqual([...places].sort((a, b) => a - b));
    for (const row of rows) {
      const cells = lineOf(printed, row.path);
      const fits = row.fits === null ? "none" : withoutArchitecture(row.fits);
      const expected = !row.readable
        ? [row.error ?? ""]
        : [
            row.isJudged ? fits : "not judged",
            ...MAIN_FAMILIES.flatMap((family) => row.maxima[family] ?? []),
            ...fromElsewhere(row).slice(0, 1),
          ];
      expect(cells.join("  ")).toContain(expected.join("  "));
    }
  });

  it("has the same words about the code", () => {
    const { flavours, runtimes } = cxxLists(report);
    for (const { label } of [...flavours, ...runtimes])
      expect(printed).toMatch(new RegExp(`^  ${escaped(label)}`, "m"));
    for (const { sentence } of toolchainGroups(report))
      expect(printed).toContain(plainText(sentence).replace(/\.$/, ""));
    for (const { sm, coverage } of report.gpu?.coverage ?? [])
      expect(printed).toMatch(
        new RegExp(`${coverageStates[coverage].character} +sm_${sm} .*${coverageStates[coverage].how}`),
      );
    if (report.libraries.length === 0) return;
    const detail = text(report, "**");
    for (const { facts } of report.libraries)
      if (facts.elf !== null) expect(detail).toContain(` · ${formatBytes(facts.sizeBytes)} · `);
    expect(detail).not.toMatch(/aligned to 0|\b1 bytes\b/);
  });
});

describe("a release", () => {
  // No fixture is for two majors of CUDA.
  const release = readRelease(reports.map(([, report]) => ({ kind: "report", report })));
  const rows = release.groups.flatMap((group) =>
    group.rows.map((row) => (row.cudaMajors.length > 0 ? { ...row, cudaMajors: [12, 13] } : row)),
  );
  const changed = { groups: [{ project: null, version: null, rows, families: [], differences: [] }] };
  const shown: readonly TextColumn[] = ["python", "arch", "libc", "claims"];
  const after: readonly TextColumn[] = ["glibc", "glibcxx", "cxxabi", "gcc", "string", "gpu", "size"];

  it("has the same cells in text and in Markdown", () => {
    const printed = render(printRelease(changed, null, Infinity), plain).split("\n");
    const parsed = parseCommand(["show", "x", "--format", "markdown"]);
    if (parsed.kind !== "show") throw new Error("not show");
    const markdown = markdownRelease(changed, null, null, parsed.options)
      .replaceAll("`", "")
      .replaceAll("\\", "")
      .split("\n");
    expect(rows.some((row) => cellTexts.gpu(row) === "CUDA 12 and 13")).toBe(true);
    expect(rows.some(({ libc, system }) => libc === null && system === "any")).toBe(true);
    for (const row of rows) {
      const cells = [
        ...shown.map((column) => cellTexts[column](row)),
        claimWords(row).fits,
        ...after.map((column) => cellTexts[column](row)),
      ].filter((cell) => cell !== "");
      // Rows of fixtures with one project name and the same tags cannot be distinguished by that: size and cells do.
      const bare = (line: string): string =>
        line
          .replaceAll("|", " ")
          .trim()
          .split(/\s{2,}/)
          .join("  ");
      const found = (lines: readonly string[]): boolean =>
        lines.some((line) => bare(line).includes(cells.join("  ")));
      expect(found(printed), cells.join("  ")).toBe(true);
      expect(found(markdown), cells.join("  ")).toBe(true);
      expect(cellTexts.libc(row)).not.toBe("any");
    }
  });
});
