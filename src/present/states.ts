/** Word, tone, drawing and character of each outcome and severity: on the page, in text, Markdown and the picture. */
import type { Outcome } from "../core/verdict/outcome.ts";
import type { Severity } from "../core/severity.ts";

/** Which drawing stands for it; the page and the picture have one for each. */
export type Mark = "check" | "cross" | "warning" | "info" | "question" | "dash" | "down" | "search";

export type Tone = "good" | "warning" | "bad" | "info" | "neutral";

export interface State {
  readonly word: string;
  readonly tone: Tone;
  readonly icon: Mark;
  /** Without drawings: titles, text, links. */
  readonly character: string;
}

export const outcomeStates: Readonly<Record<Outcome, State>> = {
  complies: { word: "Complies", tone: "good", icon: "check", character: "✓" },
  fails: { word: "Does not comply", tone: "bad", icon: "cross", character: "✗" },
  "no-claim": { word: "No claim to check", tone: "info", icon: "info", character: "i" },
  pure: { word: "Pure Python", tone: "good", icon: "check", character: "✓" },
  "nothing-native": { word: "Nothing compiled", tone: "warning", icon: "warning", character: "!" },
  "not-linux": { word: "Not for Linux", tone: "info", icon: "info", character: "i" },
  "does-not-load": { word: "Does not load", tone: "bad", icon: "cross", character: "✗" },
  unknown: { word: "Unknown", tone: "warning", icon: "question", character: "?" },
};

export const severityStates: Readonly<Record<Severity, State>> = {
  error: { word: "Error", tone: "bad", icon: "cross", character: "✗" },
  warning: { word: "Warning", tone: "warning", icon: "warning", character: "!" },
  info: { word: "Note", tone: "info", icon: "info", character: "i" },
  good: { word: "Good", tone: "good", icon: "check", character: "✓" },
};

/** A file that could not be read has no outcome, and says so. */
export const rowState = (outcome: Outcome | "unread"): State =>
  outcome === "unread"
    ? { word: "Not read", tone: "bad", icon: "question", character: "?" }
    : outcomeStates[outcome];

/** Each outcome as an earlier judgement is reported: “it was judged to keep its claim”. */
export const judgedWords: Readonly<Record<Outcome, string>> = {
  complies: "to keep its claim",
  fails: "not to keep its claim",
  "no-claim": "to claim nothing",
  pure: "pure Python",
  "nothing-native": "to hold nothing native",
  "not-linux": "not for Linux",
  "does-not-load": "not to load",
  unknown: "not to be judged",
};
