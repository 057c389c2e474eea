/** The directory alone: what is read, what is odd, what ends the reading. */
import fc from "fast-check";
import { zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { ArchiveProblems } from "../../../src/engine/zip/archive-problems.ts";
import { outcomeOf } from "../../../src/engine/failure.ts";
import { limits } from "../../../src/engine/limits.ts";
import { readDirectory, type ZipDirectory } from "../../../src/engine/zip/directory.ts";
import { memorySource } from "../workers/fake-engine.ts";
import { bytesOf, makeZip, u16, zip64Extra, type ArchiveSpec, type EntrySpec } from "./zip-writer.ts";
import { propertyRuns } from "../../property-runs.ts";

const two: EntrySpec[] = [
  { name: "a.txt", data: "first" },
  { name: "dir/b.txt", data: "second", method: 0 },
];

async function read(bytes: Uint8Array) {
  const problems = new ArchiveProblems();
  const outcome = await outcomeOf(() => readDirectory(memorySource(bytes), problems));
  return { outcome, problems: problems.list() };
}

async function readRight(bytes: Uint8Array): Promise<ZipDirectory> {
  const { outcome, problems } = await read(bytes);
  expect(problems.problems).toEqual([]);
  if (!outcome.ok || outcome.value === null) throw new Error(JSON.stringify(outcome));
  return outcome.value;
}

async function problemsOf(entries: EntrySpec[], archive?: ArchiveSpec): Promise<string[]> {
  const { outcome, problems } = await read(makeZip(entries, archive));
  expect(outcome.ok).toBe(true);
  expect(problems.problemCount).toBe(problems.problems.length);
  return problems.problems.map(({ kind, path, detail }) => [kind, path, detail].filter(Boolean).join(" | "));
}

async function errorOf(entries: EntrySpec[], archive?: ArchiveSpec): Promise<string> {
  const { outcome } = await read(makeZip(entries, archive));
  if (outcome.ok) return "no error";
  return [outcome.error.id, outcome.error.path, outcome.error.detail].filter(Boolean).join(" | ");
}

describe("a right archive", () => {
  it("gives every entry with its place", async () => {
    const { entries } = await readRight(makeZip(two));
    expect(
      entries.map(({ path, offset, method, sizeBytes }) => ({ path, offset, method, sizeBytes })),
    ).toEqual([
      { path: "a.txt", offset: 0, method: 8, sizeBytes: 5 },
      { path: "dir/b.txt", offset: 42, method: 0, sizeBytes: 6 },
    ]);
  });

  it("may be empty", async () => {
    expect((await readRight(makeZip([]))).entries).toEqual([]);
  });

  it("may be Zip64 throughout", async () => {
    const wide: EntrySpec = {
      name: "wide.so",
      data: "12345",
      method: 0,
      directory: {
        compressedBytes: 0xffffffff,
        sizeBytes: 0xffffffff,
        extra: zip64Extra(5, 5),
      },
    };
    const { entries } = await readRight(makeZip([wide], { zip64: true }));
    expect(entries).toMatchObject([{ path: "wide.so", sizeBytes: 5, compressedBytes: 5, offset: 0 }]);
  });

  it("has directories that hold nothing", async () => {
    const { entries } = await readRight(makeZip([{ name: "dir/" }, { name: "dir/a" }]));
    expect(entries.map(({ kind }) => kind)).toEqual(["directory", "file"]);
  });

  it("keeps hostile names apart", async () => {
    const names = ["__proto__", "constructor", "toString", "hasOwnProperty"];
    const { entries } = await readRight(makeZip(names.map((name) => ({ name, data: name }))));
    expect(entries.map(({ path }) => path)).toEqual(names);
  });

  it("reads what fflate writes", async () => {
    const path = fc.stringMatching(/^[a-z]{1,8}(\/[a-zäöü]{1,8}){0,3}$/);
    const files = fc.dictionary(path, fc.uint8Array({ maxLength: 300 }), { maxKeys: 12 });
    await fc.assert(
      fc.asyncProperty(files, fc.constantFrom(0, 6), async (made, level) => {
        const { entries } = await readRight(zipSync(made, { level: level as 0 | 6 }));
        const sizes = new Map(entries.map(({ path: name, sizeBytes }) => [name, sizeBytes]));
        expect(sizes).toEqual(new Map(Object.entries(made).map(([name, data]) => [name, data.length])));
      }),
      { numRuns: propertyRuns(50) },
    );
  });
});

describe("what is odd about an archive", () => {
  it.each<[string, EntrySpec[], ArchiveSpec, string[]]>([
    ["a comment", two, { comment: "built by hand" }, ["archive-comment | 13 bytes"]],
    ["data after it", two, { after: bytesOf("x") }, ["data-after-end | 1 byte"]],
    ["data before it", two, { prefix: bytesOf("#!/bin/sh\n") }, ["data-before-start | 10 bytes"]],
    ["an entry comment", [{ ...two[0]!, comment: "hm" }], {}, ["entry-comment | a.txt | 2 bytes"]],
    ["a doubled name", [two[0]!, two[0]!], {}, ["duplicate-name | a.txt"]],
    ["an encrypted entry", [{ ...two[0]!, flags: 1 }], {}, ["encrypted-entry | a.txt"]],
    ["another method", [{ ...two[0]!, method: 93 }], {}, ["unsupported-compression | a.txt | method 93"]],
    ["bzip2", [{ ...two[0]!, method: 12 }], {}, ["foreign-compression | a.txt | method 12"]],
    ["LZMA", [{ ...two[0]!, method: 14 }], {}, ["foreign-compression | a.txt | method 14"]],
    [
      "Zip64 data at the end",
      two,
      { zip64: true, zip64Data: bytesOf("extra") },
      ["zip64-extra-odd | extensible data in the Zip64 end record"],
    ],
    [
      "a Zip64 field twice",
      [{ ...two[0]!, directory: { extra: bytesOf(zip64Extra(), zip64Extra()) } }],
      {},
      ["zip64-extra-odd | a.txt | extra field 0x0001 twice"],
    ],
    [
      "a Zip64 field of 5 bytes",
      [{ ...two[0]!, directory: { extra: bytesOf(u16(1), u16(5), "12345") } }],
      {},
      ["zip64-extra-odd | a.txt | a Zip64 field of 5 bytes"],
    ],
  ])("%s", async (_, entries, archive, expected) => {
    expect(await problemsOf(entries, archive)).toEqual(expected);
  });

  it("a count that the directory contradicts", async () => {
    const zip = makeZip(two);
    const end = zip.length - 22;
    zip[end + 8] = zip[end + 10] = 3;
    const { problems } = await read(zip);
    expect(problems.problems).toEqual([
      { kind: "directory-count-differs", path: null, detail: "3 stated, 2 found" },
    ]);
  });

  it.each([
    ["../up", "name-leaves-archive"],
    ["a/../../b", "name-leaves-archive"],
    ["/etc/passwd", "name-leaves-archive"],
    ["C:/windows", "name-leaves-archive"],
    ["a\\b", "name-leaves-archive"],
    ["bell\u0007", "name-control-character"],
    ["nul\u0000.so", "name-control-character"],
    ["del\u007f", "name-control-character"],
  ])("the name %j", async (name, kind) => {
    expect(await problemsOf([{ name, data: "x" }])).toEqual([`${kind} | ${name}`]);
  });

  it.each(["..a/b..", "a.../b", "ä/ö.so", "lib:x"])("the name %j is fine", async (name) => {
    expect(await problemsOf([{ name, data: "x" }])).toEqual([]);
  });

  it("a name that is not UTF-8", async () => {
    expect(await problemsOf([{ name: Uint8Array.of(0x61, 0xff), data: "x" }])).toEqual([
      "name-not-utf8 | a\ufffd",
    ]);
  });

  it("an archive that unpacks to more than 50 times its size", async () => {
    const bomb = makeZip([{ name: "zeros", data: "0", directory: { sizeBytes: 70 << 20 } }]);
    const { outcome, problems } = await read(bomb);
    expect(outcome.ok).toBe(true);
    expect(problems.problems).toMatchObject([{ kind: "compression-ratio" }]);
  });

  it("is counted beyond what is kept, kind by kind", async () => {
    const many = Array.from({ length: 50 }, (_, index) => ({ name: `../${index}`, data: "" }));
    const { problems } = await read(makeZip(many, { after: bytesOf("x") }));
    expect(problems.problemCount).toBe(51);
    expect(problems.problems).toHaveLength(limits.problemsOfAKind + 1);
    expect(problems.problems.map(({ kind }) => kind)).toContain("data-after-end");
  });
});

describe("what ends the reading", () => {
  const [first] = two as [EntrySpec];
  it.each<[string, EntrySpec[], ArchiveSpec, string]>([
    [
      "a directory before the file",
      two,
      { end: { directoryBytes: 9999 } },
      "zip-damaged | the directory would begin before the file",
    ],
    [
      "a directory of other bytes",
      two,
      { end: { directoryBytes: 70, directoryOffset: 0 } },
      "zip-damaged | the directory breaks off",
    ],
    ["several disks", two, { end: { disk: 1 } }, "zip-multi-disk"],
    ["several disks by the locator", two, { zip64: true, zip64Locator: { disks: 2 } }, "zip-multi-disk"],
    ["an entry on another disk", [{ ...first, disk: 3 }], {}, "zip-multi-disk | a.txt"],
    [
      "a Zip64 end that is not there",
      two,
      { zip64: true, zip64Data: bytesOf("x"), zip64Locator: { endOffset: 3 } },
      "zip-damaged | no Zip64 end record",
    ],
    [
      "a Zip64 size that is not there",
      [{ ...first, directory: { sizeBytes: 0xffffffff, extra: zip64Extra() } }],
      {},
      "zip-damaged | a.txt | its Zip64 sizes are missing",
    ],
    [
      "an extra field cut off, for which Python refuses the archive",
      [{ ...first, directory: { extra: bytesOf(u16(9), u16(8), "1") } }],
      {},
      "zip-damaged | a.txt | an extra field runs past its end",
    ],
    [
      "data past the end",
      [{ ...first, offset: 20 }],
      {},
      "zip-damaged | a.txt | its data would lie past the end of the archive",
    ],
    [
      "too many entries",
      two,
      { zip64: true, end: { entries: 200_001 } },
      "too-many-entries | 200001, at most 200000",
    ],
  ])("%s", async (_, entries, archive, expected) => {
    expect(await errorOf(entries, archive)).toBe(expected);
  });

  it("entries that all share one body", async () => {
    const many: EntrySpec[] = Array.from({ length: 200 }, (_, index) =>
      index === 0
        ? { name: "body", data: new Uint8Array(1000).fill(7), method: 0 }
        : { name: `copy-${index}`, sharesDataOf: 0 },
    );
    expect(await errorOf(many, { beforeDirectory: new Uint8Array(20) })).toBe(
      "zip-damaged | the entries lie over each other",
    );
  });

  it("a size out of all proportion", async () => {
    const bomb: EntrySpec[] = [{ ...first, directory: { sizeBytes: 0xfffffffe } }];
    expect(await errorOf(bomb)).toMatch(/^compression-bomb \| 4294967294 bytes from \d+ bytes$/);
  });

  it("a directory larger than the limit", async () => {
    const zip = makeZip(two, { end: { directoryBytes: 0 } });
    const source = { size: 400 << 20, read: sparse(zip, 400 << 20) };
    new DataView(zip.buffer).setUint32(zip.length - 22 + 12, limits.directoryBytes + 1, true);
    const outcome = await outcomeOf(() => readDirectory(source, new ArchiveProblems()));
    expect(outcome).toMatchObject({ ok: false, error: { id: "too-large" } });
  });
});

/** A file of zeros that ends in `end`. */
function sparse(end: Uint8Array, size: number) {
  return (from: number, to: number): Promise<Uint8Array> => {
    const bytes = new Uint8Array(to - from);
    const begin = size - end.length - from;
    if (begin < bytes.length)
      bytes.set(end.subarray(Math.max(0, -begin), bytes.length - begin), Math.max(0, begin));
    return Promise.resolve(bytes);
  };
}

describe("no zip at all", () => {
  it.each(["", "PK", "hello", "<!doctype html>".repeat(9000)])("%#", async (text) => {
    expect(await read(bytesOf(text))).toMatchObject({ outcome: { ok: true, value: null } });
  });
});
