/** The model of loading: what is found as ld.so finds it, what fails everywhere, what a system refuses. */
import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { assess } from "../../../src/core/assess.ts";
import { refusalOf, type Host } from "../../../src/core/loading/host.ts";
import { loadTree } from "../../../src/core/loading/tree.ts";
import { indexWheel } from "../../../src/core/linkage/resolve.ts";
import { knowledge } from "../../../src/data/index.ts";
import type { LibraryFacts, WheelFacts } from "../../../src/facts/model.ts";
import { plainElf } from "../../../src/facts/plain.ts";
import { propertyRuns } from "../../property-runs.ts";
import { extension, library, wheel, type LibraryShape } from "../builders.ts";

function treeOf(start: LibraryFacts, ...others: LibraryFacts[]) {
  const facts = wheel({ libraries: [start, ...others] });
  const files = { byName: indexWheel(facts).byName, rooted: false, system: new Map() };
  const tree = loadTree(start, files, { left: 100_000 });
  return { ...tree, loaded: tree.loaded.map((each) => each.library.path) };
}

const b = library("pkg.libs/libb.so", { soname: "libb.so", needed: [] });

describe("the search of ld.so", () => {
  const found = (shape: LibraryShape, ...others: LibraryFacts[]): readonly string[] =>
    treeOf(extension("pkg/_x.so", { needed: ["libb.so"], ...shape }), b, ...others).loaded.slice(1);

  it("goes by RPATH and RUNPATH", () => {
    expect(found({ rpath: "$ORIGIN/../pkg.libs" })).toEqual(["pkg.libs/libb.so"]);
    expect(found({ runpath: "${ORIGIN}/../pkg.libs" })).toEqual(["pkg.libs/libb.so"]);
    expect(found({})).toEqual([]);
  });

  it("forgets a file's RPATH where it has a RUNPATH", () => {
    expect(found({ rpath: "$ORIGIN/../pkg.libs", runpath: "$ORIGIN" })).toEqual([]);
  });

  const a = (shape: LibraryShape) =>
    library("pkg.libs/liba.so", { soname: "liba.so", needed: ["libb.so"], ...shape });

  it("takes the RPATH of who loaded the file, not the RUNPATH", () => {
    const needs = { needed: ["liba.so"] };
    expect(found({ ...needs, rpath: "$ORIGIN/../pkg.libs" }, a({}))).toEqual([
      "pkg.libs/liba.so",
      "pkg.libs/libb.so",
    ]);
    expect(found({ ...needs, runpath: "$ORIGIN/../pkg.libs" }, a({}))).toEqual(["pkg.libs/liba.so"]);
    // A RUNPATH of its own closes the way up.
    expect(found({ ...needs, rpath: "$ORIGIN/../pkg.libs" }, a({ runpath: "/nowhere" }))).toEqual([
      "pkg.libs/liba.so",
    ]);
  });

  it("finds what is loaded already by its SONAME, whatever the file is called", () => {
    const renamed = library("pkg.libs/libb-0123abcd.so", { soname: "libb.so.1", needed: [] });
    const start = extension("pkg/_x.so", {
      needed: ["libb-0123abcd.so", "liba.so"],
      runpath: "$ORIGIN/../pkg.libs",
    });
    const tree = treeOf(
      start,
      renamed,
      library("pkg.libs/liba.so", { soname: "liba.so", needed: ["libb.so.1"] }),
    );
    expect(tree.loaded).toHaveLength(3);
    expect(tree.unfound).toEqual([]);
  });

  it("passes by a file of another architecture", () => {
    const arm = library("pkg.libs/libb.so", { soname: "libb.so", architecture: "aarch64", machine: 183 });
    const start = extension("pkg/_x.so", { needed: ["libb.so"], runpath: "$ORIGIN/../pkg.libs" });
    expect(treeOf(start, arm).loaded).toEqual(["pkg/_x.so"]);
  });

  test("any set of libraries that need each other, in circles too, is loaded once each, in bounded steps", () => {
    const edges = fc.array(fc.tuple(fc.nat(30), fc.nat(30)), { maxLength: 120 });
    fc.assert(
      fc.property(edges, fc.boolean(), (pairs, inherited) => {
        const path = inherited ? { rpath: "$ORIGIN" } : { runpath: "$ORIGIN" };
        const libraries = Array.from({ length: 31 }, (_, at) =>
          library(`pkg/lib${at}.so`, {
            soname: `lib${at}.so`,
            needed: pairs.flatMap(([from, to]) => (from === at ? [`lib${to}.so`] : [])),
            ...(at === 0 || !inherited ? path : {}),
          }),
        );
        const [start, ...others] = libraries as [LibraryFacts, ...LibraryFacts[]];
        const { loaded, cutOff } = treeOf(start, ...others);
        // What can be reached, by a plain search of the graph.
        const reached = new Set([0]);
        for (const at of reached) for (const [from, to] of pairs) if (from === at) reached.add(to);
        expect(cutOff).toBe(false);
        expect([...loaded].sort()).toEqual([...reached].map((at) => `pkg/lib${at}.so`).sort());
      }),
      { numRuns: propertyRuns(300) },
    );
  });
});

