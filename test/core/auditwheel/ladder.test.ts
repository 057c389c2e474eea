/** What stands between a wheel and each policy, and which file it lies in. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fitsAlone, judge } from "../../../src/core/auditwheel/judge.ts";
import type { Knowledge } from "../../../src/core/knowledge/knowledge.ts";
import type { LibraryFacts } from "../../../src/facts/model.ts";
import { extension, library, watched, wheel } from "../builders.ts";
import { tinyKnowledge } from "../knowledge/tiny-knowledge.ts";

const judged = (libraries: LibraryFacts[], tags?: string, knowledge: Knowledge = tinyKnowledge) =>
  judge(wheel({ libraries, ...(tags === undefined ? {} : { tags }) }), knowledge);

describe("the ladder", () => {
  it("names version, provider, file and symbols", () => {
    const main = extension("pkg/_x.so", {
      needs: { "libc.so.6": ["GLIBC_2.17 a b", "GLIBC_2.28 pthread_create"] },
    });
    const { ladder } = judged([main]);
    expect(ladder.map(({ tag, fits, claimed, best }) => ({ tag, fits, claimed, best }))).toEqual([
      { tag: "manylinux_2_5_x86_64", fits: false, claimed: false, best: false },
      { tag: "manylinux_2_17_x86_64", fits: false, claimed: true, best: false },
      { tag: "manylinux_2_28_x86_64", fits: true, claimed: false, best: true },
      { tag: "linux_x86_64", fits: true, claimed: false, best: false },
    ]);
    const of = { kind: "symbol-version", from: "libc.so.6", in: "pkg/_x.so" };
    const newest = { ...of, version: "GLIBC_2.28", symbols: ["pthread_create"], symbolCount: 1 };
    expect(ladder[0]?.blockers).toEqual([
      newest,
      { ...of, version: "GLIBC_2.17", symbols: ["a", "b"], symbolCount: 2 },
    ]);
    expect(ladder[1]?.blockers).toEqual([newest]);
  });

  it("knows claims by their aliases", () => {
    const claimed = judged([extension("pkg/_x.so")], "manylinux2014_x86_64.manylinux1_x86_64").ladder;
    expect(claimed.filter((step) => step.claimed).map((step) => step.tag)).toEqual([
      "manylinux_2_5_x86_64",
      "manylinux_2_17_x86_64",
    ]);
  });

  it("blames the file whose own need ends outside the wheel, once", () => {
    const mains = ["pkg/_a.so", "pkg/_b.so"].map((path) =>
      extension(path, { needed: ["libb.so", "libc.so.6"], rpath: "$ORIGIN" }),
    );
    const bundled = library("pkg/libb.so", { needed: ["libfar.so", "libexpat.so.1"] });
    const [oldest, next] = judged([...mains, bundled]).ladder;
    const far = { kind: "library", needed: "libfar.so", in: "pkg/libb.so" };
    expect(oldest?.blockers).toEqual([{ kind: "library", needed: "libexpat.so.1", in: "pkg/libb.so" }, far]);
    expect(next?.blockers).toEqual([far]);
  });

  it("gives ISA, Python and forbidden symbols their own kind, the weightiest first", () => {
    const main = extension("pkg/_x.so", {
      isaNeeded: 4,
      needed: ["libz.so.1"],
      watchedSymbols: [watched("inflate_fast"), watched("PyFPE_jbuf"), watched("PyFPE_counter")],
    });
    expect(judged([main]).ladder[0]?.blockers).toEqual([
      { kind: "pyfpe", symbol: "PyFPE_jbuf", in: "pkg/_x.so" },
      { kind: "pyfpe", symbol: "PyFPE_counter", in: "pkg/_x.so" },
      { kind: "isa", level: "x86_64_v3", in: "pkg/_x.so" },
      { kind: "forbidden-symbol", symbol: "inflate_fast", from: "libz.so.1", in: "pkg/_x.so" },
    ]);
  });
});

describe("without a file", () => {
  const fine = extension("pkg/_fine.so", { needs: { "libc.so.6": ["GLIBC_2.5"] } });
  const newer = extension("pkg/_newer.so", { needs: { "libc.so.6": ["GLIBC_2.17"] } });
  const odd = library("pkg/bin/odd", { needed: ["libfar.so"], needs: { "libc.so.6": ["GLIBC_2.28"] } });

  it("says what the tag would be", () => {
    expect(judged([fine, newer, odd]).withoutFile).toEqual([
      { path: "pkg/bin/odd", bestTag: "manylinux_2_17_x86_64" },
    ]);
    expect(judged([fine, newer]).withoutFile).toEqual([
      { path: "pkg/_newer.so", bestTag: "manylinux_2_5_x86_64" },
    ]);
  });

  it("says nothing if no single file is to blame, or there is only one", () => {
    expect(judged([odd, library("pkg/bin/odd2", { needed: ["libfar2.so"] })]).withoutFile).toEqual([]);
    expect(judged([newer]).withoutFile).toEqual([]);
    expect(judged([fine]).withoutFile).toEqual([]);
  });
});

describe("fitsAlone", () => {
  const main = extension("pkg/_x.so", {
    needed: ["libb.so", "libc.so.6"],
    needs: { "libc.so.6": ["GLIBC_2.28"] },
  });
  const cases: [LibraryFacts, string | null][] = [
    [main, "manylinux_2_28_x86_64"],
    // Needed libraries that the wheel holds are not asked how they are found.
    [library("pkg/libb.so", { needed: ["libd.so"] }), "manylinux_2_5_x86_64"],
    [
      library("pkg/lib/libd.so", { needed: ["libexpat.so.1", "ld-linux-x86-64.so.2"] }),
      "manylinux_2_17_x86_64",
    ],
    [library("pkg/far.so", { needed: ["libfar.so"] }), null],
    [library("pkg/v3.so", { isaNeeded: 4 }), null],
    [
      library("pkg/z.so", { needed: ["libz.so.1"], watchedSymbols: [watched("inflate_fast")] }),
      "manylinux_2_28_x86_64",
    ],
    [library("pkg/arm.so", { machine: 183 }), null],
  ];
  const facts = wheel({ libraries: cases.map(([each]) => each) });
  const judgement = judge(facts, tinyKnowledge);

  it.each(cases.map(([each, tag]) => [each.path, tag, each] as const))("%s: %s", (_, tag, each) => {
    expect(fitsAlone(each, facts, judgement)).toBe(tag);
  });
});

/** Wheels of up to six libraries that need each other, the system and versions at random. */
const wheels = fc
  .uniqueArray(fc.constantFrom("_a", "_b", "libc1", "libd", "libe", "tool"), { minLength: 1 })
  .chain((stems) => {
    const names = stems.map((stem) => `${stem}.so`);
    const needed = fc.subarray([
      "libc.so.6",
      "libexpat.so.1",
      "libmvec.so.1",
      "libfar.so",
      "libz.so.1",
      ...names,
    ]);
    const version = fc.constantFrom("2.5", "2.17", "2.28", "2.29");
    const paths = fc.constantFrom(null, "$ORIGIN", "$ORIGIN/../lib");
    const symbol = fc.option(fc.constantFrom("inflate_fast", "deflate_fast"));
    const each = fc.record({ needed, version, folder: fc.constantFrom("pkg", "lib"), paths, symbol });
    return fc.array(each, { minLength: stems.length, maxLength: stems.length }).map((shapes) =>
      shapes.map((shape, position) => {
        const make = stems[position]?.startsWith("_") ? extension : library;
        return make(`${shape.folder}/${names[position]}`, {
          needed: shape.needed,
          rpath: shape.paths,
          needs: { "libc.so.6": [`GLIBC_${shape.version}`] },
          watchedSymbols: shape.symbol === null ? [] : [watched(shape.symbol)],
        });
      }),
    );
  });

