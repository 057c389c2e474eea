/** Names the one symbol or library that says most about why a claim is not met; the findings tell the rest. */
import { knownSymbol } from "./known-symbols.ts";
import type { Blocker, Sentence } from "./report.ts";
import { count, library, say, symbol, version } from "./sentence.ts";
import { compareFamilies, compareVersionNames, parseVersionName } from "./version-name.ts";

/** A sentence with a blank after it, or nothing where the headline has said it all. */
export function culprit(blockers: readonly Blocker[]): Sentence {
  const [top] = blockers
    .filter((blocker) => blocker.kind === "symbol-version")
    .sort(
      (a, b) =>
        compareFamilies(parseVersionName(a.version).family, parseVersionName(b.version).family) ||
        compareVersionNames(b.version, a.version) ||
        Number(b.symbols.length > 0) - Number(a.symbols.length > 0),
    );
  if (top !== undefined) {
    const names = top.symbols;
    const name = names.find((each) => knownSymbol(each, top.version) !== null) ?? names[0];
    const files = new Set(
      blockers.flatMap((blocker) =>
        blocker.kind === "symbol-version" && blocker.version === top.version ? [blocker.in] : [],
      ),
    );
    const others = files.size > 1 ? ` and ${count(files.size - 1, "other file")}` : "";
    const what = name === undefined ? version(top.version) : say`${symbol(name)} (${version(top.version)})`;
    return say`${library(top.in)}${others} ${files.size > 1 ? "ask" : "asks"} ${library(top.from)} for ${what}. `;
  }
  const needs = blockers.filter((blocker) => blocker.kind === "library");
  const [need] = needs;
  if (need === undefined) return [];
  const others = new Set(needs.map((blocker) => blocker.in)).size - 1;
  return say`${library(need.in)}${others > 0 ? ` and ${count(others, "other file")}` : ""} ${others > 0 ? "need" : "needs"} ${library(need.needed)}. `;
}
