/** The link as Markdown, for issues and chats: `[✗ example 1.0: needs glibc 2.28](…)`. */
import type { Report } from "../../core/report.ts";
import { plainText } from "../../core/sentence.ts";
import { plural } from "../format.ts";
import { outcomeStates } from "../parts/states.ts";

export function markdownOf(reports: readonly Report[], title: string | null, address: string): string {
  return `[${escaped(title ?? named(reports))}](${address})`;
}

function named(reports: readonly Report[]): string {
  const [first] = reports;
  if (first === undefined) return "Wheelscope";
  const { facts, verdict } = first;
  const project = facts.name === null ? facts.fileName : `${facts.name.project} ${facts.name.version}`;
  if (reports.length > 1) return `${project} and others: ${plural(reports.length, "wheel")}`;
  const headline = plainText(verdict.headline).replace(/\.$/, "");
  return `${outcomeStates[verdict.outcome].character} ${project}: ${headline}`;
}

/** What would end the text of a link, or begin markup. */
const escaped = (text: string): string => text.replace(/[\\[\]<>*_`]/g, "\\$&").replace(/\s+/g, " ");
