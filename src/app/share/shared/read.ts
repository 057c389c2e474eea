/** Shared links and report documents, read. A part of the program of its own (late-shared.ts). */
import { inspectError, type Outcome } from "../../../facts/inspect-error.ts";
import { decodeLink } from "../../../document/link/decode.ts";
import { openReportJson } from "../../../document/link/document.ts";
import { documentLimits } from "../../../document/link/limits.ts";
import type { SharedReport } from "../../../document/link/shared-report.ts";
import { formatBytes } from "../../../present/units.ts";

/** `link`: what follows `#/r/` in the address. */
export const readLink = (link: string): Outcome<SharedReport> => decodeLink(link);

/** One document, or several, one a line. */
export async function readDocument(file: File): Promise<Outcome<SharedReport>> {
  // No character takes more than three bytes of UTF-8 for each unit it counts as: what is longer is not read at all.
  if (file.size > 3 * documentLimits.decoded) {
    return { ok: false, error: inspectError("report-unreadable", { detail: formatBytes(file.size) }) };
  }
  return openReportJson(await file.text());
}
