/**
 * Letters that do not show themselves or move others: control characters (C0, C1), Unicode's format characters (bidirectional controls,
 * zero-width joiners, soft hyphens, tags), line separators, lone surrogates, and blanks that pass for nothing. In the name of a file
 * they make one name look like another. The joiner within a composed emoji shows itself.
 */
const invisible =
  /(?!(?<=\p{Extended_Pictographic}\ufe0f?)\u200d(?=\p{Extended_Pictographic}))[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0]/gu;

/** The text with each of them as a code, for a terminal or Markdown: `\x1b`, `\u{202e}`. */
export function visible(text: string): string {
  return text.replace(invisible, (letter) => {
    const code = (letter.codePointAt(0) ?? 0).toString(16);
    return code.length > 2 ? `\\u{${code}}` : `\\x${code.padStart(2, "0")}`;
  });
}

/**
 * A value as JSON in which they are escaped: the same value for programs, and nothing hidden from whoever reads it.
 * `indent`: blanks for each level; 0: all on one line.
 */
export function visibleJson(value: unknown, indent: number): string {
  // JSON.stringify escapes C0 and lone surrogates itself; what is left stands inside of strings, and only its own newlines outside.
  return JSON.stringify(value, null, indent).replace(invisible, (letter) =>
    letter === "\n" ? letter : escapeUnits(letter),
  );
}

const escapeUnits = (letter: string): string =>
  Array.from(
    { length: letter.length },
    (_, at) => `\\u${letter.charCodeAt(at).toString(16).padStart(4, "0")}`,
  ).join("");
