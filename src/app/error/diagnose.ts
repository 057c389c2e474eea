/** “Paste an error” for the page: core's diagnosis with today's knowledge. A part of the program of its own (state/load-parts.ts). */
import type { NameFacts } from "../../facts/code-facts.ts";
import { diagnose as diagnoseWith } from "../../core/diagnose/diagnose.ts";
import type { Diagnosis, Mention } from "../../core/diagnose/diagnosis.ts";
import { namesOf, readMentions } from "../../core/diagnose/read-mentions.ts";
import type { Report } from "../../core/report.ts";
import { knowledge } from "../../data/index.ts";

export { namesOf, readMentions };

export function diagnose(
  mentions: readonly Mention[],
  names: readonly NameFacts[],
  report: Report | null,
): Diagnosis {
  return diagnoseWith(mentions, names, knowledge, report);
}
