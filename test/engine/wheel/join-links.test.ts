/** Who has what who asks for. */
import { describe, expect, it } from "vitest";
import { joinLinks } from "../../../src/engine/wheel/join-links.ts";
import { plainElf } from "../../../src/facts/plain.ts";
import type { CommonNames } from "../../../src/facts/names/common-names.ts";
import type { LinkFacts } from "../../../src/facts/model.ts";
import { cpuNow } from "../../cpu-time.ts";
import { linkBytes, type Exported, type Imported } from "./link-writer.ts";

const known: CommonNames = {
  ageOf: (name) => (name === "malloc" ? "always" : name === "statx" ? "later" : "never"),
};

interface Shape {
  readonly exports?: readonly Exported[];
  readonly imports?: readonly Imported[];
  readonly soname?: string;
}

const join = (...shapes: readonly (Shape | null)[]): Promise<(LinkFacts | null)[]> =>
  joinLinks(
    shapes.map((shape, place) => ({
      path: `pkg/lib${place}.so`,
      elf: plainElf({ libc: "glibc", soname: shape?.soname ?? null }),
      error: null,
      links: shape === null ? null : linkBytes(shape.exports ?? [], shape.imports ?? []),
    })),
    () => Promise.resolve(known),
  );

const nobody = { count: 0, names: [] };

describe("joinLinks", () => {
  it("finds the file that has a name", async () => {
    const [first] = await join(
      { imports: [{ name: "run" }, { name: "malloc" }] },
      { exports: [{ name: "run" }] },
    );
    expect(first).toEqual({ owners: [{ in: [1], name: "run" }], unowned: nobody });
  });

  it("lists what the C library has in some releases last", async () => {
    const [first] = await join({ imports: [{ name: "statx" }, { name: "malloc" }, { name: "zebra" }] });
    expect(first?.unowned).toEqual({ count: 2, names: ["zebra", "statx"] });
  });

  it("keeps one name of each set, and of a set and a larger one only the smaller", async () => {
    const a = [{ name: "one" }, { name: "two" }];
    const [first] = await join(
      { imports: [{ name: "both" }, ...a] },
      { exports: [...a, { name: "both" }] },
      { exports: [{ name: "both" }] },
    );
    expect(first).toEqual({ owners: [{ in: [1], name: "one" }], unowned: nobody });
  });

  it("tells what nobody has, without Python's names", async () => {
    const [first] = await join({
      imports: [{ name: "lost" }, { name: "PyList_New" }, { name: "_Py_NoneStruct" }],
    });
    expect(first).toEqual({ owners: [], unowned: { count: 1, names: ["lost"] } });
  });

  it("leaves versions of files that are not there to the version needs", async () => {
    const [first] = await join({ imports: [{ name: "memcpy", need: ["GLIBC_2.14", "libc.so.6"] }] });
    expect(first).toEqual({ owners: [], unowned: nobody });
  });

  it("asks for the version of a file that is there", async () => {
    const asks = (version: string): Shape => ({ imports: [{ name: "run", need: [version, "libb.so"] }] });
    const has: Shape = { soname: "libb.so", exports: [{ name: "run", version: "B_1" }] };
    expect((await join(asks("B_1"), has))[0]?.owners).toEqual([{ in: [1], name: "run" }]);
    expect((await join(asks("B_2"), has))[0]?.unowned).toEqual({ count: 1, names: ["run@B_2"] });
    // A library without versions satisfies any.
    expect((await join(asks("B_2"), { soname: "libb.so", exports: [{ name: "run" }] }))[0]?.unowned).toEqual(
      nobody,
    );
  });

  it("gives who asks for no version the default one, and no hidden one", async () => {
    const asks: Shape = { imports: [{ name: "run" }] };
    expect((await join(asks, { exports: [{ name: "run", version: "B_1" }] }))[0]?.unowned.count).toBe(0);
    expect(
      (await join(asks, { exports: [{ name: "run", version: "B_1", hidden: true }] }))[0]?.unowned.count,
    ).toBe(1);
  });

  it("says nothing where nobody looked", async () => {
    const [first, second] = await join(null, { imports: [{ name: "lost" }] });
    expect(first).toBeNull();
    expect(second?.unowned.count).toBe(1);
    const failing = await joinLinks(
      [{ path: "x.so", elf: plainElf({}), error: null, links: linkBytes([], [{ name: "lost" }]) }],
      () => Promise.reject(new Error("not loaded")),
    );
    expect(failing).toEqual([null]);
  });

  it("stays within time and memory for files made to keep it busy", async () => {
    const many = Array.from({ length: 200_000 }, (_, index) => ({ name: `name_${index % 1_000}` }));
    const start = cpuNow();
    const joined = await join(...Array.from({ length: 5 }, () => ({ exports: many, imports: many })));
    expect(cpuNow() - start).toBeLessThan(20_000);
    expect(joined[0]?.owners.length).toBeLessThanOrEqual(64);
  });
});
