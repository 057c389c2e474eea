/** Whole files through the engine: facts of a wheel, of a bare library, and the error for everything else. */
import fc from "fast-check";
import { gzipSync, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import type { WheelFacts } from "../../src/core/model.ts";
import { limits } from "../../src/engine/limits.ts";
import type { Progress } from "../../src/engine/protocol.ts";
import { fakeElf, fakeEngine, inspectBytes, noise, wheelEntries } from "./fake-engine.ts";
import { bytesOf, makeZip, zip64Extra, type ArchiveSpec, type EntrySpec } from "./zip-writer.ts";

const wheelName = "demo-1.0-py3-none-any.whl";

async function factsOf(entries: EntrySpec[], archive?: ArchiveSpec, name = wheelName): Promise<WheelFacts> {
  const outcome = await inspectBytes(makeZip(entries, archive), name);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.error));
  return outcome.value.facts;
}

async function errorOf(bytes: Uint8Array, name = wheelName): Promise<string> {
  const outcome = await inspectBytes(bytes, name);
  if (outcome.ok) return "no error";
  return [outcome.error.id, outcome.error.path, outcome.error.detail].filter(Boolean).join(" | ");
}

async function archiveProblems(entries: EntrySpec[], archive?: ArchiveSpec): Promise<string[]> {
  const facts = await factsOf(entries, archive);
  expect(facts.archive.problemCount).toBe(facts.archive.problems.length);
  return facts.archive.problems.map(({ kind, path, detail }) =>
    [kind, path, detail].filter(Boolean).join(" | "),
  );
}

describe("a wheel", () => {
  it("is read into facts", async () => {
    const entries = wheelEntries({
      "demo/__init__.py": "import demo.native\n",
      "demo/native.so": fakeElf({ needed: ["libz.so.1", "libtext.so"] }),
      "demo/tools/run": fakeElf(),
      "demo.libs/libtext.so": "INPUT(-lz)\n",
      "demo/empty": "",
    });
    expect(await factsOf(entries)).toMatchObject({
      kind: "wheel",
      fileName: wheelName,
      sha256: null,
      name: { project: "demo", platformTags: ["any"] },
      distInfo: {
        directory: "demo-1.0.dist-info",
        name: "demo",
        version: "1.0",
        tags: ["py3-none-any"],
        rootIsPurelib: false,
        generator: "test",
      },
      distInfoDirectories: ["demo-1.0.dist-info"],
      entryCount: 8,
      directories: ["demo", "demo-1.0.dist-info", "demo.libs", "demo/tools"],
      libraries: [
        { path: "demo/native.so", inRecord: true, elf: { needed: ["libz.so.1", "libtext.so"] }, error: null },
        { path: "demo/tools/run", inRecord: true },
      ],
      impostors: ["demo.libs/libtext.so"],
      record: { present: true, rowCount: 8, problems: [], problemCount: 0 },
      archive: { problems: [], problemCount: 0 },
    });
  });

  it("lists its libraries in RECORD's order, then what RECORD leaves out", async () => {
    const entries = wheelEntries({ "b.so": fakeElf(), "a.so": fakeElf() });
    const facts = await factsOf([{ name: "z.so", data: fakeElf() }, ...entries.toReversed()]);
    expect(facts.libraries.map(({ path, inRecord }) => [path, inRecord])).toEqual([
      ["b.so", true],
      ["a.so", true],
      ["z.so", false],
    ]);
    expect(facts.record.problems).toEqual([{ kind: "unlisted-file", path: "z.so" }]);
  });

  it("reads large libraries piece by piece, stored or deflated", async () => {
    const padding = Buffer.from(noise(9 << 20)).toString("base64");
    const entries: EntrySpec[] = [
      { name: "large.so", data: fakeElf({ needed: ["large"], padding }) },
      { name: "stored.so", data: fakeElf({ needed: ["stored"], padding }), method: 0 },
      { name: "data.bin", data: noise(3 << 20) },
      { name: "small.so", data: fakeElf({ needed: ["small"] }), method: 0 },
    ];
    const facts = await factsOf(entries);
    expect(facts.libraries.map(({ path, elf }) => [path, elf?.needed])).toEqual([
      ["large.so", ["large"]],
      ["stored.so", ["stored"]],
      ["small.so", ["small"]],
    ]);
    expect(facts.archive.problems).toEqual([]);
  });

  it("takes the last of several files with one name, as unpacking does", async () => {
    const facts = await factsOf([
      { name: "x.so", data: fakeElf({ needed: ["first"] }) },
      { name: "x.so", data: fakeElf({ needed: ["last"] }) },
    ]);
    expect(facts.libraries.map(({ elf }) => elf?.needed)).toEqual([["last"]]);
    expect(facts.entryCount).toBe(1);
  });

  it("may lack dist-info, and may have two", async () => {
    expect(await factsOf([{ name: "a.py", data: "" }])).toMatchObject({
      distInfo: null,
      distInfoDirectories: [],
    });
    const other = { name: "abc-2.dist-info/METADATA", data: "Name: abc\n" };
    expect(await factsOf([other, ...wheelEntries()])).toMatchObject({
      distInfo: { name: "demo" },
      distInfoDirectories: ["abc-2.dist-info", "demo-1.0.dist-info"],
    });
  });

  it("may have another name", async () => {
    expect(await factsOf(wheelEntries(), {}, "download.zip")).toMatchObject({
      name: null,
      distInfo: { name: "demo" },
    });
  });

  it("says where METADATA is not what RECORD recorded", async () => {
    const entries = wheelEntries().map(({ name, data }) =>
      name.endsWith("RECORD")
        ? { name, data: bytesOf(Buffer.from(data).toString().replace("METADATA,,", "METADATA,sha256=AAAA,")) }
        : { name, data },
    );
    const facts = await factsOf(entries);
    expect(facts.record.problems).toEqual([{ kind: "hash-differs", path: "demo-1.0.dist-info/METADATA" }]);
  });
});

