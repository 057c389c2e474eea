/**
 * One file of the session and where it stands: waiting → reading → report | failed | cancelled. `advance` is the whole of the rules, a
 * pure function; session.ts runs the engine and feeds it events.
 */
import type { InspectError } from "../../facts/inspect-error.ts";
import type { Report } from "../../core/report.ts";
import type { Inspection, Progress } from "../../engine/protocol.ts";

export interface OpenFile {
  readonly name: string;
  readonly sizeBytes: number;
}

/** The hash costs as much as reading the file again, so it is computed when asked for. `unknown`: there is no file to compute it from. */
export type Hash =
  | { readonly kind: "unasked" | "unknown" }
  | { readonly kind: "computing"; readonly bytesDone: number }
  | { readonly kind: "known"; readonly hex: string }
  | { readonly kind: "failed"; readonly error: InspectError };

interface InSession {
  readonly id: number;
  /** Names the wheel in the address; unlike any other of the session: the file's name, with a number where two files share it. */
  readonly key: string;
  readonly file: OpenFile;
}

export interface WaitingWheel extends InSession {
  readonly phase: "waiting";
}

export interface ReadingWheel extends InSession {
  readonly phase: "reading";
  readonly progress: Progress | null;
  /** Paths of the libraries begun so far, oldest first. */
  readonly begun: readonly string[];
}

export interface ReportedWheel extends InSession {
  readonly phase: "report";
  readonly report: Report;
  /** Null if the facts were sent to us and the file is not here: then there are no lists of symbols. */
  readonly inspection: Inspection | null;
  readonly hash: Hash;
  /** Set where this file was dropped to verify a shared report: what had been shared. */
  readonly shared: SharedBefore | null;
}

export interface FailedWheel extends InSession {
  readonly phase: "failed";
  readonly error: InspectError;
}

export interface CancelledWheel extends InSession {
  readonly phase: "cancelled";
}

export type Wheel = WaitingWheel | ReadingWheel | ReportedWheel | FailedWheel | CancelledWheel;

/** A shared report that a dropped file is held against. */
export interface SharedBefore {
  readonly report: Report;
}

export type WheelEvent =
  | { readonly kind: "began" }
  | { readonly kind: "progressed"; readonly progress: Progress }
  | {
      readonly kind: "judged";
      readonly report: Report;
      readonly inspection: Inspection | null;
      readonly shared?: SharedBefore;
    }
  | { readonly kind: "broke"; readonly error: InspectError }
  | { readonly kind: "hashed"; readonly hash: Hash }
  | { readonly kind: "cancelled" }
  /** Wanted after all. */
  | { readonly kind: "asked-again" };

export function advance(wheel: Wheel, event: WheelEvent): Wheel {
  const { id, key, file } = wheel;
  switch (event.kind) {
    case "asked-again":
      return { phase: "waiting", id, key, file };
    case "began":
      return wheel.phase === "waiting"
        ? { phase: "reading", id, key, file, progress: null, begun: [] }
        : wheel;
    case "hashed":
      return wheel.phase === "report" ? { ...wheel, hash: event.hash } : wheel;
    case "cancelled":
      return wheel.phase === "waiting" || wheel.phase === "reading"
        ? { phase: "cancelled", id, key, file }
        : wheel;
    default:
      return wheel.phase === "reading" ? whileReading(wheel, event) : wheel;
  }
}

function whileReading(
  wheel: ReadingWheel,
  event: Extract<WheelEvent, { kind: "progressed" | "judged" | "broke" }>,
): Wheel {
  const { id, key, file } = wheel;
  switch (event.kind) {
    case "progressed": {
      const { current } = event.progress;
      const isNew = current !== null && !wheel.begun.includes(current);
      return { ...wheel, progress: event.progress, begun: isNew ? [...wheel.begun, current] : wheel.begun };
    }
    case "judged": {
      const { report, inspection, shared = null } = event;
      return { phase: "report", id, key, file, report, inspection, hash: hashOf(report, inspection), shared };
    }
    case "broke":
      return event.error.id === "cancelled"
        ? { phase: "cancelled", id, key, file }
        : { phase: "failed", id, key, file, error: event.error };
  }
}

function hashOf({ facts: { sha256 } }: Report, inspection: Inspection | null): Hash {
  if (sha256 !== null) return { kind: "known", hex: sha256 };
  return { kind: inspection === null ? "unknown" : "unasked" };
}

/** The wheel that the address means: the only one, or the one with that key; null: all of them. */
export function wheelNamed(wheels: readonly Wheel[], key: string | null): Wheel | null {
  if (wheels.length === 1) return wheels[0] ?? null;
  return wheels.find((wheel) => wheel.key === key) ?? null;
}

/** Keys for files in their order; a name met before gets a number. */
export function keysOf(names: readonly string[], taken: readonly string[] = []): string[] {
  const used = new Set(taken);
  return names.map((name) => {
    let key = name;
    for (let number = 2; used.has(key); number += 1) key = `${name} (${number})`;
    used.add(key);
    return key;
  });
}
