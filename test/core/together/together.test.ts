/** Several packages in one process. */
import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { importOrder } from "../../../src/core/together/import-order.ts";
import { tableHost } from "../../../src/core/together/known-host.ts";
import { elsewhereIn } from "../../../src/core/together/elsewhere.ts";
import { installedPath, layoutFor } from "../../../src/core/together/layout.ts";
import { togetherRows, togetherSummary } from "../../../src/core/together/rows.ts";
import type { Member, Package, Setting } from "../../../src/core/together/setting.ts";
import { loadTogether, type Together } from "../../../src/core/together/together.ts";
import { plainText } from "../../../src/core/sentence.ts";
import { knowledge } from "../../../src/data/index.ts";
import type { LibraryFacts, LinkFacts } from "../../../src/facts/model.ts";
import { cpuNow } from "../../cpu-time.ts";
import { propertyRuns } from "../../property-runs.ts";
import { extension, library } from "../builders.ts";

const site = "env/lib/python3.12/site-packages";
const nothing: LinkFacts = { owners: [], unowned: { count: 0, names: [] } };

/** A package with its files. Paths are those in the wheel. */
interface Shape {
  readonly name: string;
  readonly files: readonly LibraryFacts[];
  readonly requires?: readonly string[];
  readonly hints?: Package["preloadHints"];
  readonly single?: boolean;
}

function settingOf(
  shapes: readonly Shape[],
  change: Partial<Setting> & { readonly system?: string } = {},
): Setting {
  const members = shapes.flatMap(({ files }, of) =>
    files.map((file): Member => ({
      ...file,
      links: file.links ?? nothing,
      path: installedPath(file.path, layoutFor("3.12")),
      of,
      shown: file.path,
    })),
  );
  return {
    members,
    packages: shapes.map(({ name, requires = [], hints = [], single = false }) => ({
      title: `${name} 1.0`,
      project: name,
      requires,
      preloadHints: hints,
      single,
    })),
    host: tableHost(change.system ?? null, members, knowledge),
    python: null,
    first: [],
    ...change,
  };
}

function rowsOf(setting: Setting) {
  const together = loadTogether(setting, knowledge);
  const rows = togetherRows(together, setting, () => [], knowledge);
  return { together, rows, one: (path: string) => rows.find((row) => row.path === path) };
}

const outcomes = (together: Together): Record<string, string> =>
  Object.fromEntries(together.files.map(({ member, answer }) => [member.shown, answer.outcome]));

const b = library("b/libs/libb.so", { soname: "libb.so", versionDefinitions: ["B_1"] });
const asks = (shape: Parameters<typeof extension>[1] = {}): LibraryFacts =>
  extension("a/_x.so", { needed: ["libb.so", "libc.so.6"], rpath: "$ORIGIN/../b/libs", ...shape });

