/** Shared links and report documents, read. A part of the program of its own (load.ts). */
import { inspectError, type Outcome } from "../../core/inspect-error.ts";
import { decodeLink } from "../../core/link/decode.ts";
import type { SharedReport } from "../../core/link/shared-report.ts";
import { formatBytes } from "../format.ts";

/** `link`: what follows `#/r/` in the address. */
export const readLink = (link: string): Outcome<SharedReport> => decodeLink(link);

/** A document of the largest wheel known has a few megabytes; a release of many such wheels some tens. Bytes. */
const longestDocument = 100_000_000;

export async function readDocument(file: File): Promise<Outcome<SharedReport>> {
  if (file.size > longestDocument) {
    return { ok: false, error: inspectError("report-unreadable", { detail: formatBytes(file.size) }) };
  }
  return { ok: false, error: inspectError("report-unreadable") };
}
