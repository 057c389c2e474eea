/** Lines of `Requires-Dist`: dependency specifiers, read by their grammar (PEP 508; packaging.python.org). */
import { parseMarker, type Marker } from "./marker.ts";
import { normalizeName } from "./project-name.ts";

export interface Requirement {
  /** Normalised (PEP 503): `nvidia-cublas-cu12`. */
  readonly name: string;
  /** What stands in brackets, normalised. */
  readonly extras: readonly string[];
  /** Versions as written, without parentheses, e.g. `<14,>=13.0.3`. Empty: any version, or those at `url`. */
  readonly versions: string;
  /** What follows `@`; null: nothing. */
  readonly url: string | null;
  /** Where it holds; null: everywhere. */
  readonly marker: Marker | null;
}

/** What is longer is not read. Real lines have less than a tenth of it. */
const LONGEST = 10_000;

const NAME = "[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?";
const START = new RegExp(`^[ \\t]*(${NAME})[ \\t]*`);
const EXTRAS = new RegExp(`^\\[[ \\t]*((?:${NAME}[ \\t]*(?:,[ \\t]*${NAME}[ \\t]*)*)?)\\][ \\t]*`);
const CLAUSE = "(?:===|[=~!<>]=|[<>])[ \\t]*[A-Za-z0-9._*+!-]+[ \\t]*";
const CLAUSES = new RegExp(`^${CLAUSE}(?:,[ \\t]*${CLAUSE})*(?:,[ \\t]*)?$`);

/**
 * Reads one line. Null: it cannot be read, so that nobody knows what it asks for: it does not follow the
 * grammar, or is longer than 10,000 characters. The versions are read by the grammar of PEP 508, which does
 * not care whether the operator takes them (`>=1.*`): pip refuses such a line, but it says what it asks for.
 * Time is linear in the length.
 */
export function parseRequirement(line: string): Requirement | null {
  if (line.length > LONGEST) return null;
  const [start, name] = START.exec(line) ?? [];
  if (start === undefined || name === undefined) return null;
  let rest = line.slice(start.length);
  const [brackets = "", inside = ""] = EXTRAS.exec(rest) ?? [];
  rest = rest.slice(brackets.length);
  const details = rest.startsWith("@") ? readUrl(rest) : readVersions(rest);
  if (details === null) return null;
  const { versions, url, marker: text } = details;
  const marker = text === null ? null : parseMarker(text);
  if (text !== null && marker === null) return null;
  return {
    name: normalizeName(name),
    extras: inside === "" ? [] : inside.split(",").map(normalizeName),
    versions,
    url,
    marker,
  };
}

/** The normalised name with which a line begins, also if the rest of it cannot be read; empty: with none. */
export function nameAtStart(line: string): string {
  return normalizeName(START.exec(line.slice(0, LONGEST))?.[1] ?? "");
}

type Details = Pick<Requirement, "versions" | "url"> & { readonly marker: string | null };

/** A URL ends at white space only: a `;` may belong to it. */
function readUrl(text: string): Details | null {
  const [all = "", url] = /^@[ \t]*([^ \t]+)[ \t]*/.exec(text) ?? [];
  const rest = text.slice(all.length);
  if (url === undefined || (rest !== "" && !rest.startsWith(";"))) return null;
  return { versions: "", url, marker: rest === "" ? null : rest.slice(1) };
}

/** Versions have no `;` in them, so that the first one begins the marker. */
function readVersions(text: string): Details | null {
  const cut = text.indexOf(";");
  const head = (cut < 0 ? text : text.slice(0, cut)).trim();
  const versions = head.startsWith("(") && head.endsWith(")") ? head.slice(1, -1).trim() : head;
  if (versions !== "" && !CLAUSES.test(versions)) return null;
  return { versions, url: null, marker: cut < 0 ? null : text.slice(cut + 1) };
}
