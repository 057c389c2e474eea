/** What is said of a set of files, file by file: the same rows for text, Markdown, JSON and the page. */
import { type AnswerWords, type Elsewhere } from "../core/together/answer-words.ts";
import type { Answer, FileAnswer } from "../core/together/answer.ts";
import type { Setting } from "../core/together/setting.ts";
import type { Together } from "../core/together/together.ts";
export interface TogetherRow {
  readonly path: string;
  /** The package, wheel or file that it came with. */
  readonly of: string;
  readonly kind: FileAnswer["kind"];
  readonly outcome: Answer["outcome"];
  readonly words: AnswerWords | null;
  readonly wants: readonly string[];
  /** From the start to the file at fault, as shown. */
  readonly chain: readonly string[];
  /** Folders in which the library that is not found was looked for. */
  readonly searched: readonly string[];
  /** How it fares when it is opened first and alone, where that differs. */
  readonly alone: {
    readonly outcome: Answer["outcome"];
    readonly message: string | null;
  } | null;
  readonly counts: boolean;
}
/** Who else has a name, by the path of who asks and the name. */
export type ElsewhereOf = (askedBy: string, name: string) => readonly Elsewhere[];
export declare function togetherRows(
  together: Together,
  setting: Setting,
  elsewhereOf: ElsewhereOf,
): TogetherRow[];
/** Outcomes of what counts: modules, programs, and files that were asked for by themselves. */
export declare function togetherSummary(rows: readonly TogetherRow[]): Record<Answer["outcome"], number>;
/** As one line of plain text each. */
export declare const plainWords: ({ cause, remedy }: AnswerWords) => {
  cause: string;
  remedy: string;
};