describe("a set of packages", () => {
  it("finds a library of another package along the search path", () => {
    expect(
      outcomes(
        loadTogether(
          settingOf([
            { name: "a", files: [asks()] },
            { name: "b", files: [b] },
          ]),
          knowledge,
        ),
      ),
    ).toEqual({ "a/_x.so": "loads", "b/libs/libb.so": "loads" });
  });

  it("says who has a library to which nothing leads, and how it fares once that is loaded", () => {
    const a = asks({ rpath: null });
    const lost = rowsOf(
      settingOf([
        { name: "a", files: [a] },
        { name: "b", files: [b] },
      ]),
    ).one("a/_x.so");
    expect(lost?.outcome).toBe("fails");
    expect(lost?.words?.message).toBe("libb.so: cannot open shared object file: No such file or directory");
    expect(plainText(lost?.words?.remedy ?? [])).toContain("$ORIGIN/../b/libs");
    const opener = extension("b/_b.so", { needed: ["libb.so"], rpath: "$ORIGIN/libs" });
    const packages = [
      { name: "a", files: [a], requires: ["b"] },
      { name: "b", files: [b, opener] },
    ];
    const found = rowsOf(settingOf(packages)).one("a/_x.so");
    expect(found?.outcome).toBe("loads");
    expect(found?.alone).toEqual({ outcome: "fails", message: lost?.words?.message });
  });

  it("imports first what is named first", () => {
    const packages = [
      { name: "a", files: [asks({ rpath: null })] },
      { name: "b", files: [b, extension("b/_b.so", { needed: ["libb.so"], rpath: "$ORIGIN/libs" })] },
    ];
    expect(outcomes(loadTogether(settingOf(packages, { first: ["b"] }), knowledge))["a/_x.so"]).toBe("loads");
  });

  it("holds versions against the library that is found", () => {
    const needs = { needs: { "libb.so": ["B_2 run"] } };
    const row = rowsOf(
      settingOf([
        { name: "a", files: [asks(needs)] },
        { name: "b", files: [b] },
      ]),
    ).one("a/_x.so");
    expect(row?.words?.message).toBe("b/libs/libb.so: version `B_2' not found (required by a/_x.so)");
    const without = library("b/libs/libb.so", { soname: "libb.so" });
    const fine = settingOf([
      { name: "a", files: [asks(needs)] },
      { name: "b", files: [without] },
    ]);
    expect(rowsOf(fine).one("a/_x.so")?.outcome).toBe("loads");
  });

  it("holds versions against the system", () => {
    const files = [extension("a/_x.so", { needs: { "libc.so.6": ["GLIBC_2.34 pthread_create"] } })];
    const on = (system: string) => rowsOf(settingOf([{ name: "a", files }], { system })).one("a/_x.so");
    expect(on("debian-12")?.outcome).toBe("loads");
    expect(on("debian-11")?.words?.message).toBe(
      "libc.so.6: version `GLIBC_2.34' not found (required by a/_x.so)",
    );
  });

  it("names what nobody has, and what another file has that is not loaded", () => {
    const lost = { ...asks(), links: { owners: [], unowned: { count: 1, names: ["frob"] } } };
    const row = rowsOf(
      settingOf([
        { name: "a", files: [lost] },
        { name: "b", files: [b] },
      ]),
    ).one("a/_x.so");
    expect(row?.words?.message).toBe("undefined symbol: frob");
    const c = library("c/libc2.so", {});
    const elsewhere = { ...asks(), links: { owners: [{ in: [2], name: "frob" }], unowned: nothing.unowned } };
    const packages = [
      { name: "a", files: [elsewhere] },
      { name: "b", files: [b] },
      { name: "c", files: [c] },
    ];
    const other = rowsOf(settingOf(packages)).one("a/_x.so");
    expect(plainText(other?.words?.cause ?? [])).toContain("c/libc2.so has it, and is not loaded with it");
  });

  it("needs what nobody in the set brings, and says which package does", () => {
    const files = [extension("a/_x.so", { needed: ["libtorch.so", "libc.so.6"] })];
    const row = rowsOf(settingOf([{ name: "a", files }])).one("a/_x.so");
    expect(row).toMatchObject({ outcome: "needs", wants: ["libtorch.so"] });
    expect(plainText(row?.words?.remedy ?? [])).toBe("It comes with torch.");
  });

  it("knows names of a framework from others, whatever else is missing", () => {
    const name = "_ZN3c104gone1EvE5thing";
    const torch = library("torch/lib/libc10.so", { soname: "libc10.so" });
    const files = [
      {
        ...library("a/_C.so", { needed: ["libc10.so", "libcudart.so.13"], rpath: "$ORIGIN/../torch/lib" }),
        links: { owners: [], unowned: { count: 1, names: [name] } },
      },
    ];
    const { one, rows } = rowsOf(
      settingOf([
        { name: "a", files },
        { name: "torch", files: [torch] },
      ]),
    );
    expect(one("a/_C.so")).toMatchObject({ outcome: "fails", counts: true });
    expect(togetherSummary(rows).fails).toBe(1);
  });

  it("does not fail with one of several alternatives, nor with test data", () => {
    const needing = (path: string, needed: string) => extension(path, { needed: [needed] });
    const files = [
      needing("a/sm90/_ops.so", "libc.so.6"),
      {
        ...needing("a/sm100/_ops.so", "libc.so.6"),
        links: { owners: [], unowned: { count: 1, names: ["x"] } },
      },
      {
        ...needing("a/tests/_t.so", "libc.so.6"),
        links: { owners: [], unowned: { count: 1, names: ["x"] } },
      },
    ];
    expect(togetherSummary(rowsOf(settingOf([{ name: "a", files }])).rows)).toEqual({
      loads: 1,
      fails: 0,
      needs: 0,
    });
  });

  it("leaves out modules for another Python", () => {
    const files = [
      extension("a/_x.cpython-311-x86_64-linux-gnu.so"),
      extension("a/_x.cpython-312-x86_64-linux-gnu.so"),
    ];
    const python = {
      implementation: "cpython",
      version: [3, 12],
      freeThreaded: false,
      debug: false,
    } as const;
    const { together } = rowsOf(settingOf([{ name: "a", files }], { python }));
    expect(together.otherPython.map(({ shown }) => shown)).toEqual(["a/_x.cpython-311-x86_64-linux-gnu.so"]);
    expect(Object.keys(outcomes(together))).toEqual(["a/_x.cpython-312-x86_64-linux-gnu.so"]);
  });

  it("counts copies of what a process should have once", () => {
    const one = library("a.libs/libgomp-0123abcd.so.1.0.0", { soname: "libgomp-0123abcd.so.1.0.0" });
    const other = library("b.libs/libgomp-4567abcd.so.1.0.0", { soname: "libgomp-4567abcd.so.1.0.0" });
    const user = (path: string, { path: at, elf }: LibraryFacts) =>
      extension(path, { needed: [elf?.soname ?? ""], rpath: `$ORIGIN/../${at.split("/")[0] ?? ""}` });
    const { together } = rowsOf(
      settingOf([
        { name: "a", files: [user("a/_a.so", one), one] },
        { name: "b", files: [user("b/_b.so", other), other] },
      ]),
    );
    expect(together.duplicates).toMatchObject([{ kind: "openmp", copies: [{}, {}] }]);
  });

  it("tells names of a musl that is too old", () => {
    const module = {
      ...extension("a/_x.so", { libc: "musl", needed: ["libc.musl-x86_64.so.1"] }),
      links: { owners: [], unowned: { count: 1, names: ["statx"] } },
    };
    const on = (system: string) =>
      rowsOf(settingOf([{ name: "a", files: [module] }], { system })).one("a/_x.so");
    expect(on("alpine-3.22")?.outcome).toBe("loads");
    expect(on("alpine-3.16")?.words?.message).toBe("Error relocating a/_x.so: statx: symbol not found");
  });
});

