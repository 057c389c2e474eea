/** How states look in text: a sign and a colour. */
import type { GpuCoverage } from "../../core/readings/readings.ts";
import type { Severity } from "../../core/severity.ts";
import type { Outcome } from "../../core/verdict/outcome.ts";
import { coverageStates } from "../../present/gpu.ts";
import { rowState, severityStates, type State, type Tone } from "../../present/states.ts";
import type { Style } from "../terminal/paint.ts";

export type Sign = readonly [sign: string, style: Style];

const styles: Readonly<Record<Tone, Style>> = {
  good: "good",
  warning: "warn",
  bad: "bad",
  info: "dim",
  neutral: "dim",
};

/** A dot where the page has an i: it stands at the head of lines. */
const signOf = ({ tone, character }: State): Sign => [tone === "info" ? "•" : character, styles[tone]];

export const severitySign = (severity: Severity): Sign => signOf(severityStates[severity]);

/** What promises nothing gets a dot: a tick would say that a promise is kept. */
export function outcomeSign(outcome: Outcome | "unread"): Sign {
  const [sign, style] = signOf(rowState(outcome));
  return outcome === "pure" || sign === "•" ? ["•", "strong"] : [sign, style];
}

/** What a check failed for is no tick, whatever the tag says: the mark is the exit status. */
export function checkedSign(outcome: Outcome, fails: boolean): Sign {
  const sign = outcomeSign(outcome);
  return fails && sign[1] !== "bad" && sign[1] !== "warn" ? ["✗", "bad"] : sign;
}

/** Code that the driver compiles runs as well. */
export function coverageSign(coverage: GpuCoverage): Sign {
  const { character, tone } = coverageStates[coverage];
  return [character, coverage === "ptx" ? "good" : styles[tone]];
}
