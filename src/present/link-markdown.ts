/** A share link as Markdown, for issues and pull requests: `[✗ example 1.0: needs glibc 2.28](https://…/#/r/…)`. */
import type { Report } from "../core/report.ts";
import { plainText } from "../core/sentence.ts";
import { outcomeStates } from "./states.ts";

/** `address` is the whole address with the link in it. Whatever the wheel calls itself stays text inside the brackets. */
export function linkMarkdown(report: Report, address: string): string {
  const { facts, verdict } = report;
  const name = facts.name === null ? facts.fileName : `${facts.name.project} ${facts.name.version}`;
  return markdownLink(`${outcomeStates[verdict.outcome].character} ${name}: ${gist(report)}`, address);
}

/** A link with any text, as for several wheels (core/release/gist.ts). */
export const markdownLink = (text: string, address: string): string =>
  `[${escaped(text)}](${target(address)})`;

/** The headline, with its first letter small and without its full stop; for the commonest failure only what is needed. */
function gist({ verdict }: Report): string {
  const headline = plainText(verdict.headline);
  const needs =
    verdict.outcome === "fails"
      ? /, (?:but )?(needs (?:glibc|musl) [\d.]*\d)/.exec(headline)?.[1]
      : undefined;
  if (needs !== undefined) return needs;
  return `${headline.charAt(0).toLowerCase()}${headline.slice(1).replace(/\.$/, "")}`;
}

/** Every character that means something to Markdown or HTML, with a backslash in front; no line breaks. */
export const escaped = (text: string): string =>
  text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ").replace(/[\\`*_{}[\]()<>#!|~&@]/g, "\\$&");

/** Inside the round brackets: no spaces, brackets, or what ends an address. */
const target = (address: string): string =>
  address.replace(/[\s()<>\\"]/g, (character) => `%${character.charCodeAt(0).toString(16).padStart(2, "0")}`);
