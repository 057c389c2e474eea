/**
 * One report as text: the verdict and why, then everything else. Words come from the report's sentences; this file only
 * decides what stands where.
 */
import { architecturesText } from "../../present/words.ts";
import { count, plainText } from "../../core/sentence.ts";
import { droppedText } from "../../document/link/shared-report.ts";
import { otherNativeWords } from "../../core/other-native.ts";
import type { Finding, Report } from "../../core/report.ts";
import type { LadderStep } from "../../core/verdict/blocker.ts";
import { knowledge } from "../../data/index.ts";
import { formatBytes } from "../../present/units.ts";
import { keepsFloor, printFloor } from "../commands/floor.ts";
import {
  hang,
  lengthOf,
  paragraph,
  span,
  spansOf,
  trimEnd,
  wrap,
  type Line,
  type Span,
} from "../terminal/layout.ts";
import type { Style } from "../terminal/paint.ts";
import { printCxx, printPython, printToolchain } from "./print-abi.ts";
import { printFindings } from "./print-findings.ts";
import { printAccelerators, printGpu } from "./print-gpu.ts";
import { printLibraries } from "./print-libraries.ts";
import { printLibrary } from "./print-library.ts";
import { printSystems } from "./print-systems.ts";
import { matchesGlob } from "../args/glob.ts";
import type { Saved } from "../input/found.ts";
import type { TextOptions } from "./text-options.ts";
import { ageNote } from "../../present/systems.ts";
import { judgedWords } from "../../present/states.ts";
import { checkedSign } from "./signs.ts";

/** The whole report. */
export function printReport(report: Report, options: TextOptions): Line[] {
  const { width, library } = options;
  const chosen =
    library === null ? null : report.libraries.filter(({ facts }) => matchesGlob(facts.path, library));
  const lines = [
    ...printSubject(report, width),
    ...printSaved(report, options.saved, width),
    ...(options.against === null
      ? []
      : [[span(`Judged against ${options.against}, whatever it claims.`, "warn")]]),
    [],
    ...printVerdict(report, options),
    ...printFloor(report, options.floor, width),
    ...printLadder(report, options),
    ...printFindings(report, options, chosen),
    ...(library === null ? printContext(report, options) : []),
    ...printLibraries(report, options.tableWidth, chosen),
  ];
  if (library !== null && chosen?.length === 0)
    lines.push([], [span("No library matches "), span(library, "code"), span(".")]);
  return [...lines, ...(chosen ?? []).flatMap((one) => printLibrary(report, one, options))];
}

/** Where it runs and what it was built against, for the wheel as a whole; with `--library`, each library's own block says it. */
const printContext = (report: Report, { systems, today, width }: TextOptions): Line[] => [
  ...printSystems(
    report,
    {
      date: systems === "all" ? null : knowledge.systems.date,
      ageNote: ageNote(report.systems, today),
    },
    width,
  ),
  ...printGpu(report, width),
  ...printAccelerators(report, width),
  ...printCxx(report, width),
  ...printPython(report, width),
  ...printToolchain(report, width),
];

/** The verdict, and the findings that made a check fail. */
export function printFailing(report: Report, failing: readonly Finding[], options: TextOptions): Line[] {
  const { width } = options;
  return [
    ...printSubject(report, width),
    ...printSaved(report, options.saved, width),
    [],
    ...printVerdict(report, options),
    ...printFloor(report, options.floor, width),
    ...printFindings({ ...report, findings: failing }, options, null),
  ];
}

/** `--quiet`: the verdict alone, and in `check` what fails beside it. */
export function printHeadline(
  report: Report,
  { fails, failing, floor }: Pick<TextOptions, "fails" | "failing" | "floor">,
): Line[] {
  const [sign, style] = checkedSign(report.verdict.outcome, fails);
  return [
    [
      span(`${sign} `, style),
      span(report.facts.fileName, "strong"),
      span(": "),
      ...spansOf(report.verdict.headline),
      ...failingWords(report, failing, floor).flatMap((words) => [span(" "), span(words, "bad")]),
    ],
  ];
}

/** What makes the check fail where the headline does not say so: `Fails for abi3-violated.` */
export function failingWords(report: Report, failing: readonly Finding[], floor: string | null): string[] {
  const saysWhy = report.verdict.outcome === "fails" || report.verdict.outcome === "does-not-load";
  const ids = saysWhy ? [] : failing.map(({ id }) => id);
  return [
    ...(ids.length === 0 ? [] : [`Fails for ${ids.join(", ")}.`]),
    ...(keepsFloor(report, floor) ? [] : [`Does not run on ${floor}.`]),
  ];
}