describe("what is odd about an archive's bytes", () => {
  const a: EntrySpec = { name: "a.txt", data: "first" };
  const b: EntrySpec = { name: "b.so", data: fakeElf() };
  it.each<[string, EntrySpec[], ArchiveSpec, string[]]>([
    ["nothing", [a, b], {}, []],
    [
      "bytes between entries",
      [a, { ...b, gap: bytesOf("hidden") }],
      {},
      ["data-between-entries | b.so | 6 bytes"],
    ],
    ["bytes before the first", [{ ...a, gap: bytesOf("hidden") }, b], {}, ["data-before-start | 6 bytes"]],
    [
      "bytes before the directory",
      [a, b],
      { beforeDirectory: bytesOf("x") },
      ["data-between-entries | 1 byte"],
    ],
    ["a prefix", [a, b], { prefix: bytesOf("#!") }, ["data-before-start | 2 bytes"]],
    ["a data descriptor", [{ ...a, descriptor: true }, b], {}, ["data-descriptor | a.txt"]],
    [
      "shared data",
      [b, { name: "c.so", sharesDataOf: 0 }],
      {},
      ["local-header-differs | c.so | name", "overlapping-entries | c.so"],
    ],
    ["another name", [{ ...a, local: { name: "A.txt" } }], {}, ["local-header-differs | a.txt | name"]],
    [
      "another method",
      [{ ...a, local: { method: 0 } }],
      {},
      ["local-header-differs | a.txt | compression method"],
    ],
    ["other flags", [{ ...a, local: { flags: 1 } }], {}, ["local-header-differs | a.txt | flags"]],
    ["another size", [{ ...a, local: { sizeBytes: 9 } }], {}, ["local-header-differs | a.txt | size"]],
    [
      "another packed size",
      [{ ...a, local: { compressedBytes: 1 } }],
      {},
      ["local-header-differs | a.txt | compressed size"],
    ],
    ["another checksum", [{ ...a, local: { crc32: 1 } }], {}, ["local-header-differs | a.txt | checksum"]],
    [
      "Zip64 sizes in the local header",
      [
        {
          ...a,
          method: 0,
          local: { sizeBytes: 0xffffffff, compressedBytes: 0xffffffff, extra: zip64Extra(5, 5) },
        },
      ],
      {},
      [],
    ],
    [
      "an odd field in the local header",
      [{ ...a, local: { extra: bytesOf(zip64Extra(), zip64Extra()) } }],
      {},
      ["zip64-extra-odd | a.txt | extra field 0x0001 twice"],
    ],
    ["an encrypted neighbour", [{ ...a, flags: 1 }, b], {}, ["encrypted-entry | a.txt"]],
  ])("%s", async (_, entries, archive, expected) => {
    expect(await archiveProblems(entries, archive)).toEqual(expected);
  });

  it("a header that reaches into the next entry's place", async () => {
    const long = { ...b, name: "long.so", local: { extra: new Uint8Array(500) } };
    const within = { ...a, offset: 300 };
    // Offset 300 lies inside the extra field, where there is no header.
    expect(await errorOf(makeZip([long, within, b]))).toBe(
      "zip-damaged | a.txt | no local header where the directory says",
    );
  });
});

