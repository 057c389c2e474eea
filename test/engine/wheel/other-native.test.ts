/** Native files that are not ELF, counted by their names. */
import { expect, test } from "vitest";
import { otherNative } from "../../../src/engine/wheel/other-native.ts";
import type { ZipEntry } from "../../../src/engine/zip/directory.ts";

const files = (sizes: Readonly<Record<string, number>>): Parameters<typeof otherNative>[0] => ({
  byPath: new Map(Object.entries(sizes).map(([path, sizeBytes]) => [path, { path, sizeBytes } as ZipEntry])),
});

test("are counted by kind, whatever the case of their ends", () => {
  const counted = otherNative(
    files({
      "pkg/libx.a": 10,
      "pkg/liby.A": 5,
      "pkg/x.PYD": 1,
      "pkg/x.dll": 2,
      "pkg/libz.1.dylib": 3,
      "pkg/run.exe": 4,
      "pkg/_x.so": 100,
      "pkg/module.py": 1,
      "pkg/a": 1,
      "pkg/.dll": 1,
      "pkg.dll/readme": 1,
    }),
    [],
  );
  expect(counted).toEqual([
    { kind: "static-archive", count: 2, bytes: 15 },
    { kind: "dll", count: 1, bytes: 2 },
    { kind: "pyd", count: 1, bytes: 1 },
    { kind: "dylib", count: 1, bytes: 3 },
    { kind: "exe", count: 1, bytes: 4 },
  ]);
});

test("an ELF file of such a name is a library, and counted there", () => {
  expect(otherNative(files({ "pkg/x.dll": 2 }), [{ path: "pkg/x.dll" }])).toEqual([]);
});
