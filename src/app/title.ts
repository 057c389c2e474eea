/** The page's title follows the state, so that a tab can be found again: `✗ example 1.0 – Wheelscope`. */
import { errorText } from "../core/error-text.ts";
import { findingKinds, isFindingId } from "../core/findings.ts";
import { outcomeStates } from "./parts/states.ts";
import type { Screen } from "./route.ts";
import type { Phase } from "./session.ts";

const question = "Wheelscope: will this wheel run elsewhere?";

export function pageTitle(screen: Screen, phase: Phase): string {
  if (screen.kind === "learn") {
    const topic =
      screen.id !== null && isFindingId(screen.id) ? findingKinds[screen.id].title : "Explanations";
    return `${topic} – Wheelscope`;
  }
  if (screen.kind === "error") return "What an error means – Wheelscope";
  if (screen.kind !== "local") return question;
  switch (phase.phase) {
    case "idle":
      return question;
    case "reading":
      return `Reading ${phase.file.name} – Wheelscope`;
    case "failed":
      return `${errorText(phase.error).title}: ${phase.file.name} – Wheelscope`;
    case "report": {
      const { facts, verdict } = phase.report;
      const name = facts.name === null ? phase.file.name : `${facts.name.project} ${facts.name.version}`;
      return `${outcomeStates[verdict.outcome].character} ${name} – Wheelscope`;
    }
  }
}