describe("a library in the wheel that nobody finds", () => {
  const lost = (hints: WheelFacts["preloadHints"], ...others: LibraryFacts[]) =>
    assess(
      wheel({
        libraries: [extension("pkg/_x.so", { needed: ["libc.so.6", "libb.so"] }), b, ...others],
        preloadHints: hints,
      }),
      knowledge,
    );

  it("keeps a module from loading anywhere", () => {
    const report = lost([]);
    expect(report.verdict.outcome).toBe("does-not-load");
    expect(report.systems.filter(({ outcome }) => outcome === "runs")).toEqual([]);
    expect(report.findings.find(({ id }) => id === "library-unreachable")?.severity).toBe("error");
  });

  it("is no error if a script may load it, if another module does, or if nobody looked", () => {
    const module = extension("pkg/_y.so", {
      needed: ["libc.so.6", "libb.so"],
      runpath: "$ORIGIN/../pkg.libs",
    });
    for (const report of [
      lost([{ path: "pkg/__init__.py", word: "ctypes" }]),
      lost([], module),
      lost(null),
    ]) {
      expect(report.verdict.outcome).toBe("complies");
      expect(report.systems.find(({ id }) => id === "debian-13")?.outcome).toBe("runs");
    }
  });

  it("is no error if it is installed in another place than it has in the archive", () => {
    const moved = library("pkg-1.0.data/data/lib/libb.so", { soname: "libb.so", needed: [] });
    const module = extension("pkg/_x.so", { needed: ["libc.so.6", "libb.so"], rpath: "$ORIGIN/../../.." });
    const report = assess(wheel({ libraries: [module, moved], preloadHints: [] }), knowledge);
    expect(report.verdict.outcome).not.toBe("does-not-load");
  });

  it("is no matter in test data", () => {
    const report = assess(
      wheel({
        libraries: [extension("pkg/tests/_x.so", { needed: ["libc.so.6", "libb.so"] }), b],
        preloadHints: [],
      }),
      knowledge,
    );
    expect(report.verdict.outcome).toBe("complies");
  });
});

describe("what a system refuses", () => {
  const host = (release: number[], pageSize = 4096, libc: Host["libc"] = "glibc"): Host => ({
    libc,
    release,
    pageSize,
  });

  it.each([
    ["an executable stack before glibc 2.41", { executableStack: true }, host([2, 40]), null],
    ["an executable stack from glibc 2.41 on", { executableStack: true }, host([2, 41]), "executable-stack"],
    ["no word about the stack", { executableStack: null }, host([2, 43]), "executable-stack"],
    ["no word, on aarch64", { executableStack: null, architecture: "aarch64" }, host([2, 43]), null],
    ["an executable stack on musl", { executableStack: true }, host([1, 2], 4096, "musl"), null],
    [
      "one small alignment",
      { loadAlignment: 65_536, smallestLoadAlignment: 4096, loadCongruence: 65_536 },
      host([2, 28], 65_536),
      "page-alignment",
    ],
    [
      "the same from glibc 2.35 on",
      { loadAlignment: 65_536, smallestLoadAlignment: 4096, loadCongruence: 65_536 },
      host([2, 39], 65_536),
      null,
    ],
    [
      "addresses that do not fit",
      { loadAlignment: 65_536, smallestLoadAlignment: 65_536, loadCongruence: 4096 },
      host([2, 39], 65_536),
      "page-alignment",
    ],
    ["nothing to load", { loadAlignment: 0 }, host([2, 28], 65_536), null],
  ] as const)("%s", (_, changes, on, expected) => {
    expect(refusalOf(plainElf(changes), on)?.kind ?? null).toBe(expected);
  });

  it("is said in the row of that system and in no other", () => {
    const report = assess(
      wheel({ libraries: [extension("pkg/_x.so", { executableStack: true })] }),
      knowledge,
    );
    const outcomes = new Map(report.systems.map(({ id, outcome }) => [id, outcome]));
    expect(outcomes.get("debian-13")).toBe("does-not-load");
    expect(outcomes.get("debian-12")).toBe("runs");
  });
});

describe("names", () => {
  const asking = (path: string, name: string): LibraryFacts => ({
    ...extension(path, { initSymbols: ["PyInit__ops"] }),
    links: { owners: [], unowned: { count: 1, names: [name] } },
  });
  const failing = (facts: WheelFacts): string[] =>
    assess(facts, knowledge).findings.flatMap(({ id, libraries }) =>
      id === "symbol-undefined" ? libraries : [],
    );

  it("fail a module that asks for what nobody has", () => {
    const facts = { ...wheel({ libraries: [asking("pkg/_ops.so", "frob")] }), preloadHints: [] };
    expect(failing(facts)).toEqual(["pkg/_ops.so"]);
    expect(assess(facts, knowledge).verdict.outcome).toBe("does-not-load");
  });

  it("do not where a script may load something first, or nobody looked", () => {
    const hints = [{ path: "pkg/__init__.py", word: "ctypes" }];
    for (const preloadHints of [hints, null])
      expect(failing({ ...wheel({ libraries: [asking("pkg/_ops.so", "frob")] }), preloadHints })).toEqual([]);
  });

  it("do not where a library from elsewhere may have them", () => {
    const module = { ...asking("pkg/_ops.so", "XOpenDisplay") };
    const needing = { ...module, elf: { ...(module.elf ?? plainElf({})), needed: ["libX11.so.6"] } };
    expect(failing({ ...wheel({ libraries: [needing] }), preloadHints: [] })).toEqual([]);
  });

  it("do not for one of several alternatives", () => {
    const libraries = [asking("pkg/sm90/_ops.so", "frob"), extension("pkg/sm100/_ops.so")];
    expect(failing({ ...wheel({ libraries }), preloadHints: [] })).toEqual([]);
  });

  it("of the compiler's libraries are there where those are needed", () => {
    const module = asking("pkg/_ops.so", "_ZTISt9bad_alloc");
    const needing = { ...module, elf: { ...(module.elf ?? plainElf({})), needed: ["libstdc++.so.6"] } };
    expect(failing({ ...wheel({ libraries: [needing] }), preloadHints: [] })).toEqual([]);
    expect(failing({ ...wheel({ libraries: [module] }), preloadHints: [] })).toEqual(["pkg/_ops.so"]);
  });
});
