/** Every byte of an archive accounted for: what is odd about its layout, and what damage does. */
import fc from "fast-check";
import { zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { fakeElf, inspectBytes, noise, wheelEntries } from "../workers/fake-engine.ts";
import { bytesOf, makeZip, zip64Extra, type ArchiveSpec, type EntrySpec } from "./zip-writer.ts";
import { propertyRuns } from "../../property-runs.ts";

async function archiveProblems(entries: EntrySpec[], archive?: ArchiveSpec): Promise<string[]> {
  const outcome = await inspectBytes(makeZip(entries, archive));
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.error));
  const { problems, problemCount } = outcome.value.facts.archive;
  expect(problemCount).toBe(problems.length);
  return problems.map(({ kind, path, detail }) => [kind, path, detail].filter(Boolean).join(" | "));
}

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
    // Offset 300 lies inside the extra field, and no header is there.
    expect(await inspectBytes(makeZip([long, within, b]))).toMatchObject({
      ok: false,
      error: { id: "zip-damaged", path: "a.txt", detail: "no local header where the directory says" },
    });
  });
});

describe("the problems of many jobs", () => {
  it("come in the archive's order, however the workers were scheduled", async () => {
    const filler = noise(900_000);
    const entries = Array.from({ length: 12 }, (_, index): EntrySpec => {
      const size = 1000 + ((index * 7) % 12) * 70_000;
      return { name: `f${index}`, data: filler.subarray(0, size), method: 0, descriptor: true };
    });
    const expected = entries.map(({ name }) => `data-descriptor | ${String(name)}`);
    expect(await archiveProblems(entries)).toEqual(expected);
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
        const native = Object.keys(made).filter(
          (name) => Buffer.from(made[name] ?? []).indexOf("\x7fELF") === 0,
        );
        expect(facts.entryCount).toBe(Object.keys(made).length);
        expect(facts.libraries.map((library) => library.path)).toEqual(native);
        expect(facts.archive.problems).toEqual([]);
      }),
      { numRuns: propertyRuns(40) },
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
      { numRuns: propertyRuns(300) },
    );
  });
});
