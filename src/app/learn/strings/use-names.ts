/**
 * Names as the reader of the engine reads them, asked for when typing pauses. Answers to older questions are
 * dropped.
 */
import { useEffect, useState } from "react";
import type { NameReading } from "../../../facts/code-facts.ts";
import { loadEngine } from "../../state/load-parts.ts";
import { describePieces, type Piece } from "./mangled.ts";

const typingPauseMs = 200;

/** What the reader makes of one name. */
export interface ReadName {
  readonly reading: NameReading;
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
    const tell = (state: NamesState): void => {
      if (current) setAnswer({ key, state });
    };
    const timer = setTimeout(() => {
      read(key.split("\n")).then(tell, () => tell({ kind: "failed" }));
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
  const [readings, pieces] = await Promise.all([engine.names(names), engine.pieces(names)]);
  if (!readings.ok || !pieces.ok) return { kind: "failed" };
  const known = readings.value.map(
    (reading, at) =>
      [reading.name, { reading, pieces: describePieces(reading.name, pieces.value[at] ?? []) }] as const,
  );
  return { kind: "done", known: new Map(known) };
}
