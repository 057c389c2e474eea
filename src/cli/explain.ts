/** `wheelscope explain ID`: what a finding or an error means, as the page's learn pages have it. */
import { errorText } from "../core/error-text.ts";
import { errorIds, explain, type Explanation } from "../core/explain.ts";
import { findingIds, findingKinds } from "../core/findings.ts";
import { inspectError } from "../core/inspect-error.ts";
import { UsageError } from "./args.ts";
import { closest } from "./closest.ts";
import { hang, paragraph, span, table, wrap, type Line } from "./layout.ts";

/** The explanation of an id; null where there is no such id. */
export function explainId(id: string, width: number): Line[] | null {
  const explanation = explain(id);
  return explanation === null ? null : printExplanation(id, explanation, width);
}

/** What to say of a text that is neither an id nor a message. */
export function notExplained(text: string): UsageError {
  // Ids are single words of small letters; anything else was meant as a message.
  if (!/^[a-z][a-z0-9-]*$/.test(text))
    return new UsageError(
      "In this text is no message of a loader, linker, Python, pip or CUDA that is known here.",
    );
  const meant = closest(text, [...findingIds, ...errorIds]);
  const hint = meant === null ? "wheelscope explain lists them all" : `did you mean ${meant}?`;
  return new UsageError(`There is no finding or error “${text}”; ${hint}`);
}

function printExplanation(id: string, explanation: Explanation, width: number): Line[] {
  const { title, whatItIs, whyItBreaks, howToFix, seeYourself, sources } = explanation;
  const see = seeYourself.flatMap(({ command, shows }): Line[] => [
    [span("  $ ", "dim"), span(command, "code")],
    ...paragraph([span(shows)], "    ", width),
  ]);
  const read = sources.map(({ title: name, address }): Line => [
    span(`  ${name}`),
    ...(address === null ? [] : [span(` ${address}`, "dim")]),
  ]);
  const fixes = howToFix.flatMap((text) =>
    hang([span("  → ", "good")], "    ", wrap([span(text)], width - 4)),
  );
  return [
    [span(title, "strong"), span(` [${id}]`, "dim")],
    ...section("What it is", paragraph([span(whatItIs)], "  ", width)),
    ...section("Why it breaks", paragraph([span(whyItBreaks)], "  ", width)),
    ...section("How to fix it", fixes),
    ...section("See it yourself", see),
    ...section("Sources", read),
  ];
}

const section = (title: string, lines: readonly Line[]): Line[] =>
  lines.length === 0 ? [] : [[], [span(title, "strong")], ...lines];

/** All ids. */
export function printIds(width: number): Line[] {
  const columns = [{ title: "finding" }, { title: "what", shrinkTo: 20 }];
  const findings = findingIds.map((id) => [span(id, "code"), span(findingKinds[id].title)]);
  const errors = errorIds
    .filter((id) => !(findingIds as readonly string[]).includes(id))
    .map((id) => [span(id, "code"), span(errorText(inspectError(id)).title)]);
  return [
    ...table(columns, findings, width),
    [],
    ...table([{ title: "error" }, { title: "what", shrinkTo: 20 }], errors, width),
    [],
    [span("wheelscope explain ID says more about one of them.", "dim")],
  ];
}
