/**
 * The diagnosis of a text that may still be typed: made when it pauses, with the names as the reader reads them. Answers to an older
 * text are dropped.
 */
import { useEffect, useState } from "react";
import type { Diagnosis } from "../../core/diagnose/diagnosis.ts";
import type { Report } from "../../core/report.ts";
import { loadDiagnose, loadEngine } from "../state/load-parts.ts";

const typingPauseMs = 200;

export type DiagnosisState =
  | { readonly kind: "empty" }
  | { readonly kind: "working" }
  | { readonly kind: "done"; readonly diagnosis: Diagnosis }
  /** The program's part could not be loaded. */
  | { readonly kind: "failed" };

interface Answer {
  readonly text: string;
  readonly report: Report | null;
  readonly state: DiagnosisState;
}

export function useDiagnosis(text: string, report: Report | null): DiagnosisState {
  const [answer, setAnswer] = useState<Answer>({ text: "", report, state: { kind: "empty" } });
  const isEmpty = text.trim() === "";

  useEffect(() => {
    if (isEmpty) return;
    let current = true;
    const tell = (state: DiagnosisState): void => {
      if (current) setAnswer({ text, report, state });
    };
    const timer = setTimeout(() => {
      explain(text, report, tell).catch(() => tell({ kind: "failed" }));
    }, typingPauseMs);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [text, report, isEmpty]);

  if (isEmpty) return { kind: "empty" };
  // While a new text is read the old answer stays in place; only the first one is waited for.
  return answer.state.kind === "empty" ? { kind: "working" } : answer.state;
}

async function explain(
  text: string,
  report: Report | null,
  tell: (state: DiagnosisState) => void,
): Promise<void> {
  const { readMentions, namesOf, diagnose } = await loadDiagnose();
  const mentions = readMentions(text);
  const names = namesOf(mentions);
  // Without the reader there is an answer all the same; it only lacks what the names say.
  const outcome =
    names.length === 0
      ? null
      : await loadEngine()
          .then((engine) => engine.names(names))
          .catch(() => null);
  tell({ kind: "done", diagnosis: diagnose(mentions, outcome?.ok === true ? outcome.value : [], report) });
}
