/**
 * Text in the columns of a terminal: an ideograph or an emoji takes two, a combining mark none. What belongs to one
 * letter (a grapheme cluster, UAX 29) is never cut apart.
 */
import stringWidth from "string-width";

const segmenter = new Intl.Segmenter("en", { granularity: "grapheme" });

/** Columns that a text takes. */
export const widthOf = (text: string): number => stringWidth(text);

const lettersOf = (text: string): string[] => [...segmenter.segment(text)].map(({ segment }) => segment);

/** As many of the letters, from the first on, as `width` columns hold. */
function head(letters: readonly string[], width: number): string {
  let used = 0;
  const end = letters.findIndex((letter) => (used += widthOf(letter)) > width);
  return letters.slice(0, end < 0 ? letters.length : end).join("");
}

const tail = (letters: readonly string[], width: number): string => {
  let used = 0;
  const begin = letters.findLastIndex((letter) => (used += widthOf(letter)) > width);
  return letters.slice(begin + 1).join("");
};

/** At most `width` columns, with an ellipsis for what is cut from the end. */
export function cutEnd(text: string, width: number): string {
  return widthOf(text) <= width ? text : `${head(lettersOf(text), width - 1)}…`;
}

/** The same, cut in the middle: paths differ at both of their ends. */
export function cutMiddle(text: string, width: number): string {
  if (widthOf(text) <= width) return text;
  const letters = lettersOf(text);
  const last = Math.ceil((width - 1) * 0.6);
  return `${head(letters, width - 1 - last)}…${tail(letters, last)}`;
}