describe("a library that cannot be read", () => {
  const fine = { name: "fine.so", data: fakeElf({ needed: ["libc.so.6"] }) };
  it.each<[string, EntrySpec, string]>([
    [
      "answers with an error",
      { name: "bad.so", data: fakeElf({ error: "library-truncated" }) },
      "library-truncated",
    ],
    ["traps", { name: "bad.so", data: fakeElf({ throws: "unreachable" }) }, "engine-crashed"],
    [
      "needs too much memory",
      { name: "bad.so", data: fakeElf({ throws: "Array buffer allocation failed" }) },
      "out-of-memory",
    ],
    [
      "is too large",
      { name: "bad.so", data: fakeElf(), directory: { sizeBytes: limits.libraryBytes + 1 } },
      "entry-too-large",
    ],
  ])("%s, and the rest stands", async (_, bad, id) => {
    // Ballast keeps the ratio of the too large one within bounds.
    const ballast = { name: "ballast", data: noise(12 << 20), method: 0 };
    const facts = await factsOf([bad, fine, ballast]);
    expect(facts.libraries).toMatchObject([
      { path: "bad.so", elf: null, error: { id, path: "bad.so" } },
      { path: "fine.so", elf: { needed: ["libc.so.6"] }, error: null },
    ]);
  });
});

describe("what is not a wheel", () => {
  const sdist = makeZip([{ name: "demo-1.0/PKG-INFO", data: "Name: demo\n" }]);
  it.each<[string, string, Uint8Array, string]>([
    ["nothing", "x.whl", bytesOf(), "not-a-zip | the file is empty"],
    ["a web page", wheelName, bytesOf("<!doctype html>"), "not-a-zip"],
    ["a text", "notes.txt", bytesOf("hello"), "not-a-zip"],
    [
      "a cut wheel",
      wheelName,
      makeZip(wheelEntries()).subarray(0, 300),
      "zip-damaged | its directory is missing; the file is cut short",
    ],
    [
      "a zip archive",
      "photos.zip",
      makeZip([{ name: "a.jpg", data: "x" }]),
      "not-a-wheel | no .dist-info directory",
    ],
    [
      "a source release",
      "demo-1.0.tar.gz",
      gzipSync(bytesOf("x")),
      "source-release | a compressed tar archive",
    ],
    ["a zipped source release", "demo-1.0.zip", sdist, "source-release | a zip archive with PKG-INFO"],
    ["a conda package", "demo-1.0-0.conda", makeZip([]), "conda-package"],
    ["an old conda package", "demo-1.0-0.tar.bz2", bytesOf("BZh9"), "conda-package"],
    ["a Windows library", "demo.pyd", bytesOf("MZ", [0x90, 0]), "foreign-library | a Windows PE file"],
    [
      "a macOS library",
      "demo.so",
      bytesOf([0xcf, 0xfa, 0xed, 0xfe]),
      "foreign-library | a macOS Mach-O file",
    ],
    ["an encrypted archive", wheelName, makeZip([{ name: "a", data: "x", flags: 1 }]), "zip-encrypted | a"],
    [
      "an archive of unknown methods",
      wheelName,
      makeZip([{ name: "a", data: "x", method: 14 }]),
      "unsupported-compression | a",
    ],
  ])("%s", async (_, name, bytes, expected) => {
    expect(await errorOf(bytes, name)).toBe(expected);
  });

  it("a dist-info file that does not keep what the directory promises", async () => {
    const metadata = (spec: Partial<EntrySpec>): Uint8Array =>
      makeZip([{ name: "demo-1.0.dist-info/METADATA", data: "Name: demo\n", ...spec }]);
    expect(await errorOf(metadata({ directory: { crc32: 1 } }))).toMatch(
      /^checksum-mismatch \| demo-1.0.dist-info/,
    );
    expect(await errorOf(metadata({ directory: { sizeBytes: 3 } }))).toMatch(
      /^size-mismatch .* more than 3 bytes$/,
    );
    expect(await errorOf(metadata({ directory: { sizeBytes: 300 } }))).toMatch(
      /^size-mismatch .* 11 instead of 300/,
    );
    expect(await errorOf(metadata({ directory: { sizeBytes: 17 << 20 } }))).toMatch(/^entry-too-large /);
    expect(await errorOf(metadata({ flags: 1 }))).toMatch(/^zip-encrypted /);
  });

  it("a file that is larger than anything we read", async () => {
    const source = { size: limits.fileBytes + 1, read: () => Promise.reject(new Error("not asked")) };
    const outcome = await inspectBytes(bytesOf(), wheelName, {}, { open: () => Promise.resolve(source) });
    expect(outcome).toMatchObject({ ok: false, error: { id: "too-large" } });
  });

  it("a file that cannot be opened, or shrinks while it is read", async () => {
    const gone = await inspectBytes(
      bytesOf(),
      wheelName,
      {},
      { open: () => Promise.reject(new Error("ENOENT")) },
    );
    expect(gone).toMatchObject({ ok: false, error: { id: "read-failed", detail: "ENOENT" } });
    const shrunk = { size: 5000, read: () => Promise.resolve(new Uint8Array(10)) };
    const outcome = await inspectBytes(bytesOf(), wheelName, {}, { open: () => Promise.resolve(shrunk) });
    expect(outcome).toMatchObject({ ok: false, error: { id: "read-failed" } });
  });
});

