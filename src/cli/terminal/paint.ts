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
