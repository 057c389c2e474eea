import { describe, expect, it } from "vitest";
import {
  folderLimits,
  foundText,
  wheelsIn,
  type Entry,
  type FileEntry,
  type FolderEntry,
} from "../../src/app/input/folders.ts";

const file = (name: string): FileEntry => ({
  isDirectory: false,
  name,
  file: (done) => done(new File(["x"], name)),
});

const unreadable = (name: string): FileEntry => ({
  isDirectory: false,
  name,
  file: (_done, failed) => failed(),
});

/** As browsers do: a hundred entries at a time, then none. */
function folder(name: string, entries: readonly Entry[]): FolderEntry {
  return {
    isDirectory: true,
    name,
    createReader: () => {
      let at = 0;
      return { readEntries: (done) => done(entries.slice(at, (at += 100))) };
    },
  };
}

/** One that never ends, as a file system may that somebody made for it. */
const endless: FolderEntry = {
  isDirectory: true,
  name: "endless",
  createReader: () => ({ readEntries: (done) => done(Array.from({ length: 100 }, () => file("a.txt"))) }),
};

const names = async (...folders: readonly FolderEntry[]): Promise<readonly string[]> =>
  (await wheelsIn(folders)).wheels.map((wheel) => wheel.name);

describe("wheelsIn", () => {
  it("finds wheels by name, in the folder and below it, and counts what else is there", async () => {
    const found = await wheelsIn([
      folder("dist", [
        file("b.whl"),
        file("a.WHL"),
        file("a.tar.gz"),
        folder("old", [file("c.whl"), file("x.so")]),
      ]),
      folder("more", [file("0.whl")]),
    ]);
    expect(found.wheels.map(({ name }) => name)).toEqual(["a.WHL", "b.whl", "0.whl", "c.whl"]);
    expect(found).toMatchObject({ others: 2, isCut: false });
  });

  it("reads more than one handful of entries", async () => {
    const many = Array.from({ length: 150 }, (_, index) => file(`${String(index).padStart(3, "0")}.whl`));
    expect(await names(folder("dist", many))).toHaveLength(150);
  });

  it("does without what cannot be read", async () => {
    const closed: FolderEntry = {
      isDirectory: true,
      name: "closed",
      createReader: () => ({ readEntries: (_done, failed) => failed() }),
    };
    const found = await wheelsIn([closed, folder("dist", [unreadable("a.whl"), file("b.whl")])]);
    expect(found.wheels.map(({ name }) => name)).toEqual(["b.whl"]);
    expect(found).toMatchObject({ others: 1, isCut: false });
  });

  it("ends at each of its limits, and says so", async () => {
    expect(await wheelsIn([endless])).toMatchObject({ others: folderLimits.entries, isCut: true });
    let deep = folder("deepest", [file("deep.whl")]);
    for (let depth = 1; depth < folderLimits.depth; depth += 1) deep = folder("deep", [deep]);
    expect(await wheelsIn([deep])).toMatchObject({ wheels: [{ name: "deep.whl" }], isCut: false });
    expect(await wheelsIn([folder("deep", [deep])])).toMatchObject({ wheels: [], isCut: true });
    const many = Array.from({ length: folderLimits.wheels + 1 }, () => file("a.whl"));
    const found = await wheelsIn([folder("many", many)]);
    expect(found.wheels).toHaveLength(folderLimits.wheels);
    expect(found.isCut).toBe(true);
  });

  it("ends for a folder that holds itself", async () => {
    const entries: Entry[] = [file("a.whl")];
    const self = folder("self", entries);
    entries.push(self);
    expect(await names(self)).toHaveLength(folderLimits.depth);
  });
});

describe("foundText", () => {
  const wheels = [new File(["x"], "a.whl")];
  it("says what was left aside", () => {
    expect(foundText({ wheels, others: 0, isCut: false })).toBeNull();
    expect(foundText({ wheels, others: 1, isCut: false })).toBe("1 other file in the folder was left aside.");
    expect(foundText({ wheels, others: 1200, isCut: false })).toBe(
      "1,200 other files in the folder were left aside.",
    );
    expect(foundText({ wheels: [], others: 0, isCut: false })).toBe("There is no wheel in that folder.");
    expect(foundText({ wheels: [], others: 2, isCut: false })).toBe(
      "There is no wheel in that folder, only 2 other files.",
    );
    expect(foundText({ wheels, others: 0, isCut: true })).toMatch(/2,000 entries and 200 wheels/);
  });
});
