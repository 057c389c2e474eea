/** The page's title follows the state, so that a tab can be found again: `✗ example 1.0 – Wheelscope`. */
import { conceptTitles, isConceptId } from "../../core/explanations/concept-titles.ts";
import { errorText } from "../../core/error-text.ts";
import { findingKinds, isFindingId } from "../../core/findings/index.ts";
import { outcomeStates } from "../../present/states.ts";
import { hasView, type Screen } from "./route.ts";
import type { Wheel } from "../state/wheel.ts";

const question = "Wheelscope: will this wheel run elsewhere?";

export function pageTitle(screen: Screen, wheels: readonly Wheel[], shown: Wheel | null): string {
  if (screen.kind === "learn") {
    return `${topicOf(screen.id)} – Wheelscope`;
  }
  if (screen.kind === "error") return "What an error means – Wheelscope";
  if (!hasView(screen)) return question;
  if (shown === null) return wheels.length === 0 ? question : `${releaseName(wheels)} – Wheelscope`;
  switch (shown.phase) {
    case "waiting":
    case "reading":
    case "cancelled":
      return `Reading ${shown.file.name} – Wheelscope`;
    case "failed":
      return `${errorText(shown.error).title}: ${shown.file.name} – Wheelscope`;
    case "report": {
      const { facts, verdict } = shown.report;
      const name = facts.name === null ? shown.file.name : `${facts.name.project} ${facts.name.version}`;
      return `${outcomeStates[verdict.outcome].character} ${name} – Wheelscope`;
    }
  }
}

/** What an explanation is about; errors go by their list, since their texts are loaded late. */
function topicOf(id: string | null): string {
  if (id !== null && isFindingId(id)) return findingKinds[id].title;
  return id !== null && isConceptId(id) ? conceptTitles[id] : "Explanations";
}

/** `numpy 2.4.6: 6 wheels`; without the name while it is not known, or if there are several. */
function releaseName(wheels: readonly Wheel[]): string {
  const names = wheels.map((wheel) => {
    const name = wheel.phase === "report" ? wheel.report.facts.name : null;
    return name === null ? null : `${name.project} ${name.version}`;
  });
  const [first = null] = names;
  const count = `${wheels.length} wheels`;
  return first !== null && names.every((name) => name === first) ? `${first}: ${count}` : count;
}
