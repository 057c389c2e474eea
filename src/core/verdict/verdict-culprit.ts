/** Names the one symbol or library that says most about why a claim is not met; the findings tell the rest. */
import { byFrequency } from "./blocker-text.ts";
import { knownSymbol, readableSymbol } from "../knowledge/known-symbols.ts";
import type { Blocker } from "./blocker.ts";
import { type Sentence, count, library, say, symbol, version } from "../sentence.ts";
import { compareFamilies, compareVersionNames, parseVersionName } from "../../facts/names/version-name.ts";

/** A sentence with a blank after it, or nothing if the headline has said it all. */
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
    const known = top.symbols.find((each) => knownSymbol(each, top.version) !== null);
    const name = known ?? top.symbols.find((each) => readableSymbol(each) !== null);
    const shown = name === undefined ? null : readableSymbol(name);
    const files = new Set(
      blockers.flatMap((blocker) =>
        blocker.kind === "symbol-version" && blocker.version === top.version ? [blocker.in] : [],
      ),
    );
    const others = files.size > 1 ? ` and ${count(files.size - 1, "other file")}` : "";
    const what = shown === null ? version(top.version) : say`${symbol(shown)} (${version(top.version)})`;
    return say`${library(top.in)}${others} ${files.size > 1 ? "ask" : "asks"} ${library(top.from)} for ${what}. `;
  }
  const needs = byFrequency(blockers);
  const [first] = needs;
  if (first === undefined) return [];
  const [needed, paths] = first;
  const [path = ""] = paths;
  const others = paths.length - 1;
  const who = others === 0 ? library(path) : say`${library(path)} and ${count(others, "other file")}`;
  return say`${who} ${others === 0 ? "needs" : "need"} ${needs.length === 1 && others === 0 ? "it" : library(needed)}. `;
}
