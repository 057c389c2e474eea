/** What page and text show of a file and its libraries stands in the document too. */
import { expect, test } from "vitest";
import { assess } from "../../src/core/assess.ts";
import { reportJson } from "../../src/document/json/report-json.ts";
import { knowledge } from "../../src/data/index.ts";
import type { WheelFacts } from "../../src/facts/model.ts";
import { bareLibrary, extension, library, unreadable, wheel } from "../core/builders.ts";
import { many } from "./code-sample.ts";
import { strictValidator } from "./schema.ts";

const tool = { name: "wheelscope", version: "1.2.3" };
const validate = strictValidator();

function written(facts: WheelFacts) {
  const document = reportJson(assess(facts, knowledge), tool);
  validate(JSON.parse(JSON.stringify(document)));
  expect(validate.errors ?? []).toEqual([]);
  return document;
}

function platform(facts: WheelFacts) {
  const document = written(facts);
  if (document.pure) throw new Error("not pure");
  return document;
}

test("the facts of an ELF file, at the end of its library", () => {
  const { libraries } = platform(
    wheel({
      libraries: [
        extension("pkg/_x.so", {
          class: 32,
          byteOrder: "big",
          type: "executable",
          machine: 20,
          osAbi: 3,
          interpreter: "/lib/ld.so.1",
          relro: "partial",
          bindNow: true,
          stripped: false,
          debugInfo: true,
          comment: ["GCC: (GNU) 14", "Linker: LLD"],
          initSymbols: ["PyInit__x"],
          versionDefinitions: many(120),
          needs: { "libc.so.6": [`GLIBC_2.14 ${many(7).join(" ")}`, "GLIBC_ABI_DT_RELR"] },
          symbolCounts: { defined: 3, undefined: 9, undefinedWeak: 2 },
          sections: { count: 30, dynamicSymbols: true, versionNeeds: false },
          inRecord: false,
        }),
      ],
    }),
  );
  const facts = {
    elf_class: 32,
    byte_order: "big",
    elf_type: "executable",
    machine: 20,
    os_abi: 3,
    interpreter: "/lib/ld.so.1",
    relro: "partial",
    bind_now: true,
    stripped: false,
    debug_info: true,
    comment: ["GCC: (GNU) 14", "Linker: LLD"],
    init_symbols: { count: 1, symbols: ["PyInit__x"] },
    version_definitions: { count: 120, names: many(100) },
    version_needs: [
      { library: "libc.so.6", version: "GLIBC_2.14", weak: false, symbol_count: 7, symbols: many(5) },
      { library: "libc.so.6", version: "GLIBC_ABI_DT_RELR", weak: false, symbol_count: 0, symbols: [] },
    ],
    symbol_counts: { defined: 3, undefined: 9, undefined_weak: 2 },
    section_headers: { count: 30, dynamic_symbols: true, version_needs: false },
    in_record: false,
  };
  expect(libraries[0]).toMatchObject(facts);
  // What version 1 had from the start comes before; these follow, in the order of the facts, and newer ones among them.
  const first = Object.keys(libraries[0] ?? {}).findIndex((key) => key in facts);
  const later = Object.keys(libraries[0] ?? {}).slice(first);
  expect(later).toEqual(expect.arrayContaining(Object.keys(facts)));
});

