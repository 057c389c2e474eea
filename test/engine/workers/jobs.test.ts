/** How an archive is cut into reads, and how a read is cut into pieces. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { planJobs } from "../../../src/engine/workers/jobs.ts";
import { limits } from "../../../src/engine/limits.ts";
import { readPieces } from "../../../src/engine/workers/pieces.ts";
import type { ZipDirectory, ZipEntry } from "../../../src/engine/zip/directory.ts";
import { memorySource, noise } from "./fake-engine.ts";
import { concat } from "../zip/zip-writer.ts";

function directoryOf(sizes: readonly number[]): ZipDirectory {
  let offset = 0;
  const entries = sizes.map((compressedBytes, index): ZipEntry => {
    const path = `f${index}`;
    const entry = {
      path,
      offset,
      flags: 0,
      method: 0,
      crc32: 0,
      compressedBytes,
      sizeBytes: compressedBytes,
    };
    offset += 30 + path.length + compressedBytes;
    return { ...entry, nameBytes: path.length, kind: "file" };
  });
  return { entries, from: offset, to: offset + 1000, shift: 0 };
}

describe("jobs", () => {
  it("hold every entry once, in ranges that hold the entries, the largest first", () => {
    const size = fc.oneof(fc.nat(100_000), fc.nat(6 << 20));
    fc.assert(
      fc.property(fc.array(size, { maxLength: 60 }), (sizes) => {
        const directory = directoryOf(sizes);
        const jobs = planJobs(directory);
        expect(jobs.flatMap(({ entries }) => entries).sort((a, b) => a.offset - b.offset)).toEqual(
          directory.entries,
        );
        for (const { entries, from, to } of jobs) {
          for (const entry of entries) {
            expect(entry.offset).toBeGreaterThanOrEqual(from);
            expect(entry.offset + 30 + entry.nameBytes + entry.compressedBytes).toBeLessThanOrEqual(to);
          }
          if (entries.length > 1) expect(to - from).toBeLessThanOrEqual(limits.batchBytes);
        }
        const weights = jobs.map(({ entries }) =>
          entries.reduce((sum, entry) => sum + entry.compressedBytes, 0),
        );
        expect(weights).toEqual([...weights].sort((a, b) => b - a));
      }),
    );
  });

  it("read small neighbours together and large entries alone", () => {
    const jobs = planJobs(directoryOf([10, 20, limits.ownJobBytes, 30, 40]));
    expect(jobs.map(({ entries }) => entries.map(({ path }) => path))).toEqual([
      ["f2"],
      ["f3", "f4"],
      ["f0", "f1"],
    ]);
  });

  it("do not read what lies between distant entries", () => {
    const { entries, ...rest } = directoryOf([10, 20]);
    const apart = entries.map((entry, index) => ({ ...entry, offset: index * (100 << 20) }));
    const jobs = planJobs({ ...rest, entries: apart, from: 200 << 20 });
    expect(jobs).toHaveLength(2);
    expect(Math.max(...jobs.map(({ from, to }) => to - from))).toBeLessThan(70_000);
  });

  it("hold so many entries and no more", () => {
    const jobs = planJobs(directoryOf(new Array<number>(10_000).fill(0)));
    expect(Math.max(...jobs.map(({ entries }) => entries.length))).toBe(limits.batchEntries);
  });
});

describe("pieces", () => {
  const bytes = noise(3 * limits.pieceBytes + 17);
  const collect = async (from: number, to: number, head?: Uint8Array, headFrom?: number) => {
    const pieces: Uint8Array[] = [];
    for await (const piece of readPieces(memorySource(bytes), from, to, head, headFrom)) pieces.push(piece);
    return pieces;
  };

  it.each([
    [0, bytes.length],
    [5, 5],
    [1, limits.pieceBytes + 1],
    [7, 2 * limits.pieceBytes + 9],
  ])("of %i to %i are those bytes", async (from, to) => {
    expect(Buffer.compare(concat(await collect(from, to)), bytes.subarray(from, to))).toBe(0);
  });

  it.each([0, 50, 100, 5000])("from %i on, when the first hundred are at hand", async (from) => {
    const pieces = await collect(100 + from, 9000, bytes.subarray(100, 200), 100);
    expect(Buffer.compare(concat(pieces), bytes.subarray(100 + from, 9000))).toBe(0);
  });

  it("are read ahead, but not far", async () => {
    let asked = 0;
    const source = memorySource(bytes);
    const counted = { ...source, read: (from: number, to: number) => ((asked += 1), source.read(from, to)) };
    const pieces = readPieces(counted, 0, bytes.length);
    await pieces.next();
    expect(asked).toBe(limits.piecesAhead + 1);
    await pieces.return();
    expect(asked).toBe(limits.piecesAhead + 1);
  });
});
