/** Shared links and report documents, read. A part of the program of its own (load.ts). INTERIM: until the codec is there. */
import { inspectError, type Outcome } from "../../core/inspect-error.ts";
import type { SharedReport } from "../../core/link/shared-report.ts";

export const readLink = (_link: string): Outcome<SharedReport> => ({
  ok: false,
  error: inspectError("link-damaged"),
});

export const readDocument = (_file: File): Promise<Outcome<SharedReport>> =>
  Promise.resolve({ ok: false, error: inspectError("read-failed") });
