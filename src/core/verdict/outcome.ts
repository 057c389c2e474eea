/** The verdict on a wheel's claim. */
import type { Sentence } from "../sentence.ts";

/** In the order in which share links number them: it may only grow at its end. */
export const OUTCOMES = [
  /** Fits the tag the file name claims. */
  "complies",
  /** Does not. */
  "fails",
  /** Nothing claimed (a bare library, a plain `linux_*` tag): we say what it fits. */
  "no-claim",
  /** A pure-Python wheel without native code. */
  "pure",
  /** Tagged for a platform but holds no native code. */
  "nothing-native",
  /** A macOS or Windows wheel. */
  "not-linux",
  /** Some libraries could not be read, or auditwheel's rules give no answer: never a pass. */
  "unknown",
  /** Fits the tag, or claims none; but a module or program of it loads on no system (core/loading). */
  "does-not-load",
] as const;

export type Outcome = (typeof OUTCOMES)[number];

export interface Verdict {
  readonly outcome: Outcome;
  /** One sentence a packager can paste into an issue. */
  readonly headline: Sentence;
  /** A second one: the best tag, what else is good to know. May be empty. */
  readonly second: Sentence;
  /** The platform tags of the file name. */
  readonly claimed: readonly string[];
  /** The best tag it could honestly carry, by the policies known; null if there is none. */
  readonly bestTag: string | null;
  /** glibc needed exactly, e.g. `2.29`, even where no policy of that number exists; null for musl, or none needed. */
  readonly glibcFloor: string | null;
}
