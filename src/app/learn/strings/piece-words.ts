/** The words for one piece of a mangled name. */
import type { NamePiece, PieceKind } from "../../../facts/name-pieces.ts";
import {
  abbreviations,
  builtinWords,
  identifierOf,
  operations,
  operatorSign,
  own,
  qualifierWords,
  specials,
  structors,
} from "./piece-tables.ts";

/** Kinds that mean the same whatever their letters are. */
const fixed: Partial<Readonly<Record<PieceKind, string>>> = {
  mangled: "a C++ name",
  "base-offset": "at this offset inside of",
  suffix: "added by the compiler or linker, not part of the name",
  name: "a name of several parts, up to its E",
  "name-end": "end of the name",
  "member-reference": "a member function for one kind of reference to its object",
  std: "namespace std",
  internal: "seen in its own file only",
  friend: "a friend that its class defines",
  binding: "names that are bound together, up to E",
  "binding-end": "end of the names",
  unnamed: "a type without a name",
  lambda: "a lambda with these parameters, up to E",
  "lambda-end": "end of the lambda",
  "closure-member": "what initialises it has inside",
  local: "something inside of the function that follows, up to its E",
  "local-end": "end of the function",
  "local-text": "a text in it",
  "default-argument": "inside of a default argument of it",
  which: "which of several by this name",
  conversion: "conversion to",
  "literal-operator": "operator for literals that end with",
  "vendor-operator": "an operator of one compiler:",
  "bit-int": "an integer of so many bits",
  noexcept: "noexcept",
  condition: "noexcept if, up to E",
  "condition-end": "end of the condition",
  throws: "throws, up to E",
  "throws-end": "end of what it throws",
  "transaction-safe": "safe in transactions",
  member: "pointer to a member of",
  array: "array of",
  vector: "vector of",
  "size-end": "end of the size",
  function: "function: its result, then its parameters, up to E",
  "function-end": "end of the function",
  decltype: "the type of, up to E",
  "decltype-end": "end of decltype",
  expansion: "each of a list:",
  "constrained-auto": "auto that fulfils",
  elaborated: "struct, union or enum:",
  arguments: "template arguments, up to their E",
  "arguments-end": "end of the template arguments",
  pack: "a list, up to its E",
  "pack-end": "end of the list",
  declaration: "a template parameter",
  "declaration-end": "end of the template parameter",
  constraint: "on the condition that",
  value: "a value, up to its E",
  "value-end": "end of the value",
  address: "the address of",
  expression: "an expression, up to its E",
  "expression-end": "end of the expression",
  "operation-end": "end of what it is done with",
  "function-parameter": "a parameter of the function",
  unread: "the rest: a rarer form, not taken apart here",
  overlong: "too long to be taken apart here",
  rust: "a mangled name of Rust, not taken apart here",
  plain: "not a mangled C++ name; names of C have no types in them",
};

/** `before`: the piece before it, or null. */
export function meaningOf(piece: NamePiece, before: NamePiece | null): string {
  const { kind, text } = piece;
  switch (kind) {
    case "special":
      return own(specials, text.slice(0, 3)) ?? own(specials, text.slice(0, 2)) ?? "something made for";
    case "member-qualifiers":
      return text.includes("K")
        ? "a member function that does not change its object"
        : text.includes("H")
          ? "a member function with its object among its parameters"
          : "a member function with a qualifier";
    case "identifier":
      return identifier(piece, before);
    case "structor":
      return own(structors, text) ?? (text.startsWith("CI") ? "constructor taken over from" : "constructor");
    case "tag":
      return piece.abi === "new"
        ? "ABI tag cxx11: what it returns or is has a type of the new ABI"
        : `ABI tag ${identifierOf(text)}, which has nothing to do with strings`;
    case "operator":
      return `operator ${operatorSign(text, true)}`;
    case "abbreviation":
      return own(abbreviations, text) ?? "a name of std";
    case "again":
      return `again: ${piece.repeats ?? "an earlier part"}`;
    case "template-parameter":
      return `argument ${String(parameterNumber(text))} of the template`;
    case "builtin":
      return builtinWords(text);
    case "vendor-type":
      return `type ${identifierOf(text)} of one compiler`;
    case "vendor-qualifier":
      return `marked by one compiler as ${identifierOf(text)}`;
    case "qualifiers":
      return qualifierWords(text);
    case "indirection":
      return indirections[text] ?? "made from";
    case "literal":
      return text.replace(/^n/, "-");
    case "operation":
      return operation(text);
    default:
      return fixed[kind] ?? kind;
  }
}

/** `T_` is the first argument, `T0_` the second. */
const parameterNumber = (text: string): number =>
  text === "T_" ? 1 : Number(/(\d+)_$/.exec(text)?.[1] ?? 0) + 2;

const indirections: Readonly<Record<string, string>> = {
  P: "pointer to",
  R: "reference to",
  O: "reference to something that may be used up, to",
  C: "complex number of",
  G: "imaginary number of",
};

function identifier({ text, abi }: NamePiece, before: NamePiece | null): string {
  const name = identifierOf(text);
  const letters = `${name} (${String(name.length)} ${name.length === 1 ? "letter" : "letters"})`;
  if (abi === "new") return `${letters}: where libstdc++ keeps the types of the new ABI`;
  if (abi === "libc++") return `${letters}: where libc++ keeps its types`;
  if (abi !== "old") return letters;
  return before?.kind === "std" ? `${letters}, directly in std: the old form` : `${letters}: the old form`;
}

/** An operator, a fold over one (`fl`, `fr`, `fL`, `fR` before it), or something else. */
function operation(text: string): string {
  const known = own(operations, text);
  if (known !== undefined) return known;
  if (/^f[lrLR]../.test(text)) return `one after the other, joined by ${operatorSign(text.slice(2), false)}`;
  const sign = operatorSign(text.slice(0, 2), true);
  return sign === text.slice(0, 2) ? "a step of an expression" : sign;
}
