/** Lines as Markdown (CommonMark with GitHub's additions). Nothing that a wheel calls itself is read as markup. */
import type { Line, Span } from "../terminal/layout.ts";
import { visible } from "../../facts/invisible.ts";
import { type Style } from "../terminal/paint.ts";

/** Names as code, what is strong as such, everything else as plain text. */
export function markdownOf(line: Line): string {
  return merged(line)
    .map(({ text, style }) => {
      if (text.trim() === "") return text;
      if (isName(style)) return codeSpan(text);
      return style === "strong" ? `**${plainMarkdown(text)}**` : plainMarkdown(text);
    })
    .join("");
}

const isName = (style: Style | null): boolean =>
  style === "tag" || style === "library" || style === "symbol" || style === "version" || style === "code";

/** Strong words with blanks between them are one, and so are a symbol and its version around an `@`. */
function merged(line: Line): Line {
  const spans: Span[] = [];
  line.forEach((span, index) => {
    const last = spans.at(-1);
    const next = line[index + 1];
    const between =
      last !== undefined &&
      next !== undefined &&
      ((span.text === " " && last.style === "strong" && next.style === "strong") ||
        (span.text === "@" && isName(last.style) && isName(next.style)));
    const joins = last !== undefined && (between || (last.style === span.style && last.style !== null));
    const continues =
      last !== undefined && last.text.endsWith("@") && isName(last.style) && isName(span.style);
    if (last !== undefined && (joins || continues))
      spans[spans.length - 1] = { ...last, text: last.text + span.text };
    else spans.push(span);
  });
  return spans;
}

/** Every character that could mean something has a backslash in front; underscores inside of words mean nothing. */
export const plainMarkdown = (text: string): string =>
  visible(text).replace(/[\\`*[\]<>#|~&@]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, "\\$&");

/** Code with as many backticks around it as it takes (CommonMark, 6.1); on one line. */
export function codeSpan(text: string): string {
  const line = visible(text);
  const longest = Math.max(0, ...[...line.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  return longest === 0 ? `${fence}${line}${fence}` : `${fence} ${line} ${fence}`;
}
