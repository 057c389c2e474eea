/** The symbols in a text that somebody pasted: a list, the output of nm or readelf, or an error message. */

/** Longer texts are read up to here. */
export const LONGEST_TEXT = 16 * 1024;
/** More symbols than these are counted, not shown. */
export const MOST_SYMBOLS = 12;

export interface PastedSymbols {
  /** Each once, in their order; at most `MOST_SYMBOLS`. */
  readonly names: readonly string[];
  /** How many more there are. */
  readonly more: number;
}

/**
 * Mangled names wherever they stand; a line of one word is taken as it is, since `main` is a symbol too. What a linker adds (`@@GLIBCXX_3.4`)
 * is left off.
 */
export function readSymbols(text: string): PastedSymbols {
  const found = new Set<string>();
  for (const line of text.slice(0, LONGEST_TEXT).split("\n")) {
    const mangled = line.match(/(?<![\w$.])_[ZR][\w$.]+/g);
    if (mangled !== null) mangled.forEach((name) => found.add(name.replace(/\.+$/, "")));
    else {
      const [word] = /^[\w$.]+(?=@|$)/.exec(line.trim()) ?? [];
      if (word !== undefined) found.add(word);
    }
  }
  const all = [...found];
  return { names: all.slice(0, MOST_SYMBOLS), more: Math.max(0, all.length - MOST_SYMBOLS) };
}
