/** Symbol names in text: a mangled one that fills whole lines is printed as C++ spells it, or shortened. Documents keep all names. */
import type { Evidence } from "../../core/evidence.ts";
import type { Report } from "../../core/report.ts";
import type { Sentence } from "../../core/sentence.ts";
import type { Inspector } from "../input/inspector.ts";

/** What fits on a line and a half. */
const LONGEST = 120;
/** The reader takes no more at a time, and nobody reads more. */
const NAMES = 1000;

/** The report with readable names in its sentences and its evidence; facts stay as they are. */
export async function withReadableSymbols(report: Report, inspector: Inspector): Promise<Report> {
  const long = new Set<string>();
  mapSymbols(report, (name) => {
    if (name.length > LONGEST && long.size < NAMES) long.add(name);
    return name;
  });
  if (long.size === 0) return report;
  const mangled = [...long].filter((name) => /^_[ZR]/.test(name));
  const outcome = mangled.length === 0 ? null : await inspector.names(mangled);
  const answers = outcome?.ok === true ? outcome.value : [];
  const demangled = new Map(answers.map((facts) => [facts.name, facts.demangled]));
  return mapSymbols(report, (name) =>
    name.length > LONGEST ? shortened(demangled.get(name) ?? name) : name,
  );
}

/** Its beginning, which shows scope and function, and its end, which shows the last arguments. */
export function shortened(name: string): string {
  const letters = [...name];
  if (letters.length <= LONGEST) return name;
  return `${letters.slice(0, 80).join("")}…${letters.slice(-(LONGEST - 81)).join("")}`;
}

function mapSymbols(report: Report, readable: (name: string) => string): Report {
  const sentence = (parts: Sentence): Sentence =>
    parts.map((part) =>
      typeof part !== "string" && part.kind === "symbol" ? { ...part, text: readable(part.text) } : part,
    );
  const pieces = (evidence: readonly Evidence[]): Evidence[] =>
    evidence.map((piece) =>
      piece.symbol === undefined ? piece : { ...piece, symbol: readable(piece.symbol) },
    );
  return {
    ...report,
    verdict: {
      ...report.verdict,
      headline: sentence(report.verdict.headline),
      second: sentence(report.verdict.second),
    },
    findings: report.findings.map((finding) => ({
      ...finding,
      sentence: sentence(finding.sentence),
      advice: finding.advice.map(sentence),
      evidence: pieces(finding.evidence),
    })),
    libraries: report.libraries.map((library) => ({
      ...library,
      maxima: library.maxima.map((maximum) => ({ ...maximum, symbols: maximum.symbols.map(readable) })),
      cxx: library.cxx === null ? null : { ...library.cxx, evidence: pieces(library.cxx.evidence) },
    })),
    systems: report.systems.map((system) => ({
      ...system,
      sentence: sentence(system.sentence),
      reasons: pieces(system.reasons),
    })),
  };
}
