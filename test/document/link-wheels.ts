/** Made-up wheels that are long to tell, and arbitrary facts of every kind. */
import fc from "fast-check";
import type { CxxNames, GpuCode, SymbolGroup } from "../../src/facts/code-facts.ts";
import type { ElfFacts, LibraryFacts, RecordProblem, WheelFacts } from "../../src/facts/model.ts";
import { cxxNames, elf, extension, library, unreadable, wheel } from "../core/builders.ts";

/** `count` libraries, each with names and versions of its own; the first claims too much. */
export function longWheel(count: number): WheelFacts {
  const some = (seed: number, length: number): string[] =>
    Array.from(
      { length },
      (_, index) => `_ZN${(seed * 7919 + index * 104_729) % 9973}name${(seed * 31 + index) % 997}Ev`,
    );
  return wheel({
    libraries: Array.from({ length: count }, (_, seed) => {
      const shape = {
        buildId: (seed * 2_654_435_761).toString(16).padStart(40, "0").slice(-40),
        soname: `lib${(seed * 7907) % 9973}.so.${seed % 7}`,
        needs: {
          "libc.so.6": [
            "GLIBC_2.2.5 malloc",
            `GLIBC_2.${(seed % 14) + 3} ${some(seed, 2).join(" ")}`,
            seed < 3 ? "GLIBC_2.34 pthread_create" : "GLIBC_2.17 clock_gettime",
          ],
          [`libdep${(seed * 13) % 499}.so.1`]: [`DEP${seed % 50}_1.${seed} ${some(seed + 1, 2).join(" ")}`],
        },
        cxx: cxxNames({
          fromRuntime: { new: some(seed, 5) },
          own: { new: some(seed + 2, 6), neutral: seed },
        }),
      };
      return seed === 0 ? extension("pkg/_x.so", shape) : library(`pkg/lib${(seed * 7907) % 9973}.so`, shape);
    }),
  });
}

/** A wheel with a bit of everything that most wheels have. */
export const example = wheel({
  sha256: "0f".repeat(32),
  requiresDist: ["torch>=2", 'pytest; extra == "test"'],
  libraries: [
    extension("pkg/_x.cpython-312-x86_64-linux-gnu.so", {
      needs: { "libc.so.6": ["GLIBC_2.2.5 malloc free", "GLIBC_2.34 pthread_create dlopen"] },
      needed: ["libc.so.6", "liba.so"],
      rpath: "$ORIGIN/../pkg.libs:$ORIGIN/nowhere",
      buildId: "00ff12",
    }),
    library("pkg.libs/liba.so", { soname: "liba.so" }),
  ],
});

const odd = fc.constantFrom(
  "__proto__",
  "constructor",
  "",
  "=",
  "==",
  "!",
  "\0",
  "💥",
  "a:b",
  "…",
  "toString",
);
const word = fc.oneof(
  odd,
  fc.string({ maxLength: 12, unit: "binary" }),
  fc.constantFrom("libc.so.6", "GLIBC_2.34"),
);
const words = fc.array(word, { maxLength: 4 });
const number = fc.oneof(fc.nat(300), fc.maxSafeNat());
const orNull = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });
const group: fc.Arbitrary<SymbolGroup> = fc.record({ count: number, symbols: words });
const names: fc.Arbitrary<CxxNames> = fc.record({
  new: group,
  old: group,
  both: group,
  libcxx: group,
  stray: group,
  neutral: number,
  scopes: words,
});
const pythonName = fc.oneof(
  word,
  fc.constantFrom("PyList_New", "Py_IncRef", "_Py_NoneStruct", "PyErr_Occurred"),
);
const pythonList = fc.oneof(
  fc.uniqueArray(pythonName, { maxLength: 6 }).map((list) => list.sort()),
  fc.array(pythonName, { maxLength: 3 }),
);
const gpu: fc.Arbitrary<GpuCode> = fc.record({
  cuda: orNull(
    fc.record({
      containers: number,
      bytes: number,
      damaged: number,
      places: fc.array(fc.record({ section: orNull(word), containers: number, bytes: number }), {
        maxLength: 2,
      }),
      targets: fc.array(
        fc.record({
          kind: fc.constantFrom("sass" as const, "ptx" as const, "lto-ir" as const, "other" as const),
          kindNumber: number,
          arch: fc.nat(130),
          suffix: fc.constantFrom("" as const, "a" as const, "f" as const),
          ptxIsa: orNull(word),
          entries: number,
          bytes: number,
          inflatedBytes: number,
          compression: fc.constantFrom("none" as const, "lz4" as const, "mixed" as const),
        }),
        { minLength: 1, maxLength: 3 },
      ),
      groups: fc.array(fc.record({ targets: fc.constant([0]), containers: number, bytes: number }), {
        maxLength: 2,
      }),
      moreContainers: number,
      toolkits: words,
    }),
  ),
  hip: orNull(
    fc.record({
      bundles: number,
      compressedBundles: number,
      bytes: number,
      targets: fc.array(fc.record({ target: word, entries: number, bytes: number }), { maxLength: 2 }),
    }),
  ),
});

