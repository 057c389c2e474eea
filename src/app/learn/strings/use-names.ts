/** What the engine's reader says about names, asked when typing pauses. Answers to older questions are dropped. */
import { useEffect, useState } from "react";
import type { NameFacts } from "../../../facts/code-facts.ts";
import { loadEngine } from "../../state/load-parts.ts";
import { describePieces, type Piece } from "./mangled.ts";

const typingPauseMs = 200;

/** What the reader says about one name. */
export interface ReadName {
  readonly facts: NameFacts;
  readonly pieces: readonly Piece[];
}

type ReadNames = ReadonlyMap<string, ReadName>;

/** While names are being read, those of the answer before are still known. */
export type NamesState =
  | { readonly kind: "reading" | "done"; readonly known: ReadNames }
  /** The reader could not be loaded, or gave no answer. */
  | { readonly kind: "failed" };

const nothing: NamesState = { kind: "done", known: new Map() };

export function useNames(names: readonly string[]): NamesState {
  const key = names.join("\n");
  const [answer, setAnswer] = useState<{ readonly key: string; readonly state: NamesState }>({
    key: "",
    state: nothing,
  });

  useEffect(() => {
    if (key === "") return;
    let current = true;
    const answerWith = (state: NamesState): void => {
      if (current) setAnswer({ key, state });
    };
    const timer = setTimeout(() => {
      read(key.split("\n")).then(answerWith, () => answerWith({ kind: "failed" }));
    }, typingPauseMs);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [key]);

  if (key === "") return nothing;
  if (answer.key === key) return answer.state;
  return { kind: "reading", known: answer.state.kind === "failed" ? new Map() : answer.state.known };
}

async function read(names: readonly string[]): Promise<NamesState> {
  const engine = await loadEngine();
  const [answers, pieces] = await Promise.all([engine.names(names), engine.pieces(names)]);
  if (!answers.ok || !pieces.ok) return { kind: "failed" };
  const known = answers.value.map(
    (facts, at) =>
      [facts.name, { facts, pieces: describePieces(facts.name, pieces.value[at] ?? []) }] as const,
  );
  return { kind: "done", known: new Map(known) };
}
