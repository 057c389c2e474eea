/** Files that are no wheel, or no longer one: each has its own error. */
import { gzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { limits } from "../../../src/engine/limits.ts";
import { inspectBytes, wheelEntries } from "../workers/fake-engine.ts";
import { bytesOf, makeZip, type EntrySpec } from "../zip/zip-writer.ts";

const wheelName = "demo-1.0-py3-none-any.whl";

async function errorOf(bytes: Uint8Array, name = wheelName): Promise<string> {
  const outcome = await inspectBytes(bytes, name);
  if (outcome.ok) return "no error";
  return [outcome.error.id, outcome.error.path, outcome.error.detail].filter(Boolean).join(" | ");
}

describe("what is not a wheel", () => {
  const sdist = makeZip([{ name: "demo-1.0/PKG-INFO", data: "Name: demo\n" }]);
  it.each<[string, string, Uint8Array, string]>([
    ["nothing", "x.whl", bytesOf(), "not-a-zip | the file is empty"],
    ["a web page", wheelName, bytesOf("<!doctype html>"), "not-a-zip"],
    ["a text", "notes.txt", bytesOf("hello"), "not-a-zip"],
    [
      "a cut wheel",
      wheelName,
      makeZip(wheelEntries()).subarray(0, 300),
      "zip-damaged | its directory is missing; the file is cut short",
    ],
    [
      "a zip archive",
      "photos.zip",
      makeZip([{ name: "a.jpg", data: "x" }]),
      "not-a-wheel | no .dist-info directory",
    ],
    [
      "a source release",
      "demo-1.0.tar.gz",
      gzipSync(bytesOf("x")),
      "source-release | a compressed tar archive",
    ],
    ["a zipped source release", "demo-1.0.zip", sdist, "source-release | a zip archive with PKG-INFO"],
    ["a conda package", "demo-1.0-0.conda", makeZip([]), "conda-package"],
    ["an old conda package", "demo-1.0-0.tar.bz2", bytesOf("BZh9"), "conda-package"],
    ["a Windows library", "demo.pyd", bytesOf("MZ", [0x90, 0]), "foreign-library | a Windows PE file"],
    [
      "a macOS library",
      "demo.so",
      bytesOf([0xcf, 0xfa, 0xed, 0xfe]),
      "foreign-library | a macOS Mach-O file",
    ],
    ["an encrypted archive", wheelName, makeZip([{ name: "a", data: "x", flags: 1 }]), "zip-encrypted | a"],
    [
      "an archive of unknown methods",
      wheelName,
      makeZip([{ name: "a", data: "x", method: 14 }]),
      "unsupported-compression | a | method 14",
    ],
  ])("%s", async (_, name, bytes, expected) => {
    expect(await errorOf(bytes, name)).toBe(expected);
  });

  it("a dist-info file that does not keep what the directory promises", async () => {
    const metadata = (spec: Partial<EntrySpec>): Uint8Array =>
      makeZip([{ name: "demo-1.0.dist-info/METADATA", data: "Name: demo\n", ...spec }]);
    expect(await errorOf(metadata({ directory: { crc32: 1 } }))).toMatch(
      /^checksum-mismatch \| demo-1.0.dist-info/,
    );
    expect(await errorOf(metadata({ directory: { sizeBytes: 3 } }))).toMatch(
      /^size-mismatch .* more than 3 bytes$/,
    );
    expect(await errorOf(metadata({ directory: { sizeBytes: 300 } }))).toMatch(
      /^size-mismatch .* 11 instead of 300/,
    );
    expect(await errorOf(metadata({ directory: { sizeBytes: 17 << 20 } }))).toMatch(/^entry-too-large /);
    expect(await errorOf(metadata({ flags: 1 }))).toMatch(/^zip-encrypted /);
  });

  it("a file that is larger than anything we read", async () => {
    const source = { size: limits.fileBytes + 1, read: () => Promise.reject(new Error("not asked")) };
    const outcome = await inspectBytes(bytesOf(), wheelName, {}, { open: () => Promise.resolve(source) });
    expect(outcome).toMatchObject({ ok: false, error: { id: "too-large" } });
  });

  it("a file that cannot be opened, or shrinks while it is read", async () => {
    const gone = await inspectBytes(
      bytesOf(),
      wheelName,
      {},
      { open: () => Promise.reject(new Error("ENOENT")) },
    );
    expect(gone).toMatchObject({ ok: false, error: { id: "read-failed", detail: "ENOENT" } });
    const shrunk = { size: 5000, read: () => Promise.resolve(new Uint8Array(10)) };
    const outcome = await inspectBytes(bytesOf(), wheelName, {}, { open: () => Promise.resolve(shrunk) });
    expect(outcome).toMatchObject({ ok: false, error: { id: "read-failed" } });
  });
});
