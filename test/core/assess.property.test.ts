/** What holds for any facts, however odd: an answer, the same answer, and no pass for what was not read. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { assess } from "../../src/core/assess.ts";
import { findingIds } from "../../src/core/findings/index.ts";
import type { ArchiveProblemKind, ElfFacts, LibraryFacts, WheelFacts } from "../../src/facts/model.ts";
import { reportJson } from "../../src/document/json/report-json.ts";
import { plainText } from "../../src/core/sentence.ts";
import { knowledge } from "../../src/data/index.ts";
import { elf, unreadable, wheel } from "./builders.ts";
import { strictValidator } from "../document/schema.ts";
import { propertyRuns } from "../property-runs.ts";
import { cpuNow } from "../cpu-time.ts";

/** Names as a hostile wheel might choose them, beside those that matter. */
const hostile = fc.constantFrom(
  "__proto__",
  "constructor",
  "",
  "/",
  "../x",
  "a/../b",
  "\0",
  "💥",
  "%s",
  "$ORIGIN",
);
const word = fc.oneof(hostile, fc.string({ maxLength: 12 }));
const soname = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom("libc.so.6", "libm.so.6", "liba.so", "libb.so.1", "libz.so.1") },
  {
    weight: 2,
    arbitrary: fc.constantFrom("libcuda.so.1", "libcublas.so.12", "libpython3.12.so.1.0", "ld-linux.so.2"),
  },
  { weight: 1, arbitrary: word },
);
const version = fc.oneof(
  fc.constantFrom(
    "GLIBC_2.17",
    "GLIBC_2.34",
    "GLIBC_PRIVATE",
    "GLIBC_ABI_DT_RELR",
    "GLIBCXX_3.4.30",
    "CXXABI_TM_1",
  ),
  fc.stringMatching(/^GLIBC_2\.\d{1,3}$/),
  word,
);
const path = fc
  .tuple(
    fc.constantFrom("pkg/", "pkg/libs/", "pkg.libs/", "", "pkg-1.0.data/purelib/"),
    fc.oneof(soname, word),
  )
  .map(([directory, name]) => directory + name);
const searchPath = fc.option(
  fc
    .array(
      fc.constantFrom(
        "$ORIGIN",
        "$ORIGIN/libs",
        "${ORIGIN}/../pkg.libs",
        "$ORIGIN/../../x",
        "/opt/lib",
        "",
        "lib",
      ),
      { maxLength: 3 },
    )
    .map((parts) => parts.join(":")),
  { nil: null },
);
const needRow = fc.record({
  library: soname,
  version,
  weak: fc.boolean(),
  symbolCount: fc.nat(100),
  symbols: fc.array(fc.oneof(fc.constantFrom("memcpy", "pthread_create", "_ZdlPvm"), word), { maxLength: 3 }),
});
const watchedSymbol = fc.record({
  name: fc.constantFrom("PyFPE_jbuf", "PyUnicodeUCS2_x", "inflate_fast", "__issignaling"),
  defined: fc.boolean(),
  binding: fc.constantFrom("global" as const, "weak" as const),
  type: fc.constantFrom("func" as const, "notype" as const),
  version: fc.constant(null),
  provider: fc.constant(null),
});
/** The header that goes with an architecture. */
const HEADERS = {
  x86_64: { machine: 62 },
  aarch64: { machine: 183 },
  armv6l: { machine: 40, class: 32, flags: 0x05000400 },
  "machine-190": { machine: 190 },
} as const;
const elfFacts: fc.Arbitrary<ElfFacts> = fc
  .record({
    architecture: fc.constantFrom(
      "x86_64" as const,
      "x86_64" as const,
      "aarch64" as const,
      "armv6l" as const,
      "machine-190" as const,
    ),
    libc: fc.constantFrom("glibc" as const, "musl" as const, "bionic" as const, "none" as const),
    role: fc.constantFrom(
      "extension-module" as const,
      "shared-library" as const,
      "executable" as const,
      "relocatable-object" as const,
    ),
    needed: fc.array(soname, { maxLength: 6 }),
    rpath: searchPath,
    runpath: searchPath,
    versionNeeds: fc.array(needRow, { maxLength: 5 }),
    watchedSymbols: fc.array(watchedSymbol, { maxLength: 2 }),
    isaNeeded: fc.option(fc.nat(31), { nil: null }),
    executableStack: fc.constantFrom(true, false, null),
    textRelocations: fc.boolean(),
    sections: fc.record({ count: fc.nat(30), dynamicSymbols: fc.boolean(), versionNeeds: fc.boolean() }),
    interpreter: fc.option(fc.constantFrom("/lib64/ld-linux-x86-64.so.2", "/lib/ld-musl-x86_64.so.1", ""), {
      nil: null,
    }),
  })
  .map((shape) => elf({ ...shape, ...HEADERS[shape.architecture] }));
