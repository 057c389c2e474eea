/** RECORD: its CSV, and its agreement with the archive. */
import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { limits } from "../../../src/engine/limits.ts";
import { compareRecord, parseRecord, recordedSha256 } from "../../../src/engine/wheel/record.ts";

describe("reading RECORD", () => {
  it.each([
    ["a,sha256=AA,3\n", [{ path: "a", hash: "sha256=AA", sizeBytes: 3 }], []],
    [
      "a,,\r\nb,,\r\n",
      [
        { path: "a", hash: null, sizeBytes: null },
        { path: "b", hash: null, sizeBytes: null },
      ],
      [],
    ],
    ['"a,b",,1\n', [{ path: "a,b", hash: null, sizeBytes: 1 }], []],
    ['"say ""hi""",,1', [{ path: 'say "hi"', hash: null, sizeBytes: 1 }], []],
    ["a\\b.so,,1\n", [{ path: "a/b.so", hash: null, sizeBytes: 1 }], []],
    ["\ufeffa,,\n\n", [{ path: "a", hash: null, sizeBytes: null }], []],
    ["a\nb,,1,2\n,,3\nd,,x\ne,nohash,1\n", ["a", "b", "d", "e"].map((path) => ({ path })), [1, 2, 3, 4, 5]],
    ['"two\nlines",,1\nbad\n', [{ path: "two\nlines" }, { path: "bad" }], [3]],
    ['"never closed,,1\n', [{ path: "never closed,,1\n" }], [1]],
    ["", [], []],
  ])("%j", async (text, rows, malformed) => {
    const record = await parseRecord(text);
    expect(record.rows).toMatchObject(rows);
    expect(record.rows).toHaveLength(rows.length);
    expect(record.malformed).toEqual(malformed);
  });

  it("gets back what was written, whatever the names", async () => {
    const name = fc
      .string({ minLength: 1 })
      .filter((text) => !/[\\\r]/.test(text) && !text.startsWith("\ufeff"));
    const rows = fc.array(fc.record({ path: name, sizeBytes: fc.nat() }), { maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(rows, async (given) => {
        const line = ({ path, sizeBytes }: { path: string; sizeBytes: number }): string =>
          `"${path.replaceAll('"', '""')}",,${sizeBytes}\n`;
        const record = await parseRecord(given.map(line).join(""));
        expect(record.malformed).toEqual([]);
        expect(record.rows).toEqual(given.map((row) => ({ ...row, hash: null })));
      }),
    );
  });

  it("takes a digest in base64 or, as some tools write it, in hex", () => {
    const hash = createHash("sha256").update("x");
    const hex = hash.copy().digest("hex");
    const row = (digest: string) => ({ path: "a", hash: `sha256=${digest}`, sizeBytes: null });
    expect(recordedSha256(row(hash.copy().digest("base64url")))).toBe(hex);
    expect(recordedSha256(row(hex))).toBe(hex);
    expect(recordedSha256({ path: "a", hash: "sha512=AAAA", sizeBytes: null })).toBeNull();
    expect(recordedSha256({ path: "a", hash: null, sizeBytes: null })).toBeNull();
  });
});

describe("RECORD against the archive", () => {
  const directory = "demo-1.0.dist-info";
  const compare = async (text: string, sizes: Record<string, number>) =>
    compareRecord(await parseRecord(text), directory, new Map(Object.entries(sizes)), []);

  it("agrees", async () => {
    const own = {
      [`${directory}/RECORD`]: 9,
      [`${directory}/RECORD.jws`]: 9,
      [`${directory}/RECORD.p7s`]: 9,
    };
    expect(await compare("a,,1\nb,,\n", { a: 1, b: 2, ...own })).toEqual({ problems: [], problemCount: 0 });
  });

  it("names every difference", async () => {
    const { problems } = await compare("a,,1\nb,,5\ngone,,\nbroken\n", { a: 1, b: 2, new: 3 });
    expect(problems).toEqual([
      { kind: "malformed-row", line: 4 },
      { kind: "size-differs", path: "b", recorded: 5, actual: 2 },
      { kind: "missing-file", path: "gone" },
      { kind: "missing-file", path: "broken" },
      { kind: "unlisted-file", path: "new" },
    ]);
  });

  it("keeps only so many, and counts them all", async () => {
    const sizes = Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`f${index}`, 1]));
    const { problems, problemCount } = await compare("", sizes);
    expect(problems).toHaveLength(limits.recordProblems);
    expect(problemCount).toBe(500);
  });
});
