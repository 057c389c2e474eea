/** After auditwheel's tests/unit/test_lddtree.py, without a machine's own libraries. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { indexWheel, LIBPYTHON, resolveTree, searchElements } from "../../../src/core/linkage/resolve.ts";
import { library, wheel } from "../builders.ts";

const directories = new Set(["", "pkg", "pkg/lib", "pkg.libs"]);

describe("searchElements", () => {
  it.each([
    ["$ORIGIN", "pkg/a.so", "in-wheel", "pkg"],
    ["${ORIGIN}/lib", "pkg/a.so", "in-wheel", "pkg/lib"],
    ["$ORIGIN/../pkg.libs", "pkg/a.so", "in-wheel", "pkg.libs"],
    ["$ORIGIN/./lib//", "pkg/a.so", "in-wheel", "pkg/lib"],
    ["$ORIGIN.libs", "pkg/a.so", "in-wheel", "pkg.libs"],
    ["$ORIGIN/..", "pkg/a.so", "in-wheel", ""],
    ["$ORIGIN/../nvidia/cublas/lib", "pkg/a.so", "elsewhere", "nvidia/cublas/lib"],
    ["$ORIGIN/../../lib", "pkg/a.so", "above", "$ORIGIN/../../lib"],
    ["/usr/lib", "pkg/a.so", "absolute", "/usr/lib"],
    ["lib", "pkg/a.so", "absolute", "lib"],
    ["/opt/$ORIGIN", "pkg/a.so", "absolute", "/opt/$ORIGIN"],
    ["$LIB", "pkg/a.so", "absolute", "$LIB"],
  ])("%s of %s is %s: %s", (element, path, place, directory) => {
    expect(searchElements(element, path, directories)).toEqual([{ element, place, directory }]);
  });

  it("takes an empty element as the wheel's root, and an empty list as nothing", () => {
    expect(searchElements("$ORIGIN::", "pkg/a.so", directories).map((each) => each.directory)).toEqual([
      "pkg",
      "",
      "",
    ]);
    expect(searchElements("", "pkg/a.so", directories)).toEqual([]);
    expect(searchElements(null, "pkg/a.so", directories)).toEqual([]);
  });
});

/** The tree of the first library, as `name: path` or `name: outcome`. */
function tree(libraries: ReturnType<typeof library>[], impostors: string[] = []): string[] {
  const facts = wheel({ libraries, impostors });
  const [root] = facts.libraries;
  if (root === undefined) throw new Error("no library");
  return [...resolveTree(root, indexWheel(facts)).resolutions.values()].map(
    ({ needed, outcome, library: found }) => `${needed}: ${found?.path ?? outcome}`,
  );
}

describe("resolveTree", () => {
  it("finds by file name, not by SONAME, in RPATH and RUNPATH", () => {
    const named = library("pkg/lib/libx-1.so", { needed: [], soname: "libx.so" });
    expect(tree([library("pkg/a.so", { needed: ["libx.so"], rpath: "$ORIGIN/lib" }), named])).toEqual([
      "libx.so: not-found",
    ]);
    expect(tree([library("pkg/a.so", { needed: ["libx-1.so"], runpath: "$ORIGIN/lib" }), named])).toEqual([
      "libx-1.so: pkg/lib/libx-1.so",
    ]);
  });

  it("goes depth first and keeps the first answer for a name", () => {
    const found = tree([
      library("pkg/a.so", { needed: ["libb.so", "libc.so"], rpath: "$ORIGIN/lib" }),
      library("pkg/lib/libb.so", { needed: ["libc.so"] }),
      library("pkg/lib/libc.so", { needed: [] }),
    ]);
    expect(found).toEqual(["libb.so: pkg/lib/libb.so", "libc.so: pkg/lib/libc.so"]);
  });

  it("hands the main file's RPATH and RUNPATH down", () => {
    const below = [
      library("pkg/lib/libb.so", { needed: ["libc.so"] }),
      library("pkg/lib/libc.so", { needed: [] }),
    ];
    for (const paths of [{ rpath: "$ORIGIN/lib" }, { runpath: "$ORIGIN/lib" }]) {
      expect(tree([library("pkg/a.so", { needed: ["libb.so"], ...paths }), ...below])).toContain(
        "libc.so: pkg/lib/libc.so",
      );
    }
  });

  it("does not hand a middle library's paths down", () => {
    const found = tree([
      library("pkg/a.so", { needed: ["libb.so"], rpath: "$ORIGIN/lib" }),
      library("pkg/lib/libb.so", { needed: ["libc.so"], rpath: "$ORIGIN/deep" }),
      library("pkg/lib/deep/libc.so", { needed: ["libd.so"] }),
      library("pkg/lib/deep/libd.so", { needed: [] }),
    ]);
    expect(found).toContain("libc.so: pkg/lib/deep/libc.so");
    expect(found).toContain("libd.so: not-found");
  });

  it("forgets RPATH when a directory of RUNPATH exists", () => {
    const target = library("pkg/lib/libb.so", { needed: [] });
    const asking = (runpath: string) =>
      library("pkg/a.so", { needed: ["libb.so"], rpath: "$ORIGIN/lib", runpath });
    expect(tree([asking("$ORIGIN"), target])).toEqual(["libb.so: not-found"]);
    expect(tree([asking("$ORIGIN/gone"), target])).toEqual(["libb.so: pkg/lib/libb.so"]);
  });

  it("passes over a file of another machine", () => {
    const found = tree([
      library("pkg/a.so", { needed: ["libb.so"], rpath: "$ORIGIN/arm:$ORIGIN/lib" }),
      library("pkg/arm/libb.so", { needed: [], machine: 183 }),
      library("pkg/lib/libb.so", { needed: [], osAbi: 3 }),
    ]);
    expect(found).toEqual(["libb.so: pkg/lib/libb.so"]);
  });

  it("leaves libpython, knows the interpreter, and sees impostors", () => {
    const main = library("bin/tool", {
      needed: ["libpython3.12.so.1.0", "ld-linux-x86-64.so.2", "libx.so"],
      interpreter: "/lib64/ld-linux-x86-64.so.2",
      rpath: "$ORIGIN",
    });
    expect(tree([main, library("bin/libpython3.12.so.1.0")], ["bin/libx.so"])).toEqual([
      "ld-linux-x86-64.so.2: interpreter",
      "libpython3.12.so.1.0: libpython",
      "libx.so: impostor",
    ]);
  });

  it("ends for libraries that need each other, in any arrangement", () => {
    const names = ["liba.so", "libb.so", "libc.so", "libd.so"];
    const needs = fc.array(fc.subarray(names), { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(needs, (lists) => {
        const libraries = lists.map((needed, position) =>
          library(`pkg/${names[position]}`, { needed, rpath: "$ORIGIN" }),
        );
        const found = tree(libraries);
        expect(new Set(found).size).toBe(found.length);
        expect(found.every((each) => each.includes("pkg/"))).toBe(true);
      }),
    );
  });
});

describe("libpython names", () => {
  it.each(["libpython3.12.so.1.0", "libpython2.7.so.1.0", "libpython3.6m.so.1.0", "libpython3.13.so"])(
    "%s",
    (name) => {
      expect(LIBPYTHON.test(name)).toBe(true);
    },
  );

  it.each(["libpython3.so", "libpython3.12d.so.1.0", "libpython3.12.a", "xlibpython3.12.so"])(
    "not %s",
    (name) => {
      expect(LIBPYTHON.test(name)).toBe(false);
    },
  );
});
