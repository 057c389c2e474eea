/** Which std::string ABI a library is for, and where its C++ runtime comes from: libraries as they are in wheels of PyPI. */
import { describe, expect, test } from "vitest";
import type { ElfFacts, LibraryFacts } from "../../../src/facts/model.ts";
import type { CxxReading } from "../../../src/core/readings/readings.ts";
import { assess } from "../../../src/core/assess.ts";
import { plainText } from "../../../src/core/sentence.ts";
import { knowledge } from "../../../src/data/index.ts";
import {
  cxxNames,
  extension,
  library,
  symbolGroup,
  wheel,
  type CxxShape,
  type LibraryShape,
} from "../builders.ts";

const CREATE = "_ZNSt7__cxx1112basic_stringIcSt11char_traitsIcESaIcEE9_M_createERmm";
const APPEND = "_ZNSs6appendEPKcm";
const EMPTY = "_ZNSs4_Rep20_S_empty_rep_storageE";
const FACET = "_ZNSt7collateIcE2idE";
const NEW_API = "_ZN3api6by_refERKNSt7__cxx1112basic_stringIcSt11char_traitsIcESaIcEEE";
const OLD_API = "_ZN3api6by_refERKSs";
const PATH_API = "_ZN3api4pathERKNSt10filesystem7__cxx114pathE";
const LIBCXX_API = "_Z9take_crefRKNSt3__112basic_stringIcNS_11char_traitsIcEENS_9allocatorIcEEEE";
const SYSTEM = ["libstdc++.so.6", "libc.so.6"];

function readings(...libraries: LibraryFacts[]): Map<string, CxxReading | null> {
  const report = assess(wheel({ libraries }), knowledge);
  return new Map(report.libraries.map(({ facts, cxx }) => [facts.path, cxx]));
}

function read(shape: CxxShape, elf: LibraryShape = {}): CxxReading {
  const reading = readings(library("pkg/lib.so", { needed: SYSTEM, ...elf, cxx: cxxNames(shape) })).get(
    "pkg/lib.so",
  );
  if (reading === null || reading === undefined) throw new Error("no reading");
  return reading;
}

const notes = ({ evidence }: CxxReading): string => evidence.map(({ note }) => note ?? "").join("\n");

type Row = [what: string, shape: CxxShape, expected: Partial<CxxReading>];

test.each<Row>([
  [
    "versioned imports decide",
    { fromRuntime: { new: [CREATE] }, own: { new: [NEW_API] } },
    { flavour: "new", basis: "runtime-imports", imports: "new", own: "new" },
  ],
  [
    "then its own interface",
    { fromRuntime: { neutral: 4 }, own: { old: [OLD_API] }, fromOthers: { new: [CREATE] } },
    { flavour: "old", basis: "own-interface", imports: "none", own: "old" },
  ],
  [
    "then what it needs from others",
    { own: { neutral: 2, scopes: ["api"] }, fromOthers: { old: [OLD_API] } },
    { flavour: "old", basis: "other-imports", own: "none" },
  ],
  ["else nothing tells", { fromRuntime: { neutral: 9 } }, { flavour: "none", basis: "nothing" }],
  [
    "pyarrow: stray old names beside new ones",
    { fromRuntime: { new: 56, old: ["_ZNSt7collateIcED2Ev"], stray: [FACET, EMPTY] } },
    { flavour: "new", imports: "new" },
  ],
  [
    "matplotlib: definitions of libstdc++_nonshared.a",
    { fromRuntime: { old: 29 }, runtime: { count: 240, new: 232, nonshared: 232 } },
    { flavour: "old", own: "none" },
  ],
  [
    "vtk: std::filesystem in an old library",
    { fromRuntime: { old: 44 }, own: { old: 30, new: [PATH_API], scopes: ["api"] } },
    { flavour: "old", own: "old" },
  ],
  [
    "casadi: new names of std that another file provides",
    { fromRuntime: { old: 19 }, fromOthers: { new: [CREATE] } },
    { flavour: "old", basis: "runtime-imports" },
  ],
  [
    "optimised old code may leave nothing but the empty string",
    { fromRuntime: { stray: [EMPTY] } },
    { flavour: "old", basis: "runtime-imports" },
  ],
  ["facets alone tell nothing", { fromRuntime: { stray: [FACET] } }, { flavour: "none" }],
  ["mujoco: libc++", { own: { libcxx: [LIBCXX_API] } }, { flavour: "libc++", basis: "own-interface" }],
  [
    "both: compiled for the one, offers the other",
    { fromRuntime: { new: 20 }, own: { old: [OLD_API] } },
    { flavour: "both", imports: "new", own: "old" },
  ],
  [
    "both: asks for both, and not just a few",
    { fromRuntime: { new: 20, old: 18 } },
    { flavour: "both", imports: "both" },
  ],
])("%s", (_what, shape, expected) => {
  expect(read(shape)).toMatchObject(expected);
});

test("the sentence says how many names say so", () => {
  expect(plainText(read({ fromRuntime: { new: 56 } }).sentence)).toBe(
    "Uses the new std::string ABI: 56 imports from libstdc++.",
  );
  expect(plainText(read({ fromRuntime: { old: [APPEND] } }).sentence)).toBe(
    "Uses the old std::string ABI: 1 import from libstdc++.",
  );
  expect(plainText(read({ fromRuntime: { new: 56 }, own: { old: 30 } }).sentence)).toBe(
    "Uses the new std::string ABI (56 imports from libstdc++), but offers the old one too (30 names of its own).",
  );
});