function printSubject(report: Report, width: number): Line[] {
  const { facts, libc } = report;
  const what = [
    formatBytes(facts.sizeBytes),
    facts.kind === "wheel" ? count(facts.libraries.length, "native file") : "",
    ...otherNativeWords(facts),
    architecturesText(report) ?? "",
    libc === null || libc === "none" ? "" : libc,
  ];
  const name = span(facts.fileName, "strong");
  const about = span(what.filter((text) => text !== "").join(" · "), "dim");
  const oneLine = [name, span("   "), about];
  return wrap(oneLine, width).length === 1 ? [oneLine] : [[name], ...wrap([about], width)];
}

/** Facts that come from a saved report are as good as whoever wrote it; and what was said then may not be what is said today. */
function printSaved({ verdict }: Report, saved: Saved | null, width: number): Line[] {
  if (saved === null) return [];
  const { path, policyDate, then, dropped } = saved;
  const differs = then.outcome !== verdict.outcome || then.bestTag !== verdict.bestTag;
  const earlier = `With the policies of ${policyDate} it was judged ${judgedWords[then.outcome]}${then.bestTag === null ? "" : `, best tag ${then.bestTag}`}.`;
  return paragraph(
    [
      span(`From the saved report ${path}, not checked against the file.`, "warn"),
      span(differs ? ` ${earlier}` : ""),
      span(dropped.length === 0 ? "" : ` Left out in it: ${dropped.map(droppedText).join(", ")}.`),
    ],
    "",
    width,
  );
}

function printVerdict(report: Report, { width, fails, failing }: TextOptions): Line[] {
  const { facts, verdict, auditwheel } = report;
  const [sign, style] = checkedSign(verdict.outcome, fails);
  const strong = spansOf(verdict.headline).map((part): Span => ({ ...part, style: part.style ?? "strong" }));
  const lines = hang([span(sign, style), span(" ")], "  ", wrap(strong, width - 2));
  // The floor has a line of its own.
  for (const words of failingWords(report, failing, null))
    lines.push(...paragraph([span(words, "bad")], "  ", width));
  if (verdict.second.length > 0) lines.push(...paragraph(spansOf(verdict.second), "  ", width));
  // auditwheel opens wheels only; the second sentence speaks of it where the two differ.
  if (facts.kind === "library" || plainText(verdict.second).includes("auditwheel")) return lines;
  const says: Line =
    auditwheel.kind === "platform"
      ? [span("auditwheel says "), span(auditwheel.overallTag, "tag"), span(".")]
      : [span("auditwheel gives no tag: "), ...spansOf(auditwheel.sentence)];
  return [...lines, ...paragraph(says, "  ", width)];
}

/**
 * Two lines: the policies that do not admit the wheel and those that do, oldest first. The word that all share stands in
 * front of them once: `✗ manylinux  2_5  2_12  2_17 (claimed)`. `linux_*` admits everything and says nothing.
 */
function printLadder({ ladder, architecture, policyDate }: Report, { width, against }: TextOptions): Line[] {
  const claimWord = against === null ? "claimed" : "asked";
  const steps = ladder.filter(({ tag, claimed }) => !tag.startsWith("linux_") || claimed);
  const admitting = steps.filter(({ fits }) => fits);
  const refusing = steps.filter(({ fits }) => !fits);
  const lines = [
    ...printSteps("✗", "bad", refusing, architecture, { width, claimWord }),
    ...printSteps("✓", "good", admitting, architecture, { width, claimWord }),
  ];
  return lines.length === 0
    ? []
    : [[], [span("Policies", "strong"), span(` of ${policyDate}`, "dim")], ...lines];
}

function printSteps(
  sign: string,
  style: Style,
  steps: readonly LadderStep[],
  architecture: string | null,
  { width, claimWord }: { readonly width: number; readonly claimWord: string },
): Line[] {
  if (steps.length === 0) return [];
  const family = /^[a-z]+/.exec(steps[0]?.tag ?? "")?.[0] ?? "";
  const head: Line = [span("  "), span(sign, style), span(` ${family}  `)];
  const line = steps.flatMap(({ tag, claimed, best }, index): Line => {
    const notes = [claimed ? claimWord : "", best ? "best" : ""].filter((note) => note !== "").join(", ");
    const short = withoutEnds(tag, `${family}_`, architecture === null ? "" : `_${architecture}`);
    // Blanks that do not break keep a note beside its policy and put two of them between policies.
    return [
      span(index === 0 ? "" : " "),
      span(short, notes === "" ? null : "tag"),
      span(notes === "" ? "\u00a0" : `\u00a0(${notes.replace(" ", "\u00a0")})\u00a0`),
    ];
  });
  const lines = wrap(line, width - lengthOf(head)).map(breakable);
  return hang(head, " ".repeat(lengthOf(head)), lines);
}

const breakable = (line: Line): Line =>
  trimEnd(line.map((one) => ({ ...one, text: one.text.replaceAll("\u00a0", " ") })));

function withoutEnds(text: string, prefix: string, suffix: string): string {
  const body = text.startsWith(prefix) ? text.slice(prefix.length) : text;
  return suffix !== "" && body.endsWith(suffix) ? body.slice(0, -suffix.length) : body;
}