const libraries: fc.Arbitrary<LibraryFacts[]> = fc
  .uniqueArray(fc.tuple(path, fc.boolean(), fc.option(elfFacts, { nil: null, freq: 15 })), {
    selector: ([name]) => name,
    maxLength: 6,
  })
  .map((rows) =>
    rows.map(([name, inRecord, facts]) =>
      facts === null ? unreadable(name) : { ...unreadable(name), inRecord, elf: facts, error: null },
    ),
  );
const problemKinds: readonly ArchiveProblemKind[] = [
  "data-after-end",
  "duplicate-name",
  "archive-comment",
  "overlapping-entries",
];
const tags = fc.oneof(
  fc
    .array(
      fc.constantFrom(
        "manylinux_2_17_x86_64",
        "manylinux2014_x86_64",
        "manylinux_2_18_x86_64",
        "musllinux_1_1_x86_64",
        "linux_x86_64",
        "any",
        "win_amd64",
        "android_24_arm64_v8a",
        "manylinux_2_17_aarch64",
        "manylinux_99_99_x86_64",
        "linux_armv6l",
      ),
      { minLength: 1, maxLength: 3 },
    )
    .map((parts) => parts.join(".")),
  word,
);
const anyWheel: fc.Arbitrary<WheelFacts> = fc
  .record({
    tags,
    libraries,
    kind: fc.constantFrom("wheel" as const, "wheel" as const, "wheel" as const, "library" as const),
    requiresDist: fc.array(fc.oneof(fc.constantFrom("torch", "nvidia-cublas-cu12==1"), word), {
      maxLength: 2,
    }),
    impostors: fc.array(path, { maxLength: 1 }),
    distInfoDirectories: fc.array(fc.constantFrom("pkg-1.0.dist-info", "x.dist-info"), { maxLength: 2 }),
    archive: fc
      .array(
        fc.record({
          kind: fc.constantFrom(...problemKinds),
          path: fc.option(word, { nil: null }),
          detail: fc.option(word, { nil: null }),
        }),
        { maxLength: 3 },
      )
      .map((problems) => ({ problems, problemCount: problems.length })),
    wheelTags: fc.array(word, { maxLength: 2 }),
  })
  .map(({ wheelTags, ...shape }) => wheel({ ...shape, distInfo: { tags: wheelTags } }));

/** Wheels that often comply: glibc, one architecture, everything readable. */
const decentWheel: fc.Arbitrary<WheelFacts> = fc
  .record({
    tags: fc.constantFrom(
      "manylinux_2_17_x86_64",
      "manylinux_2_34_x86_64",
      "manylinux_2_40_x86_64",
      "manylinux_2_99_x86_64",
    ),
    rows: fc.uniqueArray(fc.tuple(path, fc.boolean(), elfFacts), {
      selector: ([name]) => name,
      minLength: 1,
      maxLength: 3,
    }),
    requiresDist: fc.array(fc.constantFrom("torch", "nvidia-cublas-cu12==1"), { maxLength: 1 }),
  })
  .map(({ tags: platform, rows, requiresDist }) =>
    wheel({
      tags: platform,
      requiresDist,
      libraries: rows.map(([name, inRecord, facts]) => ({
        ...unreadable(name.replace("purelib", "platlib")),
        inRecord,
        error: null,
        elf: {
          ...facts,
          architecture: "x86_64",
          ...HEADERS.x86_64,
          class: 64,
          libc: "glibc",
          isaNeeded: null,
          watchedSymbols: [],
          interpreter: null,
        },
      })),
    }),
  );

/** Findings that say by themselves that the claim is not met. */
const BLOCKING = [
  "claimed-tag-not-met",
  "symbol-version-too-new",
  "library-missing",
  "library-not-allowed",
  "private-glibc-symbol",
  "wrong-architecture",
  "pure-tag-with-native-code",
] as const;

