/** The list of files that the build writes into the service worker. */
import { createHash } from "node:crypto";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { describe as describeFolder } from "../../src/build/offline.ts";

let folder = "";

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "wheelscope-list-"));
  await mkdir(join(folder, "assets/deep"), { recursive: true });
  await writeFile(join(folder, "index.html"), "<h1>page</h1>");
  await writeFile(join(folder, "assets/deep/a.js"), "1");
  await writeFile(join(folder, "service-worker.js"), "an older one");
  await writeFile(join(folder, "wheelscope.png"), "the picture of the README");
});

afterEach(() => rm(folder, { recursive: true, force: true }));

it("names every file of the page with its hash, and not itself", () => {
  const { files } = describeFolder(folder);
  const sha256 = (text: string) => createHash("sha256").update(text).digest("base64");
  expect(files).toEqual([
    { path: "assets/deep/a.js", sha256: sha256("1") },
    { path: "index.html", sha256: sha256("<h1>page</h1>") },
  ]);
});

it("has the same version for the same files, and another for any change", async () => {
  const { version } = describeFolder(folder);
  expect(describeFolder(folder).version).toBe(version);
  await writeFile(join(folder, "assets/deep/a.js"), "2");
  const changed = describeFolder(folder).version;
  expect(changed).not.toBe(version);
  await writeFile(join(folder, "more.txt"), "");
  expect(describeFolder(folder).version).not.toBe(changed);
});
