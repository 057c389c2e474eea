/** Any marker: printed and read again it is the same, and says what a second, plain evaluation says. */
import fc from "fast-check";
import { expect, test } from "vitest";
import {
  parseMarker,
  printMarker,
  type Marker,
  type MarkerComparison,
} from "../../src/facts/names/marker.ts";
import {
  agreed,
  evaluateMarker,
  judgeMarker,
  type MarkerEnvironment,
  type Truth,
} from "../../src/facts/names/marker-value.ts";
import { propertyRuns } from "../property-runs.ts";

/**
 * Each is plainly true or false if the variable is known, so that the plain evaluation needs no rules of
 * its own.
 */
const FLAGS = ["os_name", "sys_platform", "platform_machine", "extra"] as const;
type Flag = (typeof FLAGS)[number];

interface Leaf {
  readonly flag: Flag;
  readonly wanted: boolean;
  readonly swapped: boolean;
}
type Tree = Leaf | { readonly kind: "and" | "or"; readonly parts: readonly Tree[] };

const leaf: fc.Arbitrary<Tree> = fc.record({
  flag: fc.constantFrom(...FLAGS),
  wanted: fc.boolean(),
  swapped: fc.boolean(),
});
const tree: fc.Arbitrary<Tree> = fc.letrec<{ tree: Tree }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 5, withCrossShrink: true },
    leaf,
    fc.record({
      kind: fc.constantFrom("and", "or"),
      parts: fc.array(tie("tree"), { minLength: 1, maxLength: 4 }),
    }),
  ),
})).tree;
const blank = fc.constantFrom("", " ", "\t", "  ");
const known = fc.record(Object.fromEntries(FLAGS.map((flag) => [flag, fc.option(fc.boolean())])));

const isLeaf = (each: Tree): each is Leaf => "flag" in each;

/** With the parentheses that precedence asks for, more of them where `extra` says so, and any white space. */
function write(each: Tree, inside: "and" | "or" | null, extra: boolean, space: string): string {
  if (isLeaf(each)) {
    const [left, right] = each.swapped ? [`'yes'`, each.flag] : [each.flag, `"yes"`];
    return `${left}${space}${each.wanted ? "==" : "!="}${space}${right}`;
  }
  const parts = each.parts.map((part) => write(part, each.kind, extra, space));
  const text = parts.join(` ${space}${each.kind} ${space}`);
  return extra || (inside === "and" && each.kind === "or") ? `(${space}${text}${space})` : text;
}

/** All completions of what is not known decide, one by one. */
function plainly(each: Tree, values: Readonly<Record<string, boolean | null>>): Truth {
  if (isLeaf(each)) {
    const value = values[each.flag] ?? null;
    return value === null ? null : value === each.wanted;
  }
  const truths = each.parts.map((part) => plainly(part, values));
  const worst = each.kind === "and" ? Math.min : Math.max;
  const level = worst(...truths.map((truth) => (truth === null ? 1 : truth ? 2 : 0)));
  return level === 1 ? null : level === 2;
}

const environmentOf = (values: Readonly<Record<string, boolean | null>>): MarkerEnvironment =>
  Object.fromEntries(
    Object.entries(values).flatMap(([flag, value]) => (value === null ? [] : [[flag, value ? "yes" : "no"]])),
  );

function parsed(text: string): Marker {
  const marker = parseMarker(text);
  if (marker === null) throw new Error(`not read: ${text}`);
  return marker;
}

test("written, read and evaluated it is what the tree says", () => {
  fc.assert(
    fc.property(tree, known, fc.boolean(), blank, (each, values, extra, space) => {
      const marker = parsed(write(each, null, extra, space));
      expect(evaluateMarker(marker, environmentOf(values))).toBe(plainly(each, values));
    }),
    { numRuns: propertyRuns(1000) },
  );
});

function parenthesesNeeded(marker: Marker, inside: "and" | "or" | null): number {
  if (marker.kind === "comparison") return 0;
  const own = inside === "and" && marker.kind === "or" ? 1 : 0;
  return marker.parts.reduce((sum, part) => sum + parenthesesNeeded(part, marker.kind), own);
}

test("what is printed is read as the same", () => {
  fc.assert(
    fc.property(tree, blank, (each, space) => {
      const marker = parsed(write(each, null, true, space));
      const text = printMarker(marker);
      expect(printMarker(parsed(text))).toBe(text);
      // Parentheses only where precedence asks for them.
      expect(text.split("(").length - 1).toBe(parenthesesNeeded(marker, null));
    }),
  );
});

test("an answer holds whatever the unknown turns out to be", () => {
  fc.assert(
    fc.property(tree, known, fc.constantFrom("yes", "no"), (each, values, filler) => {
      const marker = parsed(write(each, null, false, ""));
      const environment = environmentOf(values);
      const full = Object.fromEntries(FLAGS.map((flag) => [flag, environment[flag] ?? filler]));
      const truth = evaluateMarker(marker, environment);
      if (truth !== null) expect(evaluateMarker(marker, full)).toBe(truth);
    }),
  );
});

test("what is left of a marker says the same in all its environments", () => {
  fc.assert(
    fc.property(tree, fc.array(known, { minLength: 1, maxLength: 4 }), (each, all) => {
      const marker = parsed(write(each, null, false, ""));
      const environments = all.map(environmentOf);
      const { truths, rest } = judgeMarker(marker, environments);
      expect(truths).toEqual(environments.map((environment) => evaluateMarker(marker, environment)));
      if (agreed(truths) === null) expect(judgeMarker(rest, environments).truths).toEqual(truths);
    }),
  );
});

test("any text comes to an end, read or not", () => {
  const words = fc.constantFrom(
    "(",
    ")",
    "and",
    "or",
    "not",
    "in",
    "==",
    "os_name",
    "'x'",
    '"',
    " ",
    "extra",
    "~=",
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(words).map((each) => each.join(" ")),
      ),
      (text) => {
        const marker = parseMarker(text);
        if (marker !== null) expect(parseMarker(printMarker(marker))).not.toBeNull();
      },
    ),
  );
});

test("a comparison keeps its sides", () => {
  const comparison: MarkerComparison = {
    kind: "comparison",
    left: { kind: "text", text: "3.8" },
    operator: "not in",
    right: { kind: "variable", variable: "python_version" },
  };
  expect(parseMarker("'3.8'not  in python_version")).toEqual(comparison);
});