describe("any facts", () => {
  test("get a report that follows the schema", () => {
    const validate = strictValidator();
    fc.assert(
      fc.property(anyWheel, (facts) => {
        const report = assess(facts, knowledge);
        validate(JSON.parse(JSON.stringify(reportJson(report, { name: "wheelscope", version: "0" }))));
        expect(validate.errors ?? []).toEqual([]);
        expect(plainText(report.verdict.headline)).toMatch(/^\S.*\.$/s);
      }),
      { numRuns: propertyRuns(400) },
    );
  });

  test("get the same report again", () => {
    fc.assert(
      fc.property(anyWheel, (facts) => {
        const once = assess(facts, knowledge);
        expect(assess(facts, knowledge)).toEqual(once);
        expect(assess(JSON.parse(JSON.stringify(facts)) as WheelFacts, knowledge)).toEqual(once);
      }),
      { numRuns: propertyRuns(100) },
    );
  });

  test("never pass with something unread, and comply only with a claim", () => {
    let complied = 0;
    // Of fewer none may comply by chance.
    const runs = Math.max(200, propertyRuns(600));
    fc.assert(
      fc.property(fc.oneof(anyWheel, decentWheel, decentWheel), (facts) => {
        const { verdict, auditwheel, findings } = assess(facts, knowledge);
        if (facts.libraries.some((library) => library.elf === null)) expect(verdict.outcome).toBe("unknown");
        if (verdict.outcome !== "complies") return;
        complied += 1;
        expect(auditwheel.kind).toBe("platform");
        expect(facts.libraries.length).toBeGreaterThan(0);
        expect(findings.map(({ id }) => id)).toContain("tag-complies");
        for (const id of BLOCKING) expect(findings.map((finding) => finding.id)).not.toContain(id);
      }),
      { numRuns: runs },
    );
    // The property says something only if it is tried. About one run in 18 complies.
    expect(complied).toBeGreaterThan(runs < 600 ? 0 : runs / 100);
  });

  test("findings come worst first, each once, with no more evidence than asked for", () => {
    const rank = { error: 0, warning: 1, info: 2, good: 3 };
    fc.assert(
      fc.property(anyWheel, fc.integer({ min: 0, max: 3 }), (facts, limit) => {
        const { findings } = assess(facts, knowledge, limit);
        const ranks = findings.map(({ severity }) => rank[severity]);
        expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
        const ids = findings.map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
        for (const { id, evidence, evidenceTotal } of findings) {
          expect(findingIds).toContain(id);
          expect(evidence.length).toBeLessThanOrEqual(limit);
          expect(evidenceTotal).toBeGreaterThanOrEqual(evidence.length);
        }
      }),
      { numRuns: propertyRuns(100) },
    );
  });
});

/** Wheels whose tags name architecture and C library, so that the order in RECORD decides nothing. */
const claimed = fc
  .record({
    libraries,
    tags: fc.constantFrom("manylinux_2_17_x86_64", "manylinux_2_18_x86_64", "manylinux_2_34_x86_64"),
  })
  .map((shape) => wheel(shape));

test("the order of libraries does not change what is found", () => {
  fc.assert(
    fc.property(claimed, fc.infiniteStream(fc.nat()), (facts, numbers) => {
      const order = new Map(facts.libraries.map((library) => [library, numbers.next().value ?? 0]));
      const shuffled = [...facts.libraries].sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
      const ids = (wheelFacts: WheelFacts) => {
        const report = assess(wheelFacts, knowledge);
        // auditwheel stops at the first file it stumbles over, so there may be no ladder in one order and one in the other.
        return report.auditwheel.kind === "refused" ? null : report.findings.map(({ id }) => id);
      };
      const [before, after] = [ids(facts), ids({ ...facts, libraries: shuffled })];
      if (before !== null && after !== null) expect(after).toEqual(before);
    }),
    { numRuns: propertyRuns(300) },
  );
});

test("libraries in the hundreds that all need each other come to an end", () => {
  const names = Array.from({ length: 400 }, (_, index) => `lib${String(index)}.so`);
  const facts = wheel({
    libraries: names.map((name, index) => ({
      ...unreadable(`pkg/${name}`),
      error: null,
      elf: elf({ needed: names, rpath: index === 0 ? "$ORIGIN" : null }),
    })),
  });
  const start = cpuNow();
  assess(facts, knowledge);
  expect(cpuNow() - start).toBeLessThan(5000);
});
