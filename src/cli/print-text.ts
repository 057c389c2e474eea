/**
 * One report as text: the verdict and why, then everything else. Words come from the report's sentences; this file only
 * decides what stands where.
 */
import { count } from "../core/sentence.ts";
import type { LadderStep, Outcome, Report } from "../core/report.ts";
import { hang, paragraph, span, spansOf, wrap, type Line, type Span } from "./layout.ts";
import type { Style } from "./paint.ts";
import { printFindings } from "./print-findings.ts";
import { printLibraries } from "./print-libraries.ts";
import { printLibrary } from "./print-library.ts";
import type { IgnoreRule } from "./ignore.ts";
import { matchesGlob } from "./glob.ts";

export interface TextOptions {
  /** Columns of the terminal. */
  readonly width: number;
  /** Pieces of evidence per finding. */
  readonly evidence: number;
  /** Only these libraries, in full detail. */
  readonly library: string | null;
  readonly ignore: readonly IgnoreRule[];
}

const signs: Readonly<Record<Outcome, readonly [sign: string, style: Style]>> = {
  complies: ["✓", "good"],
  fails: ["✗", "bad"],
  "no-claim": ["•", "strong"],
  pure: ["•", "strong"],
  "nothing-native": ["!", "warn"],
  "not-linux": ["•", "strong"],
  unknown: ["?", "warn"],
};

/** The whole report. */
export function printReport(report: Report, options: TextOptions): Line[] {
  const { width, library } = options;
  const chosen =
    library === null ? null : report.libraries.filter(({ facts }) => matchesGlob(facts.path, library));
  const lines = [
    ...printSubject(report, width),
    [],
    ...printVerdict(report, width),
    ...printLadder(report, width),
    ...printFindings(report, options, chosen),
    ...printLibraries(report, width, chosen),
  ];
  if (library !== null && chosen?.length === 0)
    lines.push([], [span("No library matches "), span(library, "code"), span(".")]);
  return [...lines, ...(chosen ?? []).flatMap((one) => printLibrary(report, one, options))];
}

/** `--quiet`: the verdict alone. */
export function printHeadline(report: Report): Line[] {
  const [sign, style] = signs[report.verdict.outcome];
  return [
    [
      span(`${sign} `, style),
      span(report.facts.fileName, "strong"),
      span(": "),
      ...spansOf(report.verdict.headline),
    ],
  ];
}

function printSubject({ facts, architecture, libc }: Report, width: number): Line[] {
  const what = [
    bytes(facts.sizeBytes),
    facts.kind === "wheel" ? count(facts.libraries.length, "native file") : "",
    architecture ?? "",
    libc === null || libc === "none" ? "" : libc,
  ];
  const name = span(facts.fileName, "strong");
  const about = span(what.filter((text) => text !== "").join(" · "), "dim");
  const oneLine = [name, span("   "), about];
  return wrap(oneLine, width).length === 1 ? [oneLine] : [[name], [about]];
}

function printVerdict({ verdict, auditwheel, policyDate }: Report, width: number): Line[] {
  const [sign, style] = signs[verdict.outcome];
  const strong = spansOf(verdict.headline).map((part): Span => ({ ...part, style: part.style ?? "strong" }));
  const lines = hang([span(sign, style), span(" ")], "  ", wrap(strong, width - 2));
  if (verdict.second.length > 0) lines.push(...paragraph(spansOf(verdict.second), "  ", width));
  const says: Line =
    auditwheel.kind === "platform"
      ? [
          span("auditwheel says "),
          span(auditwheel.overallTag, "tag"),
          span(` (policies of ${policyDate}).`, "dim"),
        ]
      : [span("auditwheel gives no tag: "), ...spansOf(auditwheel.sentence)];
  return [...lines, ...paragraph(says, "  ", width)];
}

/** Oldest first, so that the promise grows weaker to the right; architecture left out where all steps share it. */
function printLadder({ ladder, architecture }: Report, width: number): Line[] {
  const steps = ladder.filter(({ tag, fits, claimed }) => !tag.startsWith("linux_") || claimed || fits);
  if (steps.length === 0) return [];
  const suffix = architecture === null ? "" : `_${architecture}`;
  const items = steps.map((step) => chip(step, suffix));
  const widest = Math.max(...items.map(({ length }) => length)) + 2;
  const perLine = Math.max(1, Math.floor((width - 2) / widest));
  const rows: Line[] = [];
  for (let at = 0; at < items.length; at += perLine) {
    const row = items.slice(at, at + perLine);
    rows.push([
      span("  "),
      ...row.flatMap(({ line, length }, index) =>
        index === row.length - 1 ? line : [...line, span(" ".repeat(widest - length))],
      ),
    ]);
  }
  return [[], [span("Policies", "strong")], ...rows];
}

function chip({ tag, fits, claimed, best }: LadderStep, suffix: string): { line: Line; length: number } {
  const name = suffix !== "" && tag.endsWith(suffix) ? tag.slice(0, -suffix.length) : tag;
  const notes = [claimed ? "claimed" : "", best ? "best" : ""].filter((note) => note !== "");
  const note = notes.length > 0 ? ` ${notes.join(", ")}` : "";
  return {
    line: [
      span(fits ? "✓ " : "✗ ", fits ? "good" : "bad"),
      span(name, claimed || best ? "tag" : null),
      span(note, "dim"),
    ],
    length: 2 + name.length + note.length,
  };
}

/** `391 kB`; decimal units, three figures, as download pages give sizes. */
export function bytes(size: number): string {
  const units = ["bytes", "kB", "MB", "GB"];
  let unit = 0;
  let value = size;
  while (value >= 999.5 && unit < units.length - 1) {
    value /= 1000;
    unit += 1;
  }
  return `${unit > 0 && value < 10 ? value.toFixed(1) : Math.round(value)} ${units[unit] ?? ""}`;
}