describe("elsewhere", () => {
  it("knows a function with the other std::string", () => {
    const old = "_ZN3c106detail14torchCheckFailEPKcS2_jRKSs";
    const fresh =
      "_ZN3c106detail14torchCheckFailEPKcS2_jRKNSt7__cxx1112basic_stringIcSt11char_traitsIcESaIcEEE";
    const { members } = settingOf([
      { name: "a", files: [asks()] },
      { name: "b", files: [b] },
    ]);
    const having = (name: string) => elsewhereIn(members, (place, asked) => place === 1 && asked === name);
    expect(having(fresh)(members[0]?.path ?? "", old)).toEqual([
      { shown: "b/libs/libb.so", how: "other-string-abi" },
    ]);
    expect(having(old)(members[0]?.path ?? "", fresh)).toEqual([
      { shown: "b/libs/libb.so", how: "other-string-abi" },
    ]);
    expect(having(old)(members[0]?.path ?? "", old)).toEqual([
      { shown: "b/libs/libb.so", how: "other-version" },
    ]);
  });
});

test("files of NAME.data lie where installers put them", () => {
  const layout = layoutFor("3.12");
  expect(installedPath("pkg/x.so", layout)).toBe(`${site}/pkg/x.so`);
  expect(installedPath("pkg-1.0.data/platlib/pkg/x.so", layout)).toBe(`${site}/pkg/x.so`);
  expect(installedPath("pkg-1.0.data/data/lib/libx.so", layout)).toBe("env/lib/libx.so");
  expect(installedPath("pkg-1.0.data/scripts/run", layout)).toBe("env/bin/run");
});

describe("the order of imports", () => {
  const packages = (asked: readonly (readonly number[])[]): Package[] =>
    asked.map((requires, place) => ({
      title: `p${place}`,
      project: `p${place}`,
      requires: requires.map((each) => `p${each}`),
      preloadHints: [],
      single: false,
    }));

  it("takes each once, after what it asks for where there is no circle", () => {
    const size = 12;
    const graph = fc.array(fc.array(fc.nat(size - 1), { maxLength: 4 }), {
      minLength: size,
      maxLength: size,
    });
    fc.assert(
      fc.property(graph, fc.subarray([...Array(size).keys()]), (asked, first) => {
        const order = importOrder(
          packages(asked),
          first.map((place) => `p${place}`),
        );
        expect(order.map(({ place }) => place).sort((a, b2) => a - b2)).toEqual([...Array(size).keys()]);
        // Without circles: only what has a lower number is asked for.
        const acyclic = asked.map((list, place) => list.filter((each) => each < place));
        const places = importOrder(packages(acyclic), []).map(({ place }) => place);
        for (const [place, list] of acyclic.entries())
          for (const each of list) expect(places.indexOf(each)).toBeLessThan(places.indexOf(place));
      }),
      { numRuns: propertyRuns(100) },
    );
  });
});

test("long chains and circles end in time", () => {
  const long = 5_000;
  const name = (place: number): string => `lib${place % long}.so`;
  const files = Array.from({ length: long }, (_, place) =>
    library(`a/${name(place)}`, { soname: name(place), needed: [name(place + 1)], rpath: "$ORIGIN" }),
  );
  const start = cpuNow();
  const { rows } = rowsOf(
    settingOf([
      { name: "a", files: [...files, extension("a/_x.so", { needed: ["lib0.so"], rpath: "$ORIGIN" })] },
    ]),
  );
  expect(rows.length).toBe(long + 1);
  expect(cpuNow() - start).toBeLessThan(60_000);
});
