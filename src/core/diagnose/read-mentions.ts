/** Finds what a pasted text is about: one line, a traceback, what a linker or pip printed. */
import type { Mention } from "./diagnosis.ts";
import { FORMS, isVersionName, splitVersion, type Found } from "./mention-forms.ts";

/** What is read of a text, in characters. */
export const TEXT_LIMIT = 64 * 1024;
/** More than these would not be read by anybody. */
const MENTION_LIMIT = 30;
const QUOTE_LIMIT = 300;
/** Names of the reader's limit (`Engine.names`). */
const NAME_LIMIT = 16 * 1024;

/** In the order of the text, each once. Takes time proportional to the text; never throws. */
export function readMentions(text: string): readonly Mention[] {
  const found = new Map<string, Mention>();
  const lines = text.slice(0, TEXT_LIMIT).split(/[\r\n]+/);
  for (const line of lines) {
    for (const mention of mentionsOfLine(line)) add(found, mention, line);
    if (found.size >= MENTION_LIMIT) break;
  }
  if (found.size === 0) {
    for (const line of lines) for (const mention of bareNames(line)) add(found, mention, line);
  }
  return [...found.values()].slice(0, MENTION_LIMIT);
}

/** The mangled names that the reader is to demangle and classify (`Engine.names`), each once. */
export function namesOf(mentions: readonly Mention[]): readonly string[] {
  const names = mentions.flatMap((mention) =>
    mention.kind === "symbol" && isMangled(mention.name) && mention.name.length < NAME_LIMIT
      ? [mention.name]
      : [],
  );
  return [...new Set(names)];
}

/** A name of the Itanium C++ ABI; `_ZGVbN2v_sin` is a vector function of libmvec, not C++. */
export const isMangled = (name: string): boolean => name.startsWith("_Z") && !/^_ZGV[a-z][NM]\d+/.test(name);

function add(found: Map<string, Mention>, mention: Found, line: string): void {
  const key = JSON.stringify(mention);
  if (found.has(key) || found.size >= MENTION_LIMIT) return;
  found.set(key, { ...mention, quote: clip(line.trim()) });
}

function clip(line: string): string {
  return line.length > QUOTE_LIMIT ? `${line.slice(0, QUOTE_LIMIT - 1)}…` : line;
}

/** All that one line is about; usually one thing, but a log may have joined several messages. */
function* mentionsOfLine(line: string): Generator<Found> {
  const lower = line.toLowerCase();
  // A letter that changes its length in lower case would shift every place after it.
  const text = lower.length === line.length ? lower : line;
  let taken = false;
  for (const { words, read } of FORMS) {
    for (const each of words) {
      for (let at = text.indexOf(each), tries = 0; at >= 0 && tries < MENTION_LIMIT; tries += 1) {
        const end = at + each.length;
        const mention = read(line, at, end);
        if (mention !== null && !(taken && mention.kind === "isa-level")) {
          taken = true;
          yield mention;
        }
        at = text.indexOf(each, end);
      }
    }
  }
}

const NAME = /^[A-Za-z_$][\w.$]{2,}(?:@{1,2}[\w.]+)?$/;
const VERSION_FAMILIES = /^(?:GLIBC|GLIBCXX|CXXABI|GCC|GOMP|OMP|GFORTRAN|LIBATOMIC|OPENSSL|ZLIB|LIBFFI)_/;

/** Names pasted by themselves: symbols (a mangled one anywhere, a plain one alone on its line) and versions. */
function* bareNames(line: string): Generator<Found> {
  const trimmed = line.trim();
  const words = trimmed.split(/[\s,;'"`‘’“”()]+/, 200).filter((word) => word !== "");
  let any = false;
  for (const word of words) {
    if (VERSION_FAMILIES.test(word) && isVersionName(word)) {
      any = true;
      yield { kind: "version", bare: true, version: word, provider: null, file: null };
    } else if (word.startsWith("_Z") || word.startsWith("__Z")) {
      any = true;
      // macOS writes one underscore more.
      yield bareSymbol(word.startsWith("__Z") ? word.slice(1) : word);
    }
  }
  if (any) return;
  const [only] = words;
  if (
    words.length === 1 &&
    only !== undefined &&
    NAME.test(only) &&
    /[_A-Z]/.test(only) &&
    !/\.(?:py|so|whl|txt)$/.test(only)
  ) {
    yield bareSymbol(only);
  } else if (/(?:\w::\w|\[abi:cxx11\])/.test(trimmed) && !trimmed.includes("://")) {
    yield { kind: "symbol", when: "bare", name: trimmed, version: null, file: null };
  }
}

function bareSymbol(word: string): Found {
  return { kind: "symbol", when: "bare", ...splitVersion(word), file: null };
}
