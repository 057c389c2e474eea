/**
 * What a share link and the `facts` of a JSON document carry: the facts of one wheel or of several (a release), and what was made
 * of them when they were written down. Whoever opens it judges the facts again, with the knowledge of the day.
 */
import type { WheelFacts } from "../../facts/model.ts";
import type { Outcome } from "../../core/verdict/outcome.ts";
import type { Report } from "../../core/report.ts";
import type { Tool } from "../tool.ts";

/** What was said of a wheel at the time. */
export interface EarlierVerdict {
  readonly outcome: Outcome;
  readonly bestTag: string | null;
}

export interface SharedWheel {
  /** What the engine gave, less what was left out (`SharedReport.dropped`). In a link `compressedBytes` of libraries is 0: not known. */
  readonly facts: WheelFacts;
  readonly then: EarlierVerdict;
}

/** What a link left out to stay short. Counts are over all wheels. `droppedText` has words for it. */
export interface Dropped {
  readonly kind:
    | "build-ids"
    /** Names of symbols; how many there are is still reported. */
    | "symbol-names"
    /** Versions needed below the highest of each family of a library. */
    | "lower-versions"
    /** Libraries without findings. */
    | "quiet-libraries";
  readonly count: number;
}

export interface SharedReport {
  /** Given by whoever shared it. */
  readonly title: string | null;
  /** ISO date of the policies used then. */
  readonly policyDate: string;
  /** Version of the program that wrote it. */
  readonly toolVersion: string;
  /** At least one. */
  readonly wheels: readonly SharedWheel[];
  /** Empty if everything is there that the report is made of. */
  readonly dropped: readonly Dropped[];
}

/** Characters of a title; the rest is cut off. */
export const TITLE_LIMIT = 120;

/**
 * Judged reports (at least one) as they are shared; page and command line both start here. `title`: null or blank for none. In the
 * order of the files' names, so that the same wheels give the same link wherever and however they were opened.
 */
export function sharedReport(
  reports: readonly Report[],
  { title, tool }: { readonly title: string | null; readonly tool: Tool },
): SharedReport {
  const trimmed = [...(title ?? "").trim()].slice(0, TITLE_LIMIT).join("");
  return {
    title: trimmed === "" ? null : trimmed,
    policyDate: reports[0]?.policyDate ?? "",
    toolVersion: tool.version,
    wheels: reports
      .toSorted(byName)
      .map(({ facts, verdict: { outcome, bestTag } }) => ({ facts, then: { outcome, bestTag } })),
    dropped: [],
  };
}

const byName = (a: Report, b: Report): number =>
  a.facts.fileName < b.facts.fileName ? -1 : a.facts.fileName > b.facts.fileName ? 1 : 0;

/** One line for each, to be read after “Left out:”, e.g. “build ids of 24 libraries”. */
export function droppedText({ kind, count }: Dropped): string {
  const of = (one: string, many: string): string =>
    count === 1 ? one : many.replace("#", count.toLocaleString("en"));
  switch (kind) {
    case "build-ids":
      return of("the build id of one library", "build ids of # libraries");
    case "symbol-names":
      return of("the name of one symbol", "names of # symbols (their numbers are there)");
    case "lower-versions":
      return of(
        "one version needed, lower than another of its family",
        "# versions needed, lower than another of their family",
      );
    case "quiet-libraries":
      return of("one library without findings", "# libraries without findings");
  }
}

/** What became of a report that was to be a link. */
export type EncodedLink =
  | {
      readonly kind: "link";
      /** What follows `#/r/` in the address: `1.d.<data>.<crc32>`. Letters, digits, `.`, `-` and `_` only. */
      readonly text: string;
      /** What had to be left out. */
      readonly dropped: readonly Dropped[];
    }
  /** Longer than browsers keep, with all left out that can be. `length` and `limit` in characters. */
  | { readonly kind: "too-long"; readonly length: number; readonly limit: number }
  /** Short enough, but with more in it than is read of a link: libraries, names, or one very long name (limits.ts). */
  | { readonly kind: "beyond-links" };

export interface EncodeOptions {
  /** Today's judgement (`assess` with its knowledge), so that the encoder can see that nothing it leaves out changes it. */
  readonly judge: (facts: WheelFacts) => Report;
  /** `d` (default): deflate. `j`: plain JSON, for tests and for looking inside. */
  readonly codec?: "d" | "j";
}