describe("a bare library", () => {
  it("is read without an archive", async () => {
    const outcome = await inspectBytes(fakeElf({ needed: ["libm.so.6"] }), "libdemo.so.1");
    expect(outcome).toMatchObject({
      ok: true,
      value: {
        facts: {
          kind: "library",
          name: null,
          distInfo: null,
          libraries: [{ path: "libdemo.so.1", elf: { needed: ["libm.so.6"] }, error: null }],
        },
      },
    });
  });

  it("gives its own error when it is broken", async () => {
    expect(await errorOf(fakeElf({ error: "library-truncated" }), "libdemo.so")).toBe(
      "library-truncated | libdemo.so",
    );
  });
});

describe("an open inspection", () => {
  it("answers for symbols and the hash until it is closed", async () => {
    const { engine } = fakeEngine(makeZip(wheelEntries({ "x.so": fakeElf({ needed: ["a", "b"] }) })));
    const options = { fileName: wheelName, watch: { names: [], contains: [] } };
    const outcome = await engine.inspect({ kind: "path", path: "x" }, options);
    if (!outcome.ok) throw new Error(outcome.error.id);
    const inspection = outcome.value;
    const query = { side: "all", text: "", version: null, offset: 0, limit: 10 } as const;
    expect(await inspection.symbols("x.so", query)).toEqual({ ok: true, value: { total: 2, rows: [] } });
    expect(await inspection.symbols("y.so", query)).toMatchObject({ ok: false });
    const seen: Progress[] = [];
    expect(await inspection.sha256((progress) => seen.push(progress))).toMatchObject({ ok: true });
    expect(seen.at(-1)).toMatchObject({ phase: "hashing", bytesDone: inspection.facts.sizeBytes });
    inspection.close();
    expect(await inspection.symbols("x.so", query)).toMatchObject({ ok: false, error: { id: "cancelled" } });
    engine.dispose();
  });
});

describe("any archive", () => {
  it("comes back with the files that were put in", async () => {
    const path = fc.stringMatching(/^[a-z]{1,6}(\/[a-z]{1,6}){0,2}\.(so|py)$/);
    const content = fc.oneof(fc.uint8Array({ maxLength: 200 }), fc.constant(fakeElf()));
    await fc.assert(
      fc.asyncProperty(fc.dictionary(path, content, { maxKeys: 10 }), async (made) => {
        const outcome = await inspectBytes(zipSync(made));
        if (!outcome.ok) throw new Error(JSON.stringify(outcome.error));
        const { facts } = outcome.value;
        const native = Object.keys(made).filter((name) => made[name]?.[0] === 0x7f);
        expect(facts.entryCount).toBe(Object.keys(made).length);
        expect(facts.libraries.map((library) => library.path)).toEqual(native);
        expect(facts.archive.problems).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it("gives an outcome however it is damaged", async () => {
    const whole = makeZip(wheelEntries({ "a.so": fakeElf({ needed: ["x"] }), "b.py": "pass" }), {
      zip64: true,
    });
    const damage = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.integer({ min: 0, max: 255 })), {
      minLength: 1,
      maxLength: 6,
    });
    await fc.assert(
      fc.asyncProperty(damage, fc.nat(whole.length), fc.boolean(), async (edits, length, cut) => {
        const bytes = whole.slice(0, cut ? length : whole.length);
        for (const [at, value] of edits) if (at < bytes.length) bytes[at] = value;
        const outcome = await inspectBytes(bytes);
        // What is thrown by accident would come back as a crash.
        if (!outcome.ok) expect(outcome.error).not.toMatchObject({ id: "engine-crashed" });
      }),
      { numRuns: 300 },
    );
  });
});
