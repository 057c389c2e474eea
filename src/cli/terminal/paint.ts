/** Colours for a terminal, by meaning. Without colour every text stays as it is: signs and words carry the meaning. */
export type Style =
  "good" | "bad" | "warn" | "dim" | "strong" | "tag" | "library" | "symbol" | "version" | "code";

export type Paint = (text: string, style: Style | null) => string;

/** SGR pairs (ECMA-48): the sixteen colours that every terminal theme adapts to its background. */
const sgr: Readonly<Record<Style, readonly [on: number, off: number]>> = {
  good: [32, 39],
  bad: [31, 39],
  warn: [33, 39],
  dim: [2, 22],
  strong: [1, 22],
  tag: [1, 22],
  library: [36, 39],
  symbol: [35, 39],
  version: [1, 22],
  code: [36, 39],
};

export const plain: Paint = (text) => text;

export const colored: Paint = (text, style) =>
  style === null ? text : `\x1b[${sgr[style][0]}m${text}\x1b[${sgr[style][1]}m`;

/**
 * Text from a wheel made safe for a terminal: control characters, and those that reorder the line (Unicode's
 * bidirectional controls), are shown as codes, so that a file name cannot move the cursor or fake a verdict.
 */
export function visible(text: string): string {
  return text.replace(
    /[\p{Cc}\p{Cs}\u2028\u2029\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu,
    (letter) => {
      const code = (letter.codePointAt(0) ?? 0).toString(16);
      return code.length > 2 ? `\\u{${code}}` : `\\x${code.padStart(2, "0")}`;
    },
  );
}
