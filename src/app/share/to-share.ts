/** The open reports as what is shared: with the hashes computed since, and with what an earlier link already left out. */
import { sharedReport, type Dropped, type SharedReport } from "../../document/link/shared-report.ts";
import type { Tool } from "../../document/tool.ts";
import type { Report } from "../../core/report.ts";
import type { Origin } from "../state/session.ts";
import type { ReportedWheel } from "../state/wheel.ts";

/** A hash computed since the report was made is part of what is shared. */
export function withHash({ report, hash }: ReportedWheel): Report {
  return hash.kind === "known" ? { ...report, facts: { ...report.facts, sha256: hash.hex } } : report;
}

/** `wheels`: at least one. `title`: as typed. */
export function toShare(
  wheels: readonly ReportedWheel[],
  title: string,
  { origin, tool }: { readonly origin: Origin; readonly tool: Tool },
): SharedReport {
  return {
    ...sharedReport(wheels.map(withHash), { title, tool }),
    dropped: leftOut(wheels, origin),
  };
}

/** What the link that these wheels came by had left out; nothing if their files are here. */
export function leftOut(wheels: readonly ReportedWheel[], origin: Origin): readonly Dropped[] {
  const isHandedOn = origin.kind === "shared" && wheels.some(({ inspection }) => inspection === null);
  return isHandedOn ? (origin.report?.dropped ?? []) : [];
}
