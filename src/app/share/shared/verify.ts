/**
 * A dropped file held against what was shared of it: the same bytes, and the same verdict? Pure; the session reads the file
 * (`Session.verify`) and the banner says what came out.
 */
import type { SharedReport, EarlierVerdict } from "../../../document/link/shared-report.ts";
import { coreOf } from "../../../document/link/prune/essence.ts";
import type { Report } from "../../../core/report.ts";
import type { Wheel } from "../../state/wheel.ts";

/** Whether the file is the one that was shared. `unknown`: no hash was shared, or this file's cannot be computed. */
export type SameFile = "same" | "other" | "unknown";

/** Whether it gives the verdict that was shared. `findings-differ`: the same verdict for other reasons. */
export type SameVerdict = "same" | "findings-differ" | "differs";

export type Check =
  /** Only what was sent is here. */
  | { readonly kind: "unchecked" }
  | { readonly kind: "reading" }
  /** Read; its hash is being computed. `share`: 0 to 1. */
  | { readonly kind: "hashing"; readonly share: number }
  | { readonly kind: "checked"; readonly file: SameFile; readonly verdict: SameVerdict };

export function checkOf(wheel: Wheel): Check {
  if (wheel.phase === "waiting" || wheel.phase === "reading") return { kind: "reading" };
  if (wheel.phase !== "report" || wheel.shared === null) return { kind: "unchecked" };
  const { hash, file, report, shared } = wheel;
  const { sha256 } = shared.report.facts;
  if (sha256 !== null && hash.kind !== "known" && hash.kind !== "failed") {
    return {
      kind: "hashing",
      share: hash.kind === "computing" ? hash.bytesDone / Math.max(1, file.sizeBytes) : 0,
    };
  }
  const same: SameFile =
    sha256 === null || hash.kind !== "known" ? "unknown" : hash.hex === sha256 ? "same" : "other";
  return { kind: "checked", file: same, verdict: sameVerdict(shared.report, report) };
}

/** The bytes are those, and they say what was shared. */
export const isVerified = (check: Check): boolean =>
  check.kind === "checked" && check.file === "same" && check.verdict === "same";

function sameVerdict(shared: Report, read: Report): SameVerdict {
  if (coreOf(shared) === coreOf(read)) return "same";
  const [was, is] = [shared.verdict, read.verdict];
  return was.outcome === is.outcome && was.bestTag === is.bestTag && was.glibcFloor === is.glibcFloor
    ? "findings-differ"
    : "differs";
}

/** A wheel that was judged otherwise when the report was written down than the same facts are judged here. */
export interface Change {
  readonly fileName: string;
  readonly then: EarlierVerdict;
  readonly now: EarlierVerdict;
}

/** `wheels`: those of the session, the shared ones first and in their order. */
export function changesSince(shared: SharedReport, wheels: readonly Wheel[]): readonly Change[] {
  return shared.wheels.flatMap(({ then, facts }, index): Change[] => {
    const wheel = wheels[index];
    if (wheel?.phase !== "report") return [];
    const { outcome, bestTag } = (wheel.shared?.report ?? wheel.report).verdict;
    if (outcome === then.outcome && bestTag === then.bestTag) return [];
    return [{ fileName: facts.fileName, then, now: { outcome, bestTag } }];
  });
}
