/** Names what was set aside for a claim to be met: "11 libraries it expects from other wheels and 1 from the GPU driver". */
import type { SetAside } from "./own-blockers.ts";
import type { Linkage } from "../linkage/kinds.ts";
import { type Sentence, count, library, say } from "../sentence.ts";

export function asideWords(aside: readonly SetAside[]): Sentence {
  const parts: Sentence[] = [];
  const libraries = (amount: number): string =>
    parts.length === 0 ? count(amount, "library", "libraries") : String(amount);
  const others = neededBy(aside, "other-wheel").size;
  if (others > 0)
    parts.push(
      say`${libraries(others)} it expects from ${oneOrMore(others, "another wheel", "other wheels")}`,
    );
  const driver = neededBy(aside, "driver").size;
  if (driver > 0) parts.push(say`${libraries(driver)} from the GPU driver`);
  const own = neededBy(aside, "in-wheel-unreachable", "in-wheel");
  if (own.size > 0) {
    const files = [...new Set([...own.values()].flat())];
    const [only] = files;
    const who = files.length === 1 && only !== undefined ? library(only) : count(files.length, "file");
    parts.push(
      say`${libraries(own.size)} of its own that ${who} ${oneOrMore(files.length, "does", "do")} not find`,
    );
  }
  return parts.flatMap((part, index) => {
    if (index === 0) return part;
    return [index === parts.length - 1 ? " and " : ", ", ...part];
  });
}

/** Needed name → the files that need it so. */
function neededBy(aside: readonly SetAside[], ...kinds: readonly Linkage["kind"][]): Map<string, string[]> {
  const names = new Map<string, string[]>();
  for (const { in: path, linkage } of aside) {
    if (!kinds.includes(linkage.kind)) continue;
    const known = names.get(linkage.needed);
    if (known === undefined) names.set(linkage.needed, [path]);
    else known.push(path);
  }
  return names;
}

/** Singular or plural without the number. */
export const oneOrMore = (amount: number, singular: string, plural: string): string =>
  amount === 1 ? singular : plural;
