/** Names as the reader of the engine reads them, asked for when typing pauses. Answers to older questions are dropped. */
import { useEffect, useState } from "react";
import type { NameReading } from "../../../facts/code-facts.ts";
import { loadEngine } from "../../state/load-parts.ts";

const typingPauseMs = 200;

export type NamesState =
  | { readonly kind: "reading" }
  | { readonly kind: "done"; readonly readings: readonly NameReading[] }
  /** The reader could not be loaded, or gave no answer. */
  | { readonly kind: "failed" };

export function useNames(names: readonly string[]): NamesState {
  const key = names.join("\n");
  const [answer, setAnswer] = useState<{ readonly key: string; readonly state: NamesState }>({
    key: "",
    state: { kind: "done", readings: [] },
  });

  useEffect(() => {
    if (key === "") return;
    let current = true;
    const tell = (state: NamesState): void => {
      if (current) setAnswer({ key, state });
    };
    const timer = setTimeout(() => {
      loadEngine()
        .then((engine) => engine.names(key.split("\n")))
        .then((outcome) => tell(outcome.ok ? { kind: "done", readings: outcome.value } : { kind: "failed" }))
        .catch(() => tell({ kind: "failed" }));
    }, typingPauseMs);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [key]);

  if (key === "") return { kind: "done", readings: [] };
  return answer.key === key ? answer.state : { kind: "reading" };
}
