/**
 * Sentences as parts. A sentence carries names from a wheel (hostile text) beside our own words; kept apart, the page can
 * render elements, the terminal colours, and neither ever parses markup.
 */
/** A sentence as parts, so that the page renders elements and the terminal colours; never markup. */
export type SentencePart =
  string | { readonly kind: "tag" | "library" | "symbol" | "version" | "code"; readonly text: string };
export type Sentence = readonly SentencePart[];

type Named = Exclude<SentencePart, string>;

export const tag = (text: string): Named => ({ kind: "tag", text });
export const library = (text: string): Named => ({ kind: "library", text });
export const symbol = (text: string): Named => ({ kind: "symbol", text });
export const version = (text: string): Named => ({ kind: "version", text });
export const code = (text: string): Named => ({ kind: "code", text });

/**
 * Template tag that builds a sentence: `say\`${library(path)} needs ${version("GLIBC_2.34")}.\``. A plain string or
 * number joins our own words; a sentence is spliced in; neighbouring strings are merged and empty ones dropped.
 */
export function say(
  words: TemplateStringsArray,
  ...values: readonly (SentencePart | number | Sentence)[]
): Sentence {
  const parts: SentencePart[] = [];
  words.forEach((word, index) => {
    push(parts, word);
    const value = values[index];
    if (value === undefined) return;
    if (typeof value === "number") push(parts, figure(value));
    else if (isSentence(value)) value.forEach((part) => push(parts, part));
    else push(parts, value);
  });
  return parts;
}

/** The sentence as plain text, as it goes into an issue. */
export function plainText(sentence: Sentence): string {
  return sentence.map((part) => (typeof part === "string" ? part : part.text)).join("");
}

/** "a", "a and b", "a, b and c"; with more than `limit` items "a, b and 4 more". Never empty of sense: no items, no parts. */
export function list(items: readonly SentencePart[], limit = 3): Sentence {
  const shown = items.length > limit ? items.slice(0, Math.max(1, limit - 1)) : items;
  const hidden = items.length - shown.length;
  const all: readonly SentencePart[] = hidden > 0 ? [...shown, `${figure(hidden)} more`] : shown;
  return all.flatMap((item, index): SentencePart[] => {
    if (index === 0) return [item];
    return [index === all.length - 1 ? " and " : ", ", item];
  });
}

/** The same for our own words, all of them: "12", "12 and 13", "11, 12 and 13". */
export const joinAnd = (items: readonly string[]): string =>
  items.length < 2 ? items.join("") : `${items.slice(0, -1).join(", ")} and ${items.at(-1) ?? ""}`;

/** `count(1, "library", "libraries")` is "1 library"; figures above 9,999 get thousands separators. */
export function count(amount: number, singular: string, plural = `${singular}s`): string {
  return `${figure(amount)} ${amount === 1 ? singular : plural}`;
}

/** "`a.so`" for one path, "3 libraries" for more. */
export function subject(paths: readonly string[], noun = "library", plural = "libraries"): SentencePart {
  const different = [...new Set(paths)];
  const [only] = different;
  return different.length === 1 && only !== undefined ? library(only) : count(different.length, noun, plural);
}

/** "`a`, `b` and 3 more" of the names, duplicates dropped. */
export function nameList(names: readonly string[], limit = 3): Sentence {
  return list([...new Set(names)].map(library), limit);
}

/** Singular or plural verb for a number of things. */
export function verb(amount: number, singular: string, plural: string): string {
  return amount === 1 ? singular : plural;
}

function figure(amount: number): string {
  return String(amount).replace(/\B(?=(\d{3})+$)/g, amount > 9999 ? "," : "");
}

function isSentence(value: SentencePart | Sentence): value is Sentence {
  return Array.isArray(value);
}

function push(parts: SentencePart[], part: SentencePart): void {
  if (part === "") return;
  const last = parts.at(-1);
  if (typeof part === "string" && typeof last === "string") parts[parts.length - 1] = last + part;
  else parts.push(part);
}