test("what a wheel says of itself", () => {
  const facts = wheel({
    libraries: [extension("pkg/_x.so")],
    impostors: ["pkg/libx.so"],
    record: {
      present: true,
      rowCount: 4,
      problems: [
        { kind: "missing-file", path: "pkg/gone.py" },
        { kind: "size-differs", path: "pkg/a.py", recorded: 1, actual: 2 },
        { kind: "malformed-row", line: 3 },
      ],
      problemCount: 3,
    },
    archive: {
      problems: [{ kind: "archive-comment", path: null, detail: "12 bytes" }],
      problemCount: 1,
    },
  });
  const { distInfo } = facts;
  if (distInfo === null) throw new Error("there is a dist-info");
  const document = written({
    ...facts,
    distInfo: { ...distInfo, requiresPython: ">=3.9", requiresDist: ["numpy>=2"], generator: "maker 1.0" },
  });
  expect(document).toMatchObject({
    file_kind: "wheel",
    name: {
      project: "pkg",
      version: "1.0",
      build: null,
      python_tags: ["cp312"],
      abi_tags: ["cp312"],
      platform_tags: ["manylinux_2_17_x86_64"],
    },
    dist_info: {
      directory: "pkg-1.0.dist-info",
      name: "pkg",
      version: "1.0",
      requires_python: ">=3.9",
      requires_dist: ["numpy>=2"],
      tags: ["cp312-cp312-manylinux_2_17_x86_64"],
      root_is_purelib: false,
      generator: "maker 1.0",
    },
    dist_info_directories: ["pkg-1.0.dist-info"],
    record: {
      present: true,
      row_count: 4,
      problems: [
        { kind: "missing-file", path: "pkg/gone.py" },
        { kind: "size-differs", path: "pkg/a.py", recorded: 1, actual: 2 },
        { kind: "malformed-row", line: 3 },
      ],
      problem_count: 3,
    },
    archive: {
      problems: [{ kind: "archive-comment", path: null, detail: "12 bytes" }],
      problem_count: 1,
    },
    not_elf: ["pkg/libx.so"],
  });
  expect(document.entry_count).toBe(facts.entryCount);
});

test("a bare library says that it is one", () => {
  expect(platform(bareLibrary("x.so"))).toMatchObject({ file_kind: "library", name: null, dist_info: null });
});

test("a file that could not be read has its size and advice", () => {
  const { unreadable: files } = platform(wheel({ libraries: [unreadable("pkg/torn.so")] }));
  expect(files[0]).toMatchObject({ path: "pkg/torn.so", in_record: true });
  expect(files[0]?.size).toBeGreaterThan(0);
  expect(files[0]?.advice).toMatch(/\.$/);
});

test("every policy, oldest first, with the first things that stand in its way", () => {
  const versions = `GLIBC_2.28 ${many(9).join(" ")}`;
  const { policies, without_file } = platform(
    wheel({
      libraries: [
        ...many(25).map((name) => library(`pkg/${name}.so`, { needed: ["libfar.so", "libc.so.6"] })),
        extension("pkg/_x.so", { needs: { "libc.so.6": [versions] } }),
      ],
    }),
  );
  const claimed = policies.find(({ tag }) => tag === "manylinux_2_17_x86_64");
  expect(claimed).toMatchObject({ aliases: ["manylinux2014_x86_64"], fits: false, claimed: true });
  expect(claimed).toMatchObject({ blocker_count: 26, set_aside: 0 });
  expect(claimed?.blockers).toHaveLength(20);
  expect(claimed?.blockers).toContainEqual({
    kind: "symbol-version",
    in: "pkg/_x.so",
    version: "GLIBC_2.28",
    from: "libc.so.6",
    symbols: many(5),
    symbol_count: 9,
  });
  expect(claimed?.blockers).toContainEqual({ kind: "library", in: "pkg/name0.so", needed: "libfar.so" });
  expect(policies.at(-1)?.tag).toBe("linux_x86_64");
  expect(without_file).toEqual([]);
});

test("one file that decides alone is named", () => {
  const document = platform(
    wheel({
      libraries: [
        extension("pkg/_old.so", { needs: { "libc.so.6": ["GLIBC_2.5 f"] } }),
        extension("pkg/_new.so", { needs: { "libc.so.6": ["GLIBC_2.34 f"] } }),
      ],
    }),
  );
  expect(document.without_file).toEqual([{ path: "pkg/_new.so", best_tag: "manylinux_2_5_x86_64" }]);
});
