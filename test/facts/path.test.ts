import { expect, it } from "vitest";
import { directoryOf, fileNameOf, folderOf } from "../../src/facts/path.ts";

it.each([
  ["pkg.libs/libfoo.so.1", "libfoo.so.1", "pkg.libs", "pkg.libs/"],
  ["a/b/c.so", "c.so", "a/b", "a/b/"],
  ["libfoo.so", "libfoo.so", "", ""],
  ["/lib/libc.so.6", "libc.so.6", "/lib", "/lib/"],
  ["/libc.so.6", "libc.so.6", "", "/"],
  ["pkg/", "", "pkg", "pkg/"],
])("takes %s apart", (path, name, directory, folder) => {
  expect([fileNameOf(path), directoryOf(path), folderOf(path)]).toEqual([name, directory, folder]);
});
