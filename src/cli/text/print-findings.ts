/** The findings of a report as text: what, where, the evidence, and what to do. */
import { findingKinds } from "../../core/findings/index.ts";
import type { Evidence } from "../../core/evidence.ts";
import type { Finding, LibraryReport, Report } from "../../core/report.ts";
import { namedIn } from "../../present/evidence.ts";
import { countSeverities } from "../../present/findings.ts";
import { count } from "../../core/sentence.ts";
import { isIgnored } from "../args/ignore.ts";
import { hang, paragraph, span, spansOf, wrap, type Line } from "../terminal/layout.ts";
import { severitySign } from "./signs.ts";
import type { TextOptions } from "./text-options.ts";

/** All findings, or those that name one of the `chosen` libraries. */
export function printFindings(
  report: Report,
  options: TextOptions,
  chosen: readonly LibraryReport[] | null,
): Line[] {
  const paths = chosen === null ? null : new Set(chosen.map(({ facts }) => facts.path));
  const shown = report.findings.filter(
    ({ libraries }) => paths === null || libraries.some((path) => paths.has(path)),
  );
  if (shown.length === 0) return [];
  return [
    [],
    [span(countSeverities(shown) ?? `Nothing ${options.fails ? "else " : ""}stands against it`, "strong")],
    ...shown.flatMap((finding) => printFinding(finding, report, options, paths)),
  ];
}

function printFinding(
  finding: Finding,
  report: Report,
  options: TextOptions,
  paths: ReadonlySet<string> | null,
): Line[] {
  const { width } = options;
  const [sign, style] = severitySign(finding.severity);
  // Good news needs no more than its sentence.
  if (finding.severity === "good") {
    const line = [...spansOf(finding.sentence), span(` [${finding.id}]`, "dim")];
    return [[], ...hang([span("  "), span(sign, style), span(" ")], "    ", wrap(line, width - 4))];
  }
  const heading: Line = [
    span(findingKinds[finding.id].title, "strong"),
    span(` [${finding.id}]`, "dim"),
    span(isIgnored(finding, options.ignore, report) ? " ignored" : "", "dim"),
  ];
  return [
    [],
    ...hang([span("  "), span(sign, style), span(" ")], "    ", wrap(heading, width - 4)),
    ...paragraph(spansOf(finding.sentence), "    ", width),
    ...(onlyRepeats(finding) ? [] : printEvidence(finding, options.evidence, width, paths)),
    ...finding.advice.flatMap((sentence) =>
      hang([span("    "), span("→", "good"), span(" ")], "      ", wrap(spansOf(sentence), width - 6)),
    ),
  ];
}

/** A single note about the wheel as a whole says what the sentence has just said. */
export const onlyRepeats = ({ evidence: [first, second] }: Finding): boolean =>
  second === undefined &&
  first?.in === undefined &&
  first?.symbol === undefined &&
  first?.version === undefined;

/** Grouped by library, in the order of the finding; one line a piece. */
function printEvidence(
  finding: Finding,
  limit: number,
  width: number,
  paths: ReadonlySet<string> | null,
): Line[] {
  const all = finding.evidence.filter(
    (piece) => paths === null || piece.in === undefined || paths.has(piece.in),
  );
  const shown = all.slice(0, limit);
  const groups = new Map<string, Evidence[]>();
  for (const piece of shown) {
    const group = groups.get(piece.in ?? "");
    if (group === undefined) groups.set(piece.in ?? "", [piece]);
    else group.push(piece);
  }
  const lines = [...groups].flatMap(([path, pieces]) => printGroup(path, pieces, width));
  const total = paths === null ? finding.evidenceTotal : all.length;
  const hidden = total - shown.length;
  if (hidden > 0 && shown.length > 0) {
    const how = limit === Infinity ? "" : "; --evidence all shows them";
    lines.push([span(`      and ${count(hidden, "more", "more")}${how}`, "dim")]);
  }
  return lines;
}

/** A piece without its library: `pthread_create@GLIBC_2.34 from libc.so.6, a note`. Empty if the library is all there is. */
export function evidenceLine(evidence: Evidence): Line {
  const parts = spansOf(namedIn(evidence));
  const { note } = evidence;
  return note === undefined ? parts : [...parts, span(parts.length > 0 ? ", " : ""), span(note)];
}

function printGroup(path: string, pieces: readonly Evidence[], width: number): Line[] {
  const rows = pieces.map(evidenceLine);
  const said = rows.filter((row) => row.length > 0);
  if (path === "") return said.flatMap((row) => paragraph(row, "      ", width));
  const [only] = said;
  if (only === undefined) return [[span("      "), span(path, "library")]];
  // A single short piece stands beside its library.
  const together: Line = [span(path, "library"), span("  "), ...only];
  if (said.length === 1 && wrap(together, width - 6).length === 1) return [[span("      "), ...together]];
  return [
    [span("      "), span(path, "library")],
    ...said.flatMap((row) => paragraph(row, "        ", width)),
  ];
}
