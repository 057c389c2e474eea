/** What the wheels amount to in one sentence, and in one state. No React, no DOM. */
import type { ReleaseRow } from "../../core/release/release.ts";
import { count } from "../../core/sentence.ts";
import { parseWheelName } from "../../facts/names/wheel-name.ts";
import { releaseKey } from "../../core/release/read-release.ts";
import { outcomeStates, type State } from "../states.ts";

/** Project and version where all files share them; else how many there are. */
export function releaseTitle(fileNames: readonly string[]): string {
  const [first = ""] = fileNames;
  const key = releaseKey(first);
  const name = parseWheelName(first);
  if (name !== null && fileNames.every((other) => releaseKey(other) === key))
    return `${name.project} ${name.version}`;
  return count(fileNames.length, isWheels(fileNames) ? "wheel" : "file");
}

/** Libraries without a wheel around them are files. */
export const isWheels = (fileNames: readonly string[]): boolean =>
  fileNames.every((name) => /\.whl$/i.test(name));

/** Every outcome in words that follow a number; singular, plural. What is wrong comes first. */
const parts: readonly (readonly [ReleaseRow["outcome"], one: string, many: string])[] = [
  ["fails", "does not keep its claim", "do not keep their claim"],
  ["does-not-load", "does not load", "do not load"],
  ["unread", "could not be read", "could not be read"],
  ["unknown", "could not be judged", "could not be judged"],
  [
    "nothing-native",
    "holds nothing compiled though its tag says so",
    "hold nothing compiled though their tags say so",
  ],
  ["complies", "keeps its claim", "keep their claim"],
  ["no-claim", "claims nothing", "claim nothing"],
  ["pure", "is pure Python", "are pure Python"],
  ["not-linux", "is not for Linux", "are not for Linux"],
];

/** `left`: files that wait or are being read. */
export function summarySentence(
  rows: readonly ReleaseRow[],
  left: number,
  noun: "wheel" | "file" = "wheel",
): string {
  const still = left === 0 ? "" : `Still to be read: ${String(left)}.`;
  if (rows.length === 0) return still === "" ? "Nothing has been read." : still;
  const found = parts.flatMap(([outcome, one, many]) => {
    const number = rows.filter((row) => row.outcome === outcome).length;
    return number === 0 ? [] : [{ number, words: number === 1 ? one : many }];
  });
  const [only] = found;
  const all = count(rows.length, noun);
  if (left === 0 && found.length === 1 && only !== undefined) {
    const who =
      rows.length === 1 ? `The only ${noun} read` : rows.length === 2 ? `Both ${noun}s` : `All ${all}`;
    return `${who} ${only.words}.`;
  }
  const counts = found.map(({ number, words }) => `${String(number)} ${words}`).join(", ");
  return left === 0 ? `Of ${all}, ${counts}.` : `Of ${all} read so far, ${counts}. ${still}`;
}

/** The state of them all: what is wrong with one is wrong with the release. */
export function summaryState(rows: readonly ReleaseRow[], left: number): State {
  const has = (...outcomes: readonly ReleaseRow["outcome"][]): boolean =>
    rows.some(({ outcome }) => outcomes.includes(outcome));
  if (has("fails")) return { word: "Does not comply", tone: "bad", icon: "cross", character: "✗" };
  if (has("does-not-load")) return outcomeStates["does-not-load"];
  if (has("unread", "unknown", "nothing-native"))
    return { word: "Look closer", tone: "warning", icon: "warning", character: "!" };
  if (left > 0 || rows.length === 0) return { word: "Reading", tone: "info", icon: "search", character: "…" };
  if (has("complies")) return { word: "Complies", tone: "good", icon: "check", character: "✓" };
  return { word: "No claim to check", tone: "info", icon: "info", character: "i" };
}
