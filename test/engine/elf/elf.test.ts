import { createHash } from "node:crypto";
import { constants, deflateRawSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { SymbolQuery } from "../../../src/engine/protocol.ts";
import { content, entry, firstOf, fixtures, inPieces, newReader } from "./elf-fixtures.ts";
import { propertyRuns } from "../../property-runs.ts";

const reader = newReader();
const everything: SymbolQuery = { side: "all", text: "", version: null, cxx: null, offset: 0, limit: 100 };

describe("facts", () => {
  test("an extension module for a new glibc", async () => {
    const library = entry(fixtures.glibcTooNew, content(fixtures.glibcTooNew), "deflate");
    const outcome = await reader.read(library.job, inPieces(library, 1000));
    expect(outcome).toMatchObject({
      ok: true,
      value: {
        facts: {
          class: 64,
          byteOrder: "little",
          architecture: "x86_64",
          libc: "glibc",
          role: "extension-module",
          initSymbols: ["PyInit__pool"],
          sections: { dynamicSymbols: true, versionNeeds: true },
        },
      },
    });
    if (!outcome.ok) return;
    const needs = outcome.value.facts.versionNeeds.map((need) => `${need.library} ${need.version}`);
    expect(needs).toContain("libc.so.6 GLIBC_2.34");
  });

  test("big endian", () => {
    const library = entry(fixtures.onS390x, content(fixtures.onS390x), "stored");
    const outcome = reader.readWhole(library.job, library.compressed);
    expect(outcome).toMatchObject({
      ok: true,
      value: { facts: { byteOrder: "big", architecture: "s390x", role: "extension-module" } },
    });
    if (!outcome.ok) return;
    expect(outcome.value.facts.watchedSymbols).toEqual([
      {
        name: "PyInit__core",
        defined: true,
        binding: "global",
        type: "func",
        version: null,
        provider: null,
      },
    ]);
  });

  test("without section headers the loader's tables still tell", () => {
    const library = entry(fixtures.noSectionHeaders, content(fixtures.noSectionHeaders), "deflate");
    const outcome = reader.readWhole(library.job, library.compressed);
    expect(outcome).toMatchObject({
      ok: true,
      value: {
        facts: {
          role: "extension-module",
          sections: { count: 0, dynamicSymbols: false, versionNeeds: false },
        },
      },
    });
    if (!outcome.ok) return;
    expect(outcome.value.facts.versionNeeds.length).toBeGreaterThan(0);
    expect(outcome.value.facts.symbolCounts.undefined).toBeGreaterThan(0);
  });

  test("the size of the pieces does not matter, nor whether they come at once", async () => {
    const names = fc.constantFrom(...Object.values(fixtures));
    const compressions = fc.constantFrom("stored" as const, "deflate" as const);
    await fc.assert(
      fc.asyncProperty(
        names,
        compressions,
        fc.integer({ min: 1, max: 9000 }),
        async (name, compression, size) => {
          const library = entry(name, content(name), compression);
          const whole = reader.readWhole(library.job, library.compressed);
          expect(whole.ok).toBe(true);
          expect(await reader.read(library.job, inPieces(library, size))).toEqual(whole);
        },
      ),
      { numRuns: propertyRuns(40) },
    );
  });

  test("what lies inside a large library is asked for a second time", async () => {
    const name = fixtures.glibcTooNew;
    const small = entry(name, content(name), "deflate");
    const library = entry(name, withDistantSectionNames(content(name)), "deflate");
    const asked: number[] = [];
    const outcome = await reader.read(library.job, inPieces(library, 1 << 16, asked));
    expect(asked).toHaveLength(2);
    expect(asked[0]).toBe(0);
    expect(asked[1]).toBeGreaterThan(0);
    expect(outcome).toEqual(reader.readWhole(small.job, small.compressed));
    expect(outcome).toEqual(reader.readWhole(library.job, library.compressed));
  });

  test("several libraries at a time", async () => {
    const libraries = Object.values(fixtures).map((name) => entry(name, content(name), "deflate"));
    const apart = libraries.map(({ job, compressed }) => reader.readWhole(job, compressed));
    const together = await Promise.all(libraries.map((one) => reader.read(one.job, inPieces(one, 100))));
    expect(together).toEqual(apart);
  });
});

describe("errors", () => {
  const bytes = content(fixtures.glibcTooNew);
  const whole = entry(fixtures.glibcTooNew, bytes, "deflate");
  const path = whole.job.path;

  test.each([
    ["checksum-mismatch", { ...whole.job, crc32: 1 }, whole.compressed],
    ["size-mismatch", { ...whole.job, sizeBytes: bytes.length - 1 }, whole.compressed],
    ["size-mismatch", { ...whole.job, sizeBytes: bytes.length + 1 }, whole.compressed],
    ["zip-damaged", whole.job, whole.compressed.subarray(0, -5)],
    ["zip-damaged", whole.job, new Uint8Array([7, 7, 7, 7])],
  ])("%s", async (id, job, compressed) => {
    const error: unknown = expect.objectContaining({ id, path });
    expect(reader.readWhole(job, compressed)).toEqual({ ok: false, error });
    expect(await reader.read(job, inPieces({ job, compressed }, 500))).toEqual({ ok: false, error });
  });

  test("a file cut off says where", () => {
    const cut = entry(fixtures.glibcTooNew, bytes.subarray(0, 100), "stored");
    expect(reader.readWhole(cut.job, cut.compressed)).toEqual({
      ok: false,
      error: {
        id: "library-truncated",
        path,
        detail: "the program header table lies beyond the end of the file",
        offset: 64,
      },
    });
  });

  test("a bare library has no checksum to fail", () => {
    expect(reader.readWhole({ ...whole.job, crc32: null }, whole.compressed).ok).toBe(true);
  });

  test("any change of the compressed bytes gives an error or the same facts", () => {
    const expected = reader.readWhole(whole.job, whole.compressed);
    const position = fc.integer({ min: 0, max: whole.compressed.length - 1 });
    fc.assert(
      fc.property(position, fc.integer({ min: 0, max: 255 }), (at, value) => {
        const changed = Uint8Array.from(whole.compressed);
        changed[at] = value;
        const outcome = reader.readWhole(whole.job, changed);
        if (outcome.ok) expect(outcome).toEqual(expected);
        else expect(["zip-damaged", "size-mismatch", "checksum-mismatch"]).toContain(outcome.error.id);
      }),
    );
  });

  test("what pieces throw passes through, and the reader goes on", async () => {
    const failing = () => ({
      [Symbol.asyncIterator]: () => ({ next: () => Promise.reject(new Error("gone")) }),
    });
    await expect(reader.read(whole.job, failing)).rejects.toThrow("gone");
    expect(reader.readWhole(whole.job, whole.compressed).ok).toBe(true);
  });
});

describe("first bytes", () => {
  const elf = content(fixtures.onS390x);
  const deflated = new Uint8Array(deflateRawSync(elf));

  test("decide as soon as they can", () => {
    expect(reader.sniff(elf.subarray(0, 4), "stored")).toBe("elf");
    expect(reader.sniff(elf.subarray(0, 3), "stored")).toBe("more");
    expect(reader.sniff(new Uint8Array(), "stored")).toBe("more");
    expect(reader.sniff(new Uint8Array([0x7f, 0x45, 0x47]), "stored")).toBe("other");
    expect(reader.sniff(deflated.subarray(0, 1024), "deflate")).toBe("elf");
    expect(reader.sniff(deflated.subarray(0, 10), "deflate")).toBe("more");
    expect(reader.sniff(new Uint8Array(deflateRawSync(Buffer.from("import os\n"))), "deflate")).toBe("other");
    expect(reader.sniff(new Uint8Array(deflateRawSync(Buffer.from([0x7f, 0x45]))), "deflate")).toBe("other");
    expect(reader.sniff(new Uint8Array([7, 7, 7]), "deflate")).toBe("other");
  });

  test("stored and fixed blocks of deflate too", () => {
    for (const options of [{ level: 0 }, { strategy: constants.Z_FIXED }]) {
      expect(reader.sniff(new Uint8Array(deflateRawSync(elf, options)).subarray(0, 64), "deflate")).toBe(
        "elf",
      );
    }
  });
});

describe("symbols", () => {
  const library = entry(fixtures.glibcTooNew, content(fixtures.glibcTooNew), "deflate");

  test("come in pages, and one reading serves them all", async () => {
    const asked: number[] = [];
    const pieces = inPieces(library, 5000, asked);
    const all = await reader.symbols(library.job, pieces, everything);
    if (!all.ok) throw new Error(all.error.id);
    expect(all.value.rows).toHaveLength(all.value.total);
    const imported = await reader.symbols(library.job, pieces, { ...everything, side: "imported" });
    expect(imported.ok && imported.value.rows).toEqual(all.value.rows.filter((row) => !row.defined));
    const second = await reader.symbols(library.job, pieces, { ...everything, offset: 1, limit: 1 });
    expect(second).toEqual({ ok: true, value: { total: all.value.total, rows: [all.value.rows[1]] } });
    expect(asked).toEqual([0]);
  });

  test("by version and text", async () => {
    const query = { ...everything, version: "GLIBC_2.34" };
    const page = await reader.symbols(library.job, inPieces(library, 5000), query);
    if (!page.ok) throw new Error(page.error.id);
    expect(page.value.rows.length).toBeGreaterThan(0);
    expect(new Set(page.value.rows.map((row) => row.provider))).toEqual(new Set(["libc.so.6"]));
    const text = { ...everything, text: "PYINIT_" };
    const found = await reader.symbols(library.job, inPieces(library, 5000), text);
    expect(found).toMatchObject({ ok: true, value: { total: 1, rows: [{ name: "PyInit__pool" }] } });
  });

  test("by class of C++ name, which every row says", async () => {
    const cxx = firstOf("cxx_strings-1.0-cp312-cp312-manylinux_2_17_x86_64.whl");
    const pieces = inPieces(cxx, 5000);
    const all = await reader.symbols(cxx.job, pieces, everything);
    if (!all.ok) throw new Error(all.error.id);
    const classes = new Set(all.value.rows.map((row) => row.cxx));
    expect(classes).toContain("new");
    expect(classes).toContain(null);
    for (const one of ["new", "old", "both", "libc++", "neutral"] as const) {
      const page = await reader.symbols(cxx.job, pieces, { ...everything, cxx: one });
      expect(page.ok && page.value.rows).toEqual(all.value.rows.filter((row) => row.cxx === one));
    }
  });

  test("errors are those of reading", async () => {
    const job = { ...library.job, crc32: 1 };
    expect(await reader.symbols(job, inPieces(library, 5000), everything)).toMatchObject({
      ok: false,
      error: { id: "checksum-mismatch" },
    });
  });
});

describe("names in pieces", () => {
  test("are taken apart, in their order", () => {
    const [first, second, third] = reader.pieces(["_Z1fSs", "main", ""]);
    expect(first).toEqual([
      { text: "_Z", kind: "mangled", depth: 0, abi: null, parameter: null, repeats: null },
      { text: "1f", kind: "identifier", depth: 0, abi: null, parameter: null, repeats: null },
      { text: "Ss", kind: "abbreviation", depth: 0, abi: "old", parameter: 1, repeats: null },
    ]);
    expect(second).toMatchObject([{ text: "main", kind: "plain" }]);
    expect(third).toEqual([]);
    expect(reader.pieces([])).toEqual([]);
  });

  test("of what is no symbol's name, or too much, there are none", () => {
    const names = ["_Z1f\0", "\ud800", "_Z".padEnd(20_000, "P"), ...Array.from({ length: 30 }, () => "_Z1f")];
    const counts = reader.pieces(names).map((pieces) => pieces.length);
    expect(counts.slice(0, 3)).toEqual([0, 0, 0]);
    // The one of half a pair has been asked about.
    expect(counts.filter((count) => count === 2)).toHaveLength(19);
  });

  test("lose no letter of any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const name = `_Z${text.replaceAll("\0", "")}`;
        expect(
          reader
            .pieces([name])[0]
            ?.map((piece) => piece.text)
            .join(""),
        ).toBe(name);
      }),
    );
  });
});

