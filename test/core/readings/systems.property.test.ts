/** What holds for any needs and any system: more of everything never hurts, and every row says why. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { judge } from "../../../src/core/auditwheel/judge.ts";
import type { Knowledge } from "../../../src/core/knowledge/knowledge.ts";
import { linkLibraries } from "../../../src/core/linkage/linkage.ts";
import { loadWheel } from "../../../src/core/loading/loading.ts";
import type { WheelFacts } from "../../../src/facts/model.ts";
import type { SystemRow } from "../../../src/core/readings/readings.ts";
import { plainText } from "../../../src/core/sentence.ts";
import type { KnownSystem } from "../../../src/core/knowledge/systems.ts";
import { readSystems } from "../../../src/core/readings/systems/read-systems.ts";
import { knowledge } from "../../../src/data/index.ts";
import { extension, library, wheel } from "../builders.ts";
import { propertyRuns } from "../../property-runs.ts";

const need = fc.oneof(
  fc.integer({ min: 2, max: 44 }).map((minor): [string, string] => ["libc.so.6", `GLIBC_2.${minor} memcpy`]),
  fc
    .integer({ min: 9, max: 36 })
    .map((last): [string, string] => ["libstdc++.so.6", `GLIBCXX_3.4.${last} x`]),
  fc.integer({ min: 1, max: 17 }).map((last): [string, string] => ["libstdc++.so.6", `CXXABI_1.3.${last} x`]),
  fc.integer({ min: 3, max: 16 }).map((major): [string, string] => ["libgcc_s.so.1", `GCC_${major}.0.0 x`]),
  fc.constantFrom<[string, string]>(
    ["libc.so.6", "GLIBC_ABI_DT_RELR"],
    ["libc.so.6", "GLIBC_ABI_DT_X86_64_PLT"],
    ["libstdc++.so.6", "CXXABI_FLOAT128 x"],
    ["libz.so.1", "ZLIB_1.2.9 x"],
    ["__proto__", "constructor toString"],
  ),
);
const wheels = fc.array(fc.array(need, { maxLength: 6 }), { minLength: 1, maxLength: 3 }).map((files) =>
  wheel({
    libraries: files.map((pairs, index) => {
      const needs = new Map<string, string[]>();
      for (const [provider, text] of pairs) needs.set(provider, [...(needs.get(provider) ?? []), text]);
      const shape = { needs: Object.fromEntries(needs) };
      return index === 0 ? extension("pkg/_x.so", shape) : library(`pkg/lib${index}.so`, shape);
    }),
  }),
);

interface Levels {
  readonly glibc: number;
  readonly glibcxx: number;
  readonly cxxabi: number;
  readonly gcc: number;
}
const levels = fc.record({
  glibc: fc.integer({ min: 5, max: 44 }),
  glibcxx: fc.integer({ min: 9, max: 36 }),
  cxxabi: fc.integer({ min: 1, max: 17 }),
  gcc: fc.integer({ min: 4, max: 16 }),
});

const system = ({ glibc, glibcxx, cxxabi, gcc }: Levels): KnownSystem => ({
  id: "some-1",
  name: "Some 1",
  family: "other",
  kind: "distribution",
  libc: "glibc",
  release: [2, glibc],
  libcText: `glibc 2.${glibc}`,
  limits: new Map([
    ["GLIBC", [2, glibc]],
    ["GLIBCXX", [3, 4, glibcxx]],
    ["CXXABI", [1, 3, cxxabi]],
    ["GCC", [gcc, 0, 0]],
  ]),
  exceptions: new Map(),
  markers: [],
  architectures: ["x86_64"],
  takenFrom: null,
  asOf: "2026-11-01",
  open: null,
  lacks: [],
  pages: new Map(),
  endOfLife: null,
  extendedEndOfLife: null,
});

function rows(facts: WheelFacts, systems: readonly KnownSystem[]): SystemRow[] {
  const known: Knowledge = { ...knowledge, systems: { date: "2026-01-01", systems } };
  const judgement = judge(facts, known);
  const linkage = linkLibraries(facts, known, judgement);
  const loading = loadWheel(facts, linkage, judgement.architecture, knowledge);
  return readSystems(facts, known, judgement, { linkage, loading });
}

test("a system with newer everything never gets worse", () => {
  fc.assert(
    fc.property(wheels, levels, levels, (facts, a, more) => {
      const newer: Levels = {
        glibc: Math.max(a.glibc, more.glibc),
        glibcxx: Math.max(a.glibcxx, more.glibcxx),
        cxxabi: Math.max(a.cxxabi, more.cxxabi),
        gcc: Math.max(a.gcc, more.gcc),
      };
      const [before, after] = rows(facts, [system(a), system(newer)]);
      const weight = (row: SystemRow | undefined): number =>
        row?.outcome === "runs" ? 0 : row?.outcome === "needs-newer-runtime" ? 2 : 1;
      expect(weight(after)).toBeLessThanOrEqual(weight(before));
    }),
  );
});

test("a wheel that needs more never runs on more", () => {
  fc.assert(
    fc.property(wheels, wheels, levels, (some, others, level) => {
      const both = wheel({
        libraries: [
          ...some.libraries,
          ...others.libraries.map((each) => ({ ...each, path: each.path.replace("pkg/", "pkg/more/") })),
        ],
      });
      const [alone] = rows(some, [system(level)]);
      const [together] = rows(both, [system(level)]);
      if (together?.outcome === "runs") expect(alone?.outcome).toBe("runs");
    }),
  );
});

test("every row of the real tables has a sentence, few reasons, and a reason against where it does not run", () => {
  fc.assert(
    fc.property(wheels, (facts) => {
      for (const row of rows(facts, knowledge.systems.systems)) {
        expect(plainText(row.sentence)).toMatch(/^[A-Zp].*\.$/s);
        expect(row.reasons.length).toBeLessThanOrEqual(5);
        if (row.outcome.startsWith("needs-newer")) expect(row.reasons[0]?.version).toBeDefined();
      }
    }),
    { numRuns: propertyRuns(30) },
  );
});
