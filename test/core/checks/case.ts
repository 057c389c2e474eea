/** One row of the table in checks.test.ts; the rows about one subject lie in a file of their own beside this one. */
import type { FindingId } from "../../../src/core/findings/index.ts";
import type { WheelFacts } from "../../../src/facts/model.ts";
import type { Evidence } from "../../../src/core/evidence.ts";
import type { Severity } from "../../../src/core/severity.ts";

export interface Case {
  readonly id: FindingId;
  readonly severity: Severity;
  readonly facts: WheelFacts;
  readonly sentence: string;
  /** The first piece of evidence. */
  readonly evidence?: Evidence;
  readonly total?: number;
}
