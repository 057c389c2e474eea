/** What is said of a set of files, file by file: the same rows for text, Markdown, JSON and the page. */
import type { Knowledge } from "../knowledge/knowledge.ts";
import { broughtBy } from "./brought-by.ts";
import { answerWords, type AnswerWords, type Elsewhere } from "./answer-words.ts";
import type { Answer, FileAnswer } from "./answer.ts";
import type { Setting } from "./setting.ts";
import type { Together } from "./together.ts";
import { plainText } from "../sentence.ts";

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
  readonly alone: { readonly outcome: Answer["outcome"]; readonly message: string | null } | null;
  readonly counts: boolean;
}

/** Who else has a name, by the path of who asks and the name. */
export type ElsewhereOf = (askedBy: string, name: string) => readonly Elsewhere[];

export function togetherRows(
  together: Together,
  setting: Setting,
  elsewhereOf: ElsewhereOf,
  { gpu }: Pick<Knowledge, "gpu">,
): TogetherRow[] {
  const byPath = new Map(setting.members.map((member) => [member.path, member.shown]));
  const shown = (path: string): string => byPath.get(path) ?? path;
  const wordsOf = (answer: Answer): AnswerWords | null => {
    const { cause } = answer;
    const elsewhere = cause?.kind === "name" ? elsewhereOf(cause.unbound.askedBy, cause.unbound.name) : [];
    return answerWords(answer, {
      host: setting.host,
      shown,
      elsewhere,
      broughtBy: (needed) => broughtBy(needed, gpu),
    });
  };
  return together.files.map(({ member, kind, answer, alone, counts }) => {
    const differs = alone !== null && !alone.tree.cutOff && alone.outcome !== answer.outcome;
    return {
      path: member.shown,
      of: setting.packages[member.of ?? -1]?.title ?? "",
      kind,
      outcome: answer.outcome,
      words: wordsOf(answer),
      wants: answer.wants,
      chain: answer.chain.map(shown),
      searched: answer.cause?.kind === "library" ? answer.cause.searched : [],
      alone: differs ? { outcome: alone.outcome, message: wordsOf(alone)?.message ?? null } : null,
      counts,
    };
  });
}

/** Outcomes of what counts: modules, programs, and files that were asked for by themselves. */
export function togetherSummary(rows: readonly TogetherRow[]): Record<Answer["outcome"], number> {
  const summary = { loads: 0, fails: 0, needs: 0 };
  for (const { counts, outcome } of rows) if (counts) summary[outcome] += 1;
  return summary;
}

/** As one line of plain text each. */
export const plainWords = ({ cause, remedy }: AnswerWords): { cause: string; remedy: string } => ({
  cause: plainText(cause),
  remedy: plainText(remedy),
});
