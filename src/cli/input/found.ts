/** What was found in a file named on the command line. */
import type { Dropped, EarlierVerdict } from "../../document/link/shared-report.ts";
import type { WheelFacts } from "../../facts/model.ts";

/** Where a wheel's facts come from when they do not come from the wheel. */
export interface Saved {
  readonly path: string;
  /** ISO date of the policies it was judged by. */
  readonly policyDate: string;
  readonly then: EarlierVerdict;
  readonly dropped: readonly Dropped[];
}

/** One wheel or library. */
export interface Found {
  readonly facts: WheelFacts;
  /** The document it was read from; null: from the file itself. */
  readonly saved: Saved | null;
}
