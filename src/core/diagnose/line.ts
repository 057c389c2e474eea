/**
 * Small tools for reading a line of an error message. They look for fixed words and go on from there, so that a line of any
 * length is read in time proportional to it; a regular expression is used only at a known place.
 */

/** Quotes of all the tools and of what chats and word processors make of them. */
const QUOTES = new Set("'\"`‘’“”‛´<>«»");
const ENDS = new Set(" \t,;()[]{}=");

/** The word that ends at `end`, without quotes and a colon at its end: a file name, mostly. Null if there is none. */
export function wordBefore(line: string, end: number): string | null {
  let last = end;
  while (last > 0 && (isBlank(line[last - 1]) || line[last - 1] === ":" || isQuote(line[last - 1])))
    last -= 1;
  let first = last;
  while (first > 0 && !isBlank(line[first - 1]) && !isQuote(line[first - 1]) && line[first - 1] !== "(")
    first -= 1;
  return first === last ? null : line.slice(first, last);
}

/** The word that begins at `start` or after blanks and quotes there, up to the next blank, quote or bracket. */
export function wordAfter(line: string, start: number): string | null {
  let first = start;
  while (first < line.length && (isBlank(line[first]) || isQuote(line[first]))) first += 1;
  let last = first;
  while (last < line.length && !ENDS.has(line[last] ?? "") && !isQuote(line[last])) last += 1;
  const word = line.slice(first, last).replace(/[.:]+$/, "");
  return word === "" ? null : word;
}

/** What stands between two quotes from `start` on: a demangled name has blanks and brackets. Null if none is opened there. */
export function quoted(line: string, start: number): string | null {
  let first = start;
  while (first < line.length && isBlank(line[first])) first += 1;
  if (!isQuote(line[first])) return null;
  const opening = line[first] ?? "";
  // `name' and “name”: the closing one differs from the opening one; "<" within a name is no quote.
  const closing = { "`": ["'", "`", "’"], "‘": ["’", "'"], "“": ["”", '"'], "'": ["'"], '"': ['"'] }[opening];
  if (closing === undefined) return null;
  const ends = closing.map((quote) => line.indexOf(quote, first + 1)).filter((at) => at > first);
  return ends.length === 0 ? null : line.slice(first + 1, Math.min(...ends));
}

export const isQuote = (character: string | undefined): boolean =>
  character !== undefined && QUOTES.has(character);

const isBlank = (character: string | undefined): boolean => character === " " || character === "\t";

/** A path or file name, as opposed to a word of the message. */
export const isFile = (word: string | null): word is string => word !== null && /[./\\]/.test(word);