describe("names alone", () => {
  test("are demangled and classed, in their order", () => {
    const names = ["_ZNSsC1Ev", "PyInit_x", "_ZN3api4nameB5cxx11Ev", "", "_ZN3foo3barEv", "_RNvC1a1b"];
    expect(reader.names(names)).toEqual([
      { name: names[0], demangled: "std::string::string()", cxx: "old" },
      { name: "PyInit_x", demangled: null, cxx: null },
      { name: names[2], demangled: "api::name[abi:cxx11]()", cxx: "new" },
      { name: "", demangled: null, cxx: null },
      { name: "_ZN3foo3barEv", demangled: "foo::bar()", cxx: "neutral" },
      { name: "_RNvC1a1b", demangled: "a::b", cxx: null },
    ]);
    expect(reader.names([])).toEqual([]);
  });

  test("what is no symbol's name, or too much, comes back unread", () => {
    const long = `_Z${"P".repeat(20_000)}`;
    const names = ["_Z1fv\0_Z1gv", long, ...Array.from({ length: 1200 }, () => "_Z1fv")];
    const readings = reader.names(names);
    expect(readings.map(({ name }) => name)).toEqual(names);
    expect(readings.findIndex(({ demangled }) => demangled === "f()")).toBe(2);
    expect(readings.filter(({ cxx }) => cxx === "neutral")).toHaveLength(1000);
  });

  test("any text is answered", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "binary" }), { maxLength: 20 }), (names) => {
        expect(reader.names(names).map(({ name }) => name)).toEqual(names);
      }),
    );
  });
});

test("SHA-256, whatever the pieces", () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 300 }), { maxLength: 20 }), (pieces) => {
      const expected = createHash("sha256");
      const ours = reader.sha256();
      for (const piece of pieces) {
        expected.update(piece);
        ours.update(piece);
      }
      expect(ours.hex()).toBe(expected.digest("hex"));
    }),
  );
  const large = new Uint8Array(3_000_000).fill(65);
  const hash = reader.sha256();
  hash.update(large);
  expect(hash.hex()).toBe(createHash("sha256").update(large).digest("hex"));
});

/** The same library in 40 MiB: its section names lie where a reader keeps nothing the first time. */
function withDistantSectionNames(original: Uint8Array): Uint8Array {
  const distance = 25 << 20;
  const file = new Uint8Array(40 << 20);
  file.set(original);
  const view = new DataView(file.buffer);
  const sectionHeaders = Number(view.getBigUint64(40, true));
  const names = sectionHeaders + view.getUint16(62, true) * view.getUint16(58, true);
  const offset = Number(view.getBigUint64(names + 24, true));
  file.copyWithin(distance, offset, offset + Number(view.getBigUint64(names + 32, true)));
  view.setBigUint64(names + 24, BigInt(distance), true);
  return file;
}
