/** What is shown of a report as text, and how wide. */
import type { IgnoreRule } from "../args/ignore.ts";
import type { Finding } from "../../core/report.ts";
import type { Saved } from "../input/found.ts";

export interface TextOptions {
  /** Columns for prose. */
  readonly width: number;
  /** Columns for tables; `Infinity` where nobody looks at a screen, so that no path is cut. */
  readonly tableWidth: number;
  /** Pieces of evidence per finding. */
  readonly evidence: number;
  /** Only these libraries, in full detail. */
  readonly library: string | null;
  readonly ignore: readonly IgnoreRule[];
  /** The tag that the file was judged against instead of its own. */
  readonly against: string | null;
  /** Id of a system on which it has to run. */
  readonly floor: string | null;
  readonly systems: "current" | "all";
  /** ISO date; what is known may be old by then. */
  readonly today: string;
  /** The check fails: the mark at the head says so. */
  readonly fails: boolean;
  /** For these findings. */
  readonly failing: readonly Finding[];
  /** The document it was read from; null: from the file itself. */
  readonly saved: Saved | null;
}