const elfFacts: fc.Arbitrary<ElfFacts> = fc
  .record({
    class: fc.constantFrom(32 as const, 64 as const),
    byteOrder: fc.constantFrom("little" as const, "big" as const),
    machine: number,
    osAbi: fc.nat(255),
    type: fc.constantFrom("relocatable" as const, "executable" as const, "shared" as const, "core" as const),
    flags: number,
    architecture: fc.constantFrom(
      "x86_64" as const,
      "riscv64" as const,
      "machine-190" as const,
      "ppc64" as const,
    ),
    libc: fc.constantFrom("glibc" as const, "musl" as const, "bionic" as const, "none" as const),
    role: fc.constantFrom("extension-module" as const, "shared-library" as const, "executable" as const),
    interpreter: orNull(word),
    soname: orNull(word),
    needed: words,
    rpath: orNull(fc.array(word, { maxLength: 3 }).map((parts) => parts.join(":"))),
    runpath: orNull(word),
    versionNeeds: fc.array(
      fc.record({ library: word, version: word, weak: fc.boolean(), symbolCount: number, symbols: words }),
      { maxLength: 4 },
    ),
    versionDefinitions: words,
    symbolCounts: fc.record({ defined: number, undefined: number, undefinedWeak: number }),
    watchedSymbols: fc.array(
      fc.record({
        name: word,
        defined: fc.boolean(),
        binding: fc.constantFrom("local" as const, "weak" as const, "unique" as const),
        type: fc.constantFrom("func" as const, "tls" as const, "other" as const),
        version: orNull(word),
        provider: orNull(word),
      }),
      { maxLength: 2 },
    ),
    initSymbols: fc.oneof(words, fc.constant(["PyInit_x"])),
    buildId: orNull(fc.oneof(word, fc.constantFrom("00ff", "abc", "AB"))),
    isaNeeded: orNull(fc.nat(31)),
  })
  .chain((first) =>
    fc
      .record({
        executableStack: orNull(fc.boolean()),
        relro: fc.constantFrom("none" as const, "partial" as const, "full" as const),
        bindNow: fc.boolean(),
        textRelocations: fc.boolean(),
        staticTls: fc.boolean(),
        loadAlignment: number,
        stripped: fc.boolean(),
        debugInfo: fc.boolean(),
        comment: words,
        sections: fc.record({ count: number, dynamicSymbols: fc.boolean(), versionNeeds: fc.boolean() }),
        sectionMarks: fc.subarray([".relr.dyn", ".nv_fatbin", ".go.buildinfo"] as const),
        cxx: orNull(
          fc.record({
            fromRuntime: names,
            fromOthers: names,
            own: names,
            runtime: fc.record({
              count: number,
              new: number,
              old: number,
              libcxx: number,
              nonshared: number,
              hybridMarks: group,
              staticMarks: group,
            }),
          }),
        ),
        uniqueExports: group,
        python: orNull(
          fc.record({
            imports: pythonList,
            exports: pythonList,
            exportCount: number,
            locals: orNull(pythonList),
          }),
        ),
        gpu: orNull(gpu),
        mentionedLibraries: words,
      })
      .map((second) => elf({ ...first, ...second })),
  );

const libraryFacts: fc.Arbitrary<LibraryFacts> = fc
  .record({
    path: fc.oneof(word, fc.constantFrom("pkg/x.so", "pkg/x.abi3.so", "pkg.libs/liba.so")),
    sizeBytes: number,
    compressedBytes: number,
    inRecord: fc.boolean(),
    facts: orNull(elfFacts),
  })
  .map(({ facts, ...rest }) =>
    facts === null ? { ...unreadable(rest.path), ...rest } : { ...rest, elf: facts, error: null },
  );

const recordProblem: fc.Arbitrary<RecordProblem> = fc.oneof(
  fc.record({ kind: fc.constantFrom("missing-file" as const, "hash-differs" as const), path: word }),
  fc.record({ kind: fc.constant("size-differs" as const), path: word, recorded: number, actual: number }),
  fc.record({ kind: fc.constant("malformed-row" as const), line: number }),
);

/** Facts with anything in them that their types allow. */
export const anyFacts: fc.Arbitrary<WheelFacts> = fc
  .record({
    kind: fc.constantFrom("wheel" as const, "library" as const),
    fileName: fc.oneof(
      word,
      fc.constantFrom(
        "pkg-1.0-cp312-cp312-manylinux_2_17_x86_64.whl",
        "pkg-1.0-1-cp38-abi3-musllinux_1_1_x86_64.whl",
        "pkg-1.0-py3-none-any-variant.whl",
      ),
    ),
    sizeBytes: number,
    sha256: orNull(fc.constantFrom("ab".repeat(32), "0", "")),
    requiresDist: words,
    noDistInfo: fc.boolean(),
    otherName: fc.boolean(),
    distInfoDirectories: words,
    entryCount: number,
    directories: words,
    libraries: fc.array(libraryFacts, { maxLength: 4 }),
    impostors: words,
    record: fc.record({
      present: fc.boolean(),
      rowCount: number,
      problems: fc.array(recordProblem, { maxLength: 3 }),
      problemCount: number,
    }),
    archive: fc.record({
      problems: fc.array(
        fc.record({
          kind: fc.constantFrom("data-after-end" as const, "zip64-extra-odd" as const),
          path: orNull(word),
          detail: orNull(word),
        }),
        { maxLength: 2 },
      ),
      problemCount: number,
    }),
  })
  .map(({ noDistInfo, otherName, ...shape }) => {
    const facts = wheel({ ...shape, ...(noDistInfo && { distInfo: null }) });
    const claimed = {
      ...(wheel().name ?? { project: "p", version: "1", pythonTags: [], abiTags: [] }),
      platformTags: ["manylinux_2_28_x86_64"],
      build: "1",
      variant: "v",
    };
    return otherName ? { ...facts, name: claimed } : facts;
  });
