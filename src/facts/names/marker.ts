/**
 * Environment markers of requirements (PEP 508; the specification "Dependency specifiers" of
 * packaging.python.org), read by their grammar: `and` binds closer than `or`, parentheses group, white space
 * may stand between any two words.
 */
import { versionTest } from "./pep440.ts";

const VARIABLES = [
  "python_version",
  "python_full_version",
  "os_name",
  "sys_platform",
  "platform_release",
  "platform_system",
  "platform_version",
  "platform_machine",
  "platform_python_implementation",
  "implementation_name",
  "implementation_version",
  "extra",
] as const;
export type MarkerVariable = (typeof VARIABLES)[number];

/** Names of PEP 345 that installers still read. */
const OLD_NAMES: Readonly<Record<string, MarkerVariable>> = {
  "os.name": "os_name",
  "sys.platform": "sys_platform",
  "platform.version": "platform_version",
  "platform.machine": "platform_machine",
  "platform.python_implementation": "platform_python_implementation",
  python_implementation: "platform_python_implementation",
};

/** Variables whose values are compared as versions if the other side is one. */
const VERSIONS: readonly MarkerVariable[] = [
  "python_version",
  "python_full_version",
  "implementation_version",
  "platform_release",
];
export const isVersionVariable = (variable: MarkerVariable): boolean => VERSIONS.includes(variable);

export type MarkerOperand =
  | { readonly kind: "variable"; readonly variable: MarkerVariable }
  | { readonly kind: "text"; readonly text: string };

const OPERATORS = ["===", "==", "~=", "!=", "<=", ">=", "<", ">", "in", "not in"] as const;
export type MarkerOperator = (typeof OPERATORS)[number];

export interface MarkerComparison {
  readonly kind: "comparison";
  readonly left: MarkerOperand;
  readonly operator: MarkerOperator;
  readonly right: MarkerOperand;
}

/** `parts` are two or more. */
export type Marker =
  MarkerComparison | { readonly kind: "and" | "or"; readonly parts: readonly [Marker, Marker, ...Marker[]] };

/** Parentheses inside one another; `packaging` stops at 200. */
const DEEPEST = 100;

/**
 * Reads what follows the `;` of a requirement. Null: it does not follow the grammar, compares what
 * `packaging` refuses to compare (two texts; `~=` with what is no version), has more than 100 parentheses
 * inside one another, or a backslash in a text (which the grammar does not have, and installers read
 * differently). Time is linear in the length.
 */
export function parseMarker(text: string): Marker | null {
  const words = wordsOf(text);
  if (words === null) return null;
  const reader = new MarkerReader(words);
  const marker = reader.either(0);
  return reader.isAtEnd ? marker : null;
}

/** The marker as text, with the parentheses that it needs and no others. */
export function printMarker(marker: Marker): string {
  if (marker.kind === "comparison")
    return `${printOperand(marker.left)} ${marker.operator} ${printOperand(marker.right)}`;
  const parts = marker.parts.map((part) =>
    marker.kind === "and" && part.kind === "or" ? `(${printMarker(part)})` : printMarker(part),
  );
  return parts.join(` ${marker.kind} `);
}

function printOperand(operand: MarkerOperand): string {
  if (operand.kind === "variable") return operand.variable;
  const quote = operand.text.includes('"') ? "'" : '"';
  return `${quote}${operand.text}${quote}`;
}

/** Parentheses, quoted texts, operators, and names; null: something else stands there. */
function wordsOf(text: string): readonly string[] | null {
  const word = /[ \t]*([()]|'[^'\\]*'|"[^"\\]*"|===|[=~!<>]=|[<>]|[A-Za-z_][A-Za-z0-9_.]*)[ \t]*/y;
  const words: string[] = [];
  while (word.lastIndex < text.length) {
    const found = word.exec(text)?.[1];
    if (found === undefined) return null;
    words.push(found);
  }
  return words;
}

class MarkerReader {
  readonly #words: readonly string[];
  #next = 0;

  constructor(words: readonly string[]) {
    this.#words = words;
  }

  get isAtEnd(): boolean {
    return this.#next === this.#words.length;
  }

  either(depth: number): Marker | null {
    return this.#joined("or", () => this.#joined("and", () => this.#single(depth)));
  }

  #joined(kind: "and" | "or", read: () => Marker | null): Marker | null {
    const first = read();
    const rest: Marker[] = [];
    while (this.#takes(kind)) {
      const part = read();
      if (part === null) return null;
      rest.push(part);
    }
    const [second, ...others] = rest;
    return first === null || second === undefined ? first : { kind, parts: [first, second, ...others] };
  }

  #single(depth: number): Marker | null {
    if (!this.#takes("(")) return this.#comparison();
    const inner = depth < DEEPEST ? this.either(depth + 1) : null;
    return this.#takes(")") ? inner : null;
  }

  #comparison(): Marker | null {
    const left = operandOf(this.#take());
    const operator = this.#operator();
    const right = operandOf(this.#take());
    if (left === null || operator === null || right === null) return null;
    return isDefined(left, operator, right) ? { kind: "comparison", left, operator, right } : null;
  }

  #operator(): MarkerOperator | null {
    const word = this.#take();
    if (word === "not") return this.#takes("in") ? "not in" : null;
    return OPERATORS.find((operator) => operator === word) ?? null;
  }

  #take(): string {
    return this.#words[this.#next++] ?? "";
  }

  #takes(word: string): boolean {
    if (this.#words[this.#next] !== word) return false;
    this.#next += 1;
    return true;
  }
}

function operandOf(word: string): MarkerOperand | null {
  if (/^['"]/.test(word)) return { kind: "text", text: word.slice(1, -1) };
  const old = Object.hasOwn(OLD_NAMES, word) ? OLD_NAMES[word] : undefined;
  const variable = old ?? VARIABLES.find((name) => name === word);
  return variable === undefined ? null : { kind: "variable", variable };
}

/** `~=` and `===` are for versions only, and two texts say nothing of an environment. */
function isDefined(left: MarkerOperand, operator: MarkerOperator, right: MarkerOperand): boolean {
  const variable = left.kind === "variable" ? left : right;
  if (variable.kind === "text") return false;
  if (operator !== "~=" && operator !== "===") return true;
  if (!isVersionVariable(variable.variable)) return false;
  return right.kind === "variable" || versionTest(operator, right.text) !== null;
}
