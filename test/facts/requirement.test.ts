/**
 * Requirement lines against Python's `packaging`: the table is made by requirement-oracle.py, which says how.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { evaluateMarker, type MarkerEnvironment } from "../../src/facts/names/marker-value.ts";
import { nameAtStart, parseRequirement } from "../../src/facts/names/requirement.ts";

interface Table {
  readonly environments: readonly MarkerEnvironment[];
  readonly rows: readonly { readonly line: string; readonly read: Read | null }[];
}

/** What packaging reads; `truths`: one for each environment, null if it raises. */
interface Read {
  readonly name: string;
  readonly extras: readonly string[];
  readonly versions: readonly string[];
  readonly url: string | null;
  readonly truths: readonly (boolean | null)[];
}

const table = JSON.parse(readFileSync(join(import.meta.dirname, "requirement-oracle.json"), "utf8")) as Table;

/** In the form of the table. */
function ours(line: string): Read | null {
  const requirement = parseRequirement(line);
  if (requirement === null) return null;
  const { name, extras, versions, url, marker } = requirement;
  return {
    name,
    extras: [...extras].sort(),
    versions: versions
      .split(",")
      .map((clause) => clause.replace(/\s/g, ""))
      .filter((clause) => clause !== "")
      .sort(),
    url,
    truths: table.environments.map((environment) => marker === null || evaluateMarker(marker, environment)),
  };
}

describe("packaging says the same", () => {
  test.each(table.rows)("$line", ({ line, read }) => {
    // What packaging reads but can evaluate nowhere (two texts) cannot be read here.
    const isUsable = read !== null && !read.truths.includes(null);
    expect(ours(line)).toEqual(isUsable ? read : null);
  });

  test("of a table worth the name", () => {
    expect(table.rows.length).toBeGreaterThan(500);
    const truths = table.rows.flatMap(({ read }) => read?.truths ?? []);
    expect(truths.filter((truth) => truth).length).toBeGreaterThan(1000);
    expect(truths.filter((truth) => truth === false).length).toBeGreaterThan(1000);
  });
});

describe("where packaging reads otherwise", () => {
  test.each([
    ["versions that the operator does not take are left to installers", "name (>=1.0.*)", true],
    ["as are versions of old", "pytz (>dev)", true],
    ["a name ends in a letter or digit", "name_", false],
    ["the grammar has no backslash", String.raw`name; os_name == "po\x73ix"`, false],
    ["extras of lock files are none of a wheel's", 'name; "x" in extras', false],
    ["a hundred parentheses are enough", `name; ${"(".repeat(101)}os_name=='a'${")".repeat(101)}`, false],
  ])("%s", (_, line, isRead) => {
    expect(parseRequirement(line) !== null).toBe(isRead);
  });

  test("two variables are compared by their values", () => {
    const { marker = null } = parseRequirement("name; os_name == sys_platform") ?? {};
    expect(marker && evaluateMarker(marker, { os_name: "x", sys_platform: "x" })).toBe(true);
    expect(marker && evaluateMarker(marker, { os_name: "x", sys_platform: "y" })).toBe(false);
    expect(marker && evaluateMarker(marker, { os_name: "x" })).toBeNull();
  });
});

test.each([
  ["name (>=1", "name"],
  ["Na.me_x ; broken", "na-me-x"],
  ["[[[", ""],
  ["", ""],
])("%s begins with a name", (line, name) => {
  expect(nameAtStart(line)).toBe(name);
});

test("what is longer than any real line is not read", () => {
  expect(parseRequirement(`name${" ".repeat(9000)}>=1`)).not.toBeNull();
  expect(parseRequirement(`name${" ".repeat(10_000)}>=1`)).toBeNull();
});

test.each([
  ["a", "a"],
  ["brackets", `name[${"a,".repeat(4990)}`],
  ["a name of dashes", `a${"-".repeat(9990)}`],
  ["clauses", `name${">=1,".repeat(2490)};`],
  ["white space", `name ;os_name${" \t".repeat(4990)}`],
  ["quotes", `name;${"'".repeat(9990)}`],
  ["parentheses", `name;${"(".repeat(9990)}`],
  ["alternatives", `name;${"os_name=='a'or ".repeat(650)}os_name=='b'`],
])("hostile %s take no time", (_, line) => {
  const start = process.cpuUsage();
  parseRequirement(line);
  expect(process.cpuUsage(start).user).toBeLessThan(100_000);
});
