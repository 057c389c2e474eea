/** Whole files through the engine: the facts of a wheel and of a bare library, and what stays open afterwards. */
import { describe, expect, it } from "vitest";
import type { WheelFacts } from "../../src/facts/model.ts";
import { limits } from "../../src/engine/limits.ts";
import type { Progress } from "../../src/engine/protocol.ts";
import { fakeElf, fakeEngine, inspectBytes, noise, wheelEntries } from "./workers/fake-engine.ts";
import { bytesOf, makeZip, zip64Extra, type ArchiveSpec, type EntrySpec } from "./zip/zip-writer.ts";

const wheelName = "demo-1.0-py3-none-any.whl";

async function factsOf(entries: EntrySpec[], archive?: ArchiveSpec, name = wheelName): Promise<WheelFacts> {
  const outcome = await inspectBytes(makeZip(entries, archive), name);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.error));
  return outcome.value.facts;
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

  it("counts what nobody can look into among its libraries: it may be one", async () => {
    const facts = await factsOf([
      ...wheelEntries({ "a.so": fakeElf() }),
      { name: "locked", data: "x", flags: 1 },
      { name: "odd", data: "x", method: 14 },
      // Text is no library, however it is packed.
      { name: "demo/text.py", data: "x", method: 12 },
      { name: "demo/locked.py", data: "x", flags: 1, method: 12 },
    ]);
    expect(facts.libraries.map(({ path, elf, error }) => [path, elf === null, error?.id])).toEqual([
      ["a.so", false, undefined],
      ["locked", true, "zip-encrypted"],
      ["odd", true, "unsupported-compression"],
      ["demo/locked.py", true, "zip-encrypted"],
    ]);
  });

  it.each(["METADATA", "WHEEL", "RECORD"])("does without %s where it is packed with bzip2", async (file) => {
    const path = `demo-1.0.dist-info/${file}`;
    const entries = wheelEntries({ "a.so": fakeElf() }).map((entry) =>
      entry.name === path ? { ...entry, method: 12 } : entry,
    );
    const facts = await factsOf(entries);
    expect(facts.libraries.map((library) => library.elf === null)).toEqual([false]);
    expect(facts.archive.problems).toEqual([{ kind: "foreign-compression", path, detail: "method 12" }]);
    expect(facts.distInfo?.name ?? null).toBe(file === "METADATA" ? null : "demo");
    expect(facts.distInfo?.tags).toEqual(file === "WHEEL" ? [] : ["py3-none-any"]);
    expect(facts.record.present).toBe(file !== "RECORD");
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
    const padding = Buffer.from(noise(2_300_000)).toString("base64");
    const entries: EntrySpec[] = [
      { name: "large.so", data: fakeElf({ needed: ["large"], padding }) },
      { name: "stored.so", data: fakeElf({ needed: ["stored"], padding }), method: 0 },
      { name: "data.bin", data: noise(3 << 20), method: 0 },
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

  it("may be larger than 4 GiB, of which only the ends of entries are read", async () => {
    // One stored entry of zeros, 5 GiB long; what comes after it needs Zip64 values.
    const hole = 5 * 2 ** 30;
    const wide = { compressedBytes: 0xffffffff, sizeBytes: 0xffffffff, extra: zip64Extra(hole, hole) };
    const header = 30 + "zeros".length + 20;
    const zip = makeZip(
      [
        { name: "zeros", method: 0, local: wide, directory: wide },
        {
          name: "far.so",
          data: fakeElf({ needed: ["far"] }),
          offset: 0xffffffff,
          directory: { extra: zip64Extra(header + hole) },
        },
      ],
      { zip64: true, shiftedBy: hole },
    );
    let bytesRead = 0;
    const source = {
      size: zip.length + hole,
      read: (from: number, to: number) => {
        bytesRead += to - from;
        const bytes = new Uint8Array(to - from);
        for (let at = from; at < to && at < header; at++) bytes[at - from] = zip[at] ?? 0;
        const tail = Math.max(from, header + hole);
        if (tail < to) bytes.set(zip.subarray(tail - hole, to - hole), tail - from);
        return Promise.resolve(bytes);
      },
    };
    const outcome = await inspectBytes(bytesOf(), wheelName, {}, { open: () => Promise.resolve(source) });
    expect(outcome).toMatchObject({
      ok: true,
      value: {
        facts: {
          entryCount: 2,
          libraries: [{ path: "far.so", elf: { needed: ["far"] } }],
          archive: { problems: [] },
        },
      },
    });
    expect(bytesRead).toBeLessThan(1 << 20);
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

  it("hides behind a stream that says nothing for long", async () => {
    // Empty stored blocks, five bytes each, for more than a megabyte.
    const silence = bytesOf([0, 0, 0, 0xff, 0xff]);
    const data = new Uint8Array(300_000 * silence.length).map((_, at) => silence[at % silence.length] ?? 0);
    const packed = { method: 8, sizeBytes: 100 };
    const facts = await factsOf([{ name: "silent.so", data, method: 0, local: packed, directory: packed }]);
    expect(facts.libraries).toMatchObject([{ path: "silent.so", error: { id: "library-unreadable" } }]);
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
    expect(await inspectBytes(fakeElf({ error: "library-truncated" }), "libdemo.so")).toMatchObject({
      ok: false,
      error: { id: "library-truncated", path: "libdemo.so" },
    });
  });
});

describe("an open inspection", () => {
  it("answers for symbols and the hash until it is closed", async () => {
    const { engine } = fakeEngine(makeZip(wheelEntries({ "x.so": fakeElf({ needed: ["a", "b"] }) })));
    const options = { fileName: wheelName, watch: { names: [], contains: [] } };
    const outcome = await engine.inspect({ kind: "path", path: "x" }, options);
    if (!outcome.ok) throw new Error(outcome.error.id);
    const inspection = outcome.value;
    const query = { side: "all", text: "", version: null, cxx: null, offset: 0, limit: 10 } as const;
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
