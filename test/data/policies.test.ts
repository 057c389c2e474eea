/** The data are well formed: what auditwheel checks when it loads them, and what our code relies on. */
import { describe, expect, it } from "vitest";
import { knowledge } from "../../src/data/index.ts";
import type { Policy } from "../../src/core/knowledge/knowledge.ts";
import { watchListOf } from "../../src/core/knowledge/knowledge.ts";

const families = (["glibc", "musl", "android"] as const).map((libc) => ({
  libc,
  policies: knowledge.policies
    .filter((policy) => policy.libc === libc)
    .sort((a, b) => b.priority - a.priority),
}));
const pairs = families.flatMap(({ policies }) =>
  policies.slice(1).map((newer, position): [Policy, Policy] => [policies[position] ?? newer, newer]),
);

describe("policies", () => {
  it("are those expected", () => {
    expect(
      Object.fromEntries(families.map(({ libc, policies }) => [libc, policies.map((each) => each.name)])),
    ).toEqual({
      glibc: [5, 12, 17, 24, 26, 27, 28, 31, 34, 35, 36, 37, 38, 39, 40, 41].map(
        (minor) => `manylinux_2_${minor}`,
      ),
      musl: ["musllinux_1_1", "musllinux_1_2"],
      android: ["android_21", "android_24", "android_26", "android_27"],
    });
    expect(knowledge.policyDate).toMatch(/^\d{4}-\d\d-\d\d$/);
  });

  it("have distinct priorities within a libc, and names and aliases of their own", () => {
    for (const { policies } of families) {
      expect(new Set(policies.map((each) => each.priority)).size).toBe(policies.length);
      const names = policies.flatMap((each) => [each.name, ...each.aliases]);
      expect(new Set(names).size).toBe(names.length);
    }
  });

  it("fit into one mask", () => {
    expect(families.reduce((sum, { policies }) => sum + policies.length, 0)).toBeLessThanOrEqual(30);
  });

  it.each(pairs)("grow from $0.name to the next", (older, newer) => {
    expect(newer.libraries).toEqual(expect.arrayContaining([...older.libraries]));
    expect(newer.architectures).toEqual(
      expect.arrayContaining(older.architectures.filter((each) => each !== "ppc64")),
    );
    for (const [architecture, prefixes] of Object.entries(older.symbolVersions)) {
      for (const [prefix, versions] of Object.entries(prefixes)) {
        const later = newer.symbolVersions[architecture]?.[prefix];
        if (later !== undefined) expect(later).toEqual(expect.arrayContaining([...versions]));
      }
    }
    for (const [library, symbols] of Object.entries(newer.forbiddenSymbols)) {
      expect(older.forbiddenSymbols[library]).toEqual(expect.arrayContaining([...symbols]));
    }
  });

  it.each([
    ["manylinux_2_17", "aarch64", "GLIBC", "2.18", true],
    ["manylinux_2_17", "x86_64", "GLIBC", "2.18", false],
    ["manylinux_2_26", "x86_64", "GLIBCXX", "3.4.24", false],
    ["manylinux_2_26", "i686", "GLIBCXX", "3.4.24", true],
    ["manylinux_2_36", "x86_64", "GLIBC", "ABI_DT_RELR", true],
    ["manylinux_2_36", "riscv64", "GLIBC", "ABI_DT_RELR", false],
    ["manylinux_2_17", "x86_64", "LIBATOMIC", "1.0", false],
  ])("%s on %s: %s_%s allowed is %s", (name, architecture, prefix, version, allowed) => {
    const policy = knowledge.policies.find((each) => each.name === name);
    expect(policy?.symbolVersions[architecture]?.[prefix]?.includes(version)).toBe(allowed);
  });

  it("know musl's name on every architecture that musl has policies for", () => {
    for (const policy of knowledge.policies.filter((each) => each.libc === "musl")) {
      for (const architecture of policy.architectures)
        expect(knowledge.muslSonames).toHaveProperty(architecture);
    }
  });
});

describe("watchListOf", () => {
  it("holds every forbidden symbol once, and Python's", () => {
    const { names, contains } = watchListOf(knowledge);
    expect(names).toEqual(
      expect.arrayContaining(["__cxa_thread_atexit_impl", "uncompress2", "__issignaling", "PyFPE_jbuf"]),
    );
    expect(new Set(names).size).toBe(names.length);
    expect(contains).toEqual(["PyUnicodeUCS2_"]);
  });
});
