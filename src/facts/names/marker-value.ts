/** What a marker says where: true, false, or depending on what is not known of the place. */
import {
  isVersionVariable,
  type Marker,
  type MarkerComparison,
  type MarkerOperand,
  type MarkerOperator,
  type MarkerVariable,
} from "./marker.ts";
import { versionTest } from "./pep440.ts";
import { normalizeName } from "./project-name.ts";

/**
 * Values of the variables as Python gives them. One that is absent may have any value, but for
 * `python_full_version`, which then is any release of `python_version`.
 */
export type MarkerEnvironment = { readonly [variable in MarkerVariable]?: string };

/** Null: it depends on variables that the environment does not have. */
export type Truth = boolean | null;

/** A marker in several environments. */
export interface JudgedMarker {
  /** One for each environment, in their order. */
  readonly truths: readonly Truth[];
  /**
   * The marker without what is true in all of them anyway, and without alternatives that are false in all.
   */
  readonly rest: Marker;
}

/**
 * Evaluates by three-valued logic (Kleene): unknown `and` false is false, unknown `or` true is true. The same
 * unknown twice counts as two: `extra == "x" or extra != "x"` is unknown. Time is linear in the marker times
 * the environments.
 */
export function judgeMarker(marker: Marker, environments: readonly MarkerEnvironment[]): JudgedMarker {
  if (marker.kind === "comparison") return { truths: compareAll(marker, environments), rest: marker };
  const parts = marker.parts.map((part) => judgeMarker(part, environments));
  const truths = environments.map((_, index) =>
    combine(
      marker.kind,
      parts.map((part) => part.truths[index] ?? null),
    ),
  );
  const neutral = marker.kind === "and";
  const [first, second, ...others] = parts
    .filter((part) => agreed(part.truths) !== neutral)
    .map(({ rest }) => rest);
  if (first === undefined) return { truths, rest: marker };
  return {
    truths,
    rest: second === undefined ? first : { kind: marker.kind, parts: [first, second, ...others] },
  };
}

export const evaluateMarker = (marker: Marker, environment: MarkerEnvironment): Truth =>
  judgeMarker(marker, [environment]).truths[0] ?? null;

function combine(kind: "and" | "or", truths: readonly Truth[]): Truth {
  const decisive = kind === "or";
  if (truths.includes(decisive)) return decisive;
  return truths.includes(null) ? null : !decisive;
}

/** Environments that do not differ in what the comparison asks for have one answer. */
function compareAll(comparison: MarkerComparison, environments: readonly MarkerEnvironment[]): Truth[] {
  const { left, operator, right } = comparison;
  const [variable, other] = [left, right].flatMap((operand) =>
    operand.kind === "text" ? [] : [operand.variable],
  );
  if (variable === undefined) return environments.map(() => null);
  const compare = comparer(variable, operator, right);
  const answers = new Map<string, Truth>();
  return environments.map((environment) => {
    const { python_version: minor, [variable]: value } = environment;
    const [a, b] = [valueOf(left, environment), valueOf(right, environment)];
    const key = `${String(value)}\n${String(minor)}\n${String(other && environment[other])}`;
    let answer = answers.get(key);
    if (answer === undefined) {
      if (a !== undefined && b !== undefined) answer = compare(a, b);
      else if (variable !== "python_full_version" || minor === undefined) answer = null;
      else answer = compareAnyPatch(a, b, minor, compare);
      answers.set(key, answer);
    }
    return answer;
  });
}

type Compare = (a: string, b: string) => Truth;

/** Of the sides that are not known one is the full version; null also where both are. */
function compareAnyPatch(
  a: string | undefined,
  b: string | undefined,
  minor: string,
  compare: Compare,
): Truth {
  const text = a ?? b;
  if (text === undefined) return null;
  return agreed(patchesOf(minor, text).map((full) => compare(a ?? full, b ?? full)));
}

const valueOf = (operand: MarkerOperand, environment: MarkerEnvironment): string | undefined =>
  operand.kind === "text" ? operand.text : environment[operand.variable];

/** What all say; null: they differ, or there are none. */
export function agreed(truths: readonly Truth[]): Truth {
  const [first = null] = truths;
  return truths.every((truth) => truth === first) ? first : null;
}

/** No Python has got there; and patches before, at and after the one named decide for all others. */
const LAST_PATCH = 99;

function patchesOf(minor: string, text: string): readonly string[] {
  const named = /^\s*\d{1,3}\.\d{1,3}\.(\d{1,3})/.exec(text)?.[1];
  const near = named === undefined ? [] : [-1, 0, 1].map((step) => Number(named) + step);
  return [0, ...near, LAST_PATCH].map((patch) => `${minor}.${String(Math.max(patch, 0))}`);
}

/**
 * As `packaging` 26 does: by PEP 440 where the variable is a version and the right side too, else letter by
 * letter, where `<=` and `>=` are `==`, and nothing is `<` or `>`.
 */
function comparer(variable: MarkerVariable, operator: MarkerOperator, right: MarkerOperand): Compare {
  if (!isVersionVariable(variable) || operator === "in" || operator === "not in")
    return variable === "extra"
      ? (a, b) => compareTexts(normalizeName(a), operator, normalizeName(b))
      : (a, b) => compareTexts(a, operator, b);
  const known = right.kind === "text" ? versionTest(operator, right.text) : undefined;
  return (a, b) => {
    const test = known === undefined ? versionTest(operator, b) : known;
    return test === null ? compareTexts(a, operator, b) : test(a);
  };
}

function compareTexts(a: string, operator: MarkerOperator, b: string): Truth {
  switch (operator) {
    case "in":
      return b.includes(a);
    case "not in":
      return !b.includes(a);
    case "==":
    case "<=":
    case ">=":
      return a === b;
    case "!=":
      return a !== b;
    case "<":
    case ">":
      return false;
    case "~=":
    case "===":
      return null;
  }
}
