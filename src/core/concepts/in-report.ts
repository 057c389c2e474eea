/** What the open report has to say on a page: its own values, so that the explanation is about the wheel at hand. */
import type { FindingId } from "../findings.ts";
import type { Report, Sentence } from "../report.ts";
import type { ConceptId } from "./concept.ts";

/** At most so many sentences. */
export const IN_REPORT_LIMIT = 5;

/**
 * The report's own values for the page of a finding or concept, e.g. “pthread_create@GLIBC_2.34 in pkg/_native.so.” At most
 * `IN_REPORT_LIMIT` sentences; empty where the report has nothing to say.
 */
export function inReport(id: ConceptId | FindingId, report: Report): readonly Sentence[] {
  return report.findings.filter((finding) => finding.id === id).map((finding) => finding.sentence);
}
