/** Phrases that the values of several pages share. */
import type { Evidence } from "../../core/evidence.ts";
import { type Sentence, count, library, list, say, symbol } from "../../core/sentence.ts";

/** Names shown before the rest is counted. */
const SHOWN = 3;

/** “pkg/_x.so and pkg/_y.so”, “a, b and 4 more”. */
export const paths = (of: readonly string[]): Sentence => list(of.map(library), SHOWN);

/** “pthread_create and pthread_join”, “a, b and 58 more”; nothing if no symbol is bound to the version. */
export function symbols(names: readonly string[], total: number): Sentence {
  if (names.length === 0) return [];
  if (total <= SHOWN && names.length === total) return list(names.map(symbol), SHOWN);
  const shown = names.slice(0, SHOWN - 1);
  return list([...shown.map(symbol), `${String(total - shown.length)} more`], SHOWN);
}

/** One piece of evidence: “pthread_create@GLIBC_2.34 in pkg/_pool.so.” Empty if there is nothing in it to say. */
export function evidenceSentence({ in: path, symbol: name, version, from, note }: Evidence): Sentence {
  const what = subject(name, version, from);
  const where: Sentence =
    path === undefined ? [] : what.length === 0 ? [library(path)] : say` in ${library(path)}`;
  const parts = [...what, ...where];
  if (note === undefined) return parts.length === 0 ? [] : say`${parts}.`;
  return parts.length === 0 ? say`${note}.` : say`${parts}: ${note}.`;
}

function subject(name: string | undefined, version: string | undefined, from: string | undefined): Sentence {
  if (name !== undefined) return [symbol(version === undefined ? name : `${name}@${version}`)];
  if (version !== undefined) {
    const named = { kind: "version", text: version } as const;
    return from === undefined ? [named] : say`${named} of ${library(from)}`;
  }
  return from === undefined ? [] : [library(from)];
}

export const rest = (more: number): Sentence =>
  say`${count(more, "more piece", "more pieces")} of evidence in the report.`;