describe("for any wheel", () => {
  it("the best step is the oldest that fits, and steps after it fit too", () => {
    fc.assert(
      fc.property(wheels, (libraries) => {
        const { ladder, verdict } = judged(libraries);
        const fitting = ladder.map((step) => step.fits);
        expect(ladder.find((step) => step.best)).toBe(ladder.find((step) => step.fits));
        expect(verdict).toMatchObject({ overallTag: ladder.find((step) => step.fits)?.tag });
        expect(fitting).toEqual([...fitting].sort((a, b) => Number(a) - Number(b)));
      }),
    );
  });

  it("the order of its libraries does not matter", () => {
    const shuffled = wheels.chain((libraries) =>
      fc.tuple(fc.constant(libraries), fc.shuffledSubarray(libraries, { minLength: libraries.length })),
    );
    fc.assert(
      fc.property(shuffled, ([libraries, others]) => {
        const [one, other] = [judged(libraries), judged(others)];
        expect(other.verdict).toEqual(one.verdict);
        expect(other.ladder).toEqual(one.ladder);
        expect(other.withoutFile).toEqual(one.withoutFile);
      }),
    );
  });

  it("one more policy never makes the tag worse", () => {
    const glibc = tinyKnowledge.policies.filter((policy) => policy.libc === "glibc");
    const priority = (tag: string) => glibc.find((policy) => tag === `${policy.name}_x86_64`)?.priority ?? 0;
    fc.assert(
      fc.property(wheels, fc.subarray(glibc), fc.constantFrom(...glibc), (libraries, policies, another) => {
        const best = (list: typeof policies) => {
          const { verdict } = judged(libraries, undefined, { ...tinyKnowledge, policies: list });
          return verdict.kind === "platform" ? priority(verdict.overallTag) : -1;
        };
        expect(best([...policies.filter((each) => each !== another), another])).toBeGreaterThanOrEqual(
          best(policies),
        );
      }),
    );
  });

  it("leaving out the one file to blame gives the tag promised", () => {
    fc.assert(
      fc.property(wheels, (libraries) => {
        const { withoutFile } = judged(libraries);
        for (const { path, bestTag } of withoutFile) {
          const name = path.slice(path.lastIndexOf("/") + 1);
          // Where another file needs it, leaving it out breaks that file instead.
          if (libraries.some(({ elf }) => elf?.needed.includes(name))) continue;
          // What only it needed becomes top-level then, and answers for itself.
          const needed = libraries.find((each) => each.path === path)?.elf?.needed ?? [];
          if (libraries.some((each) => needed.includes(each.path.slice(each.path.lastIndexOf("/") + 1))))
            continue;
          const rest = judged(libraries.filter((each) => each.path !== path));
          expect(rest.verdict).toMatchObject({ overallTag: bestTag });
        }
      }),
    );
  });
});