test("evidence: what decided comes first, what was set aside follows with the reason", () => {
  const reading = read({
    fromRuntime: { old: [APPEND], stray: [FACET] },
    runtime: { count: 213, new: 213, nonshared: 213 },
  });
  expect(reading.evidence[0]).toEqual({
    symbol: APPEND,
    from: "libstdc++.so.6",
    note: "old, asked of libstdc++",
  });
  expect(notes(reading)).toContain("set aside, 1 name: old names that code for the new ABI has too");
  expect(notes(reading)).toContain(
    "set aside: 213 new names defined here that come from libstdc++_nonshared.a",
  );
});

test("symbols beyond the first are counted", () => {
  const reading = read({ fromRuntime: { new: Array.from({ length: 56 }, () => CREATE) } });
  expect(reading.evidence.at(-1)?.note).toBe("46 more names (new, asked of libstdc++)");
});

describe("the runtime", () => {
  test("of the system", () => {
    expect(read({ fromRuntime: { new: 1 } }).runtime.kind).toBe("system");
  });

  test("of the system with newer parts linked in", () => {
    const marks = symbolGroup(["_ZSt21ios_base_library_initv"]);
    const hybrid = read({ fromRuntime: { new: 1 }, runtime: { count: 1, hybridMarks: marks } });
    expect(hybrid.runtime.kind).toBe("hybrid");
    expect(hybrid.runtime.evidence).toContainEqual({
      symbol: "_ZSt21ios_base_library_initv",
      note: "defined here all the same",
    });
    expect(plainText(hybrid.sentence)).toMatch(/; newer parts of libstdc\+\+ are linked in\.$/);
    const ofOldToolset = read({ fromRuntime: { old: 3 }, runtime: { count: 213, new: 213, nonshared: 213 } });
    expect(ofOldToolset.runtime.kind).toBe("hybrid");
  });

  test("its own templates of std::string are no part of a runtime", () => {
    const own = read({ fromRuntime: { new: 9 }, runtime: { count: 150, new: 150, nonshared: 140 } });
    expect(own.runtime.kind).toBe("system");
    const few = read({ fromRuntime: { neutral: 1 }, runtime: { count: 5, new: 5, nonshared: 5 } });
    expect(few.runtime.kind).toBe("system");
  });

  const copy = "libstdc++-5d72f927.so.6.0.33";
  const grafted = library(`pkg.libs/${copy}`, {
    soname: copy,
    cxx: cxxNames({
      runtime: { count: 6858, new: 1523, old: 340, staticMarks: symbolGroup(["_ZSt4cout"]) },
    }),
  });

  test("in the wheel", () => {
    const user = extension("pkg/_x.so", {
      needed: [copy, "libc.so.6"],
      rpath: "$ORIGIN/../pkg.libs",
      cxx: cxxNames({ fromRuntime: { new: [CREATE] } }),
    });
    const read = readings(user, grafted);
    expect(read.get("pkg/_x.so")?.runtime).toMatchObject({ kind: "bundled", path: `pkg.libs/${copy}` });
    const itself = read.get(`pkg.libs/${copy}`);
    expect(itself).toMatchObject({ flavour: "none", runtime: { kind: "none" } });
    expect(itself && plainText(itself.sentence)).toBe(
      "This is libstdc++, the C++ runtime, itself; it has both forms of everything on purpose.",
    );
  });

  const linkedIn = {
    count: 757,
    new: 20,
    old: 180,
    staticMarks: symbolGroup(["_ZTVN10__cxxabiv117__class_type_infoE"]),
  };
  const bare: Partial<ElfFacts> = { needed: ["libc.so.6"] };

  test("linked in: both forms are there, and neither is the library's", () => {
    const reading = read({ runtime: linkedIn }, bare);
    expect(reading).toMatchObject({ flavour: "none", runtime: { kind: "static", path: null } });
    expect(notes(reading)).toContain("20 new and 180 old names of the runtime that is linked in");
  });

  test("cocotb: linked into one library, used by the others", () => {
    const gpi = library("pkg/libgpi.so", {
      ...bare,
      soname: "libgpi.so",
      cxx: cxxNames({ runtime: linkedIn }),
    });
    const user = extension("pkg/_x.so", {
      needed: ["libgpi.so", "libc.so.6"],
      rpath: "$ORIGIN",
      cxx: cxxNames({ fromOthers: { old: [APPEND] } }),
    });
    const read = readings(user, gpi);
    expect(read.get("pkg/_x.so")).toMatchObject({
      flavour: "old",
      runtime: { kind: "bundled", path: "pkg/libgpi.so" },
    });
    expect(read.get("pkg/libgpi.so")?.runtime.kind).toBe("static");
  });

  test("libc++, linked in or not", () => {
    expect(read({ own: { libcxx: [LIBCXX_API] } }, bare).runtime.kind).toBe("libc++");
    const shared = read({ own: { libcxx: [LIBCXX_API] } }, { needed: ["libc++.so.1", "libc.so.6"] });
    expect(shared.runtime).toMatchObject({ kind: "libc++", evidence: [{ note: "needs libc++.so.1" }] });
  });

  test("none", () => {
    expect(read({ own: { neutral: 1, scopes: ["api"] } }, bare).runtime).toEqual({
      kind: "none",
      path: null,
      evidence: [],
    });
  });
});

test("a library without C++ names has no reading", () => {
  expect(readings(library("pkg/lib.so", { cxx: null })).get("pkg/lib.so")).toBeNull();
});
