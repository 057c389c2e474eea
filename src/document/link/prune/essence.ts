/**
 * What a report says, without the evidence it shows for it. Two reports with the same essence lead to the same decisions; the encoder
 * leaves nothing out that would change it.
 */
import type { LibraryReport, Report } from "../../../core/report.ts";

/** All sentences, rows and readings. As text, for comparison. */
export function essenceOf(report: Report): string {
  const { facts: _, findings, libraries, ladder, systems, ...rest } = report;
  return JSON.stringify({
    ...rest,
    ladder: ladder.map(({ blockers, ...step }) => ({ ...step, blockers: blockers.length })),
    findings: findings.map(({ evidence: shown, ...finding }) => ({ ...finding, shown: shown.length > 0 })),
    systems: systems.map(({ reasons: __, ...row }) => row),
    libraries: libraries.map(libraryEssence),
    accelerators: report.accelerators && {
      ...report.accelerators,
      cudaMajors: report.accelerators.cudaMajors.map(({ major }) => major),
    },
  });
}

function libraryEssence({ facts, maxima, cxx, python, ...rest }: LibraryReport) {
  return {
    ...rest,
    path: facts.path,
    maxima: maxima.map(({ symbols: _, ...maximum }) => maximum),
    cxx: cxx && { ...cxx, evidence: null, runtime: { ...cxx.runtime, evidence: null } },
    python,
  };
}

/** The decisions: what a link holds to even when it has to leave out more than evidence. */
export function coreOf({ verdict, ladder, findings, systems }: Report): string {
  return JSON.stringify({
    verdict,
    ladder: ladder.map(({ tag, fits, claimed, best }) => ({ tag, fits, claimed, best })),
    findings: findings.map(({ id, severity }) => ({ id, severity })),
    systems: systems.map(({ id, outcome }) => ({ id, outcome })),
  });
}

/** The decisions, and what is said of each finding. */
export const sentencesOf = (report: Report): string =>
  coreOf(report) + JSON.stringify(report.findings.map(({ sentence }) => sentence));

/**
 * The sentences, and what is counted elsewhere: a number is taken for that of the whole wheel. Names of symbols, which stand there as
 * examples, may be fewer.
 */
export function numbersOf(report: Report): string {
  const { python, gpu, accelerators, findings, systems } = report;
  const compared = {
    python,
    gpu,
    accelerators,
    findings: findings.map(({ libraries, evidenceTotal }) => ({ libraries, evidenceTotal })),
    systems: systems.map(({ reasons }) => reasons),
  };
  return (
    sentencesOf(report) +
    JSON.stringify(compared, (key, value: unknown) => (key === "symbol" ? undefined : value))
  );
}
