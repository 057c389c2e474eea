/** A state as symbol, word and colour together; never colour alone. */
import type { Severity } from "../../core/severity.ts";
import { Icon } from "./Icon.tsx";
import { severityStates, type State } from "../../present/states.ts";

/** The disc with the symbol in it. */
export function Disc({ state }: { readonly state: Pick<State, "tone" | "icon"> }) {
  return (
    <span className={`disc ${state.tone}`} aria-hidden="true">
      <Icon name={state.icon} />
    </span>
  );
}

/** Disc for sight, word for everybody else. */
export function SeverityMark({ severity }: { readonly severity: Severity }) {
  const state = severityStates[severity];
  return (
    <>
      <Disc state={state} />
      <span className="unseen">{state.word}: </span>
    </>
  );
}
