/** Lists of names and evidence in the published JSON document: how many there are, and the first of them. */
import { about, count, listOf, named, object, optional, text, type Of } from "../describe.ts";
import type { SymbolGroup } from "../../facts/code-facts.ts";

/** Symbols and pieces of evidence given of a group; the text report and the page have more. */
export const firstSymbols = 5;

/** Names given of a list; an extension of numpy's size imports hundreds. */
export const firstNames = 20;

export const evidenceShape = named("evidence", "One piece of evidence; keys that do not apply are absent.", {
  in: optional(text("Path of the library inside the wheel.")),
  symbol: optional(text("Symbol, mangled as in the file.")),
  version: optional(text("Symbol version, e.g. GLIBC_2.34.")),
  from: optional(text("The needed library that a version or symbol must come from.")),
  note: optional(text("Anything else, in words.")),
});

export const groupShape = named(
  "names",
  "Names of one kind: how many, and the first of them as in the file.",
  {
    count: count("How many there are."),
    symbols: listOf("The first of them.", text("A symbol, mangled.")),
  },
);
export type GroupJson = Of<typeof groupShape>;

export function groupJson({ count, symbols }: SymbolGroup, limit = firstSymbols): GroupJson {
  return { count, symbols: symbols.slice(0, limit) };
}

/** Names that are no symbols; `each` describes one of them. */
export const namesShape = (description: string, each: string) =>
  object(description, {
    count: count("How many there are."),
    names: listOf("The first of them.", text(each)),
  });

export const namesJson = (names: readonly string[], limit = firstNames) => ({
  count: names.length,
  names: names.slice(0, limit),
});

/** `groupShape` under a description of its own. */
export const groupOf = (description: string) => about(description, groupShape);

/** Paths of files of the wheel. */
export const pathsOf = (description: string) => listOf(description, text("Path in the wheel."));
